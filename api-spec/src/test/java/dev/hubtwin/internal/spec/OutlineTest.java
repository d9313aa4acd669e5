package dev.hubtwin.internal.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a server reads when it starts")
class OutlineTest {

    private static final Path BUNDLES = Path.of("target/classes/openapi");

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "control"})
    @DisplayName("says of every operation what the description says")
    void saysTheSame(String name) throws IOException {
        JsonNode whole = Documents.read(BUNDLES.resolve(name + ".json"));
        JsonNode outline = Documents.read(BUNDLES.resolve(name + "-outline.json"));
        Map<String, JsonNode> outlined = new HashMap<>();
        outline.path("operations")
                .forEach(one -> outlined.put(
                        one.path("method").asText() + " " + one.path("path").asText(), one));
        int described = 0;
        for (Map.Entry<String, JsonNode> path : whole.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                if (operation.has("operationId")) {
                    JsonNode one = outlined.get(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    assertEquals(said(operation, whole), shown(one, outline), path.getKey());
                    described++;
                }
            }
        }
        assertEquals(described, outlined.size());
    }

    @Test
    @DisplayName("has every schema that a state refers to, as the description has it, but for words")
    void hasTheSchemasOfStates() throws IOException {
        JsonNode schemas = Documents.read(BUNDLES.resolve("control-state.json"));
        JsonNode described = Documents.read(BUNDLES.resolve("control.json")).at("/components/schemas");
        assertEquals("state", schemas.fieldNames().next());
        schemas.findValuesAsText("$ref")
                .forEach(reference -> assertTrue(schemas.has(reference.replaceAll(".*/", "")), reference));
        schemas.properties().forEach(one -> {
            JsonNode schema = described.path(one.getKey());
            for (String keyword : List.of("type", "required", "enum", "pattern", "default", "x-hubtwin-key")) {
                assertEquals(schema.path(keyword), one.getValue().path(keyword), one.getKey());
            }
            assertEquals(names(schema.path("properties")), names(one.getValue().path("properties")));
            assertTrue(one.getValue().path("description").isMissingNode(), one.getKey());
        });
    }

    /** What of a described operation has to be in an outline. */
    private static List<Object> said(JsonNode operation, JsonNode whole) {
        Map<String, String> types = new TreeMap<>();
        List<String> locating = new ArrayList<>();
        operation.path("responses").properties().forEach(response -> {
            JsonNode answer = resolved(response.getValue(), whole);
            types.put(
                    response.getKey(),
                    names(answer.path("content")).stream().findFirst().orElse(""));
            if (answer.at("/headers/Location").isObject()) {
                locating.add(response.getKey());
            }
        });
        List<String> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode taken = resolved(parameter, whole);
            if (!taken.path("in").asText().equals("header")) {
                parameters.add(parameter(taken, resolved(taken.path("schema"), whole)));
            }
        }
        return List.of(
                operation.path("operationId"),
                operation.path("x-hubtwin-credentials"),
                types,
                locating,
                parameters,
                resolved(operation.path("requestBody"), whole)
                        .at("/content/application~1json")
                        .isObject(),
                operation.path("x-hubtwin-limit"),
                operation.path("x-hubtwin-form"),
                operation.path("x-hubtwin-beside-world"),
                operation.path("x-hubtwin-folder"),
                operation.at("/externalDocs/url"));
    }

    /** The same of an outlined one. */
    private static List<Object> shown(JsonNode operation, JsonNode outline) {
        JsonNode answers =
                outline.path("answers").path(operation.path("answers").intValue());
        Map<String, String> types = new TreeMap<>();
        answers.path("types")
                .properties()
                .forEach(type -> types.put(type.getKey(), type.getValue().asText()));
        List<String> parameters = new ArrayList<>();
        for (JsonNode number : operation.path("parameters")) {
            JsonNode parameter = outline.path("parameters").path(number.intValue());
            parameters.add(parameter(parameter, parameter.path("schema")));
        }
        return List.of(
                operation.path("id"),
                outline.path("credentials").path(operation.path("credentials").intValue()),
                types,
                answers.path("locating").valueStream().map(JsonNode::asText).toList(),
                parameters,
                operation.path("body").asBoolean(),
                operation.path("x-hubtwin-limit"),
                operation.path("x-hubtwin-form"),
                operation.path("x-hubtwin-beside-world"),
                operation.path("x-hubtwin-folder"),
                operation.path("url"));
    }

    private static String parameter(JsonNode parameter, JsonNode schema) {
        List<String> limits =
                List.of("type", "enum", "minimum", "maximum", "pattern", "default", "format", "maxLength");
        return parameter.path("in").asText() + " " + parameter.path("name").asText() + " "
                + parameter.path("x-hubtwin-lenient").asBoolean() + " "
                + limits.stream().map(schema::path).toList();
    }

    private static JsonNode resolved(JsonNode node, JsonNode whole) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(whole.at(reference.substring(1)), whole);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
