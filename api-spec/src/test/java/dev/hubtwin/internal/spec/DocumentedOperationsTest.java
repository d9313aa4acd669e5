package dev.hubtwin.internal.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.spec.lint.DescribedOperation;
import dev.hubtwin.internal.spec.lint.DescriptionSources;
import dev.hubtwin.internal.spec.lint.NodeLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description against what was typed from the documents a second time; nothing may be missing, nothing be more. */
class DocumentedOperationsTest {

    private static final DescriptionSources API = DescriptionSources.read(Path.of("src/main/openapi"), "openapi.yaml");

    @Test
    void theDocumentsListFortySixOperationsAndTheirResponses() throws IOException {
        Set<String> typed = typed("documented-operations.csv");
        assertEquals(46, typed.size());
        assertEquals(
                121,
                typed.stream()
                        .mapToInt(row -> row.split(",")[4].split(" ").length)
                        .sum());
        assertSame(typed, documented().map(DocumentedOperationsTest::row).collect(Collectors.toSet()));
    }

    @Test
    void theyTakeTheDocumentedInputs() throws IOException {
        Set<String> described =
                documented().flatMap(DocumentedOperationsTest::inputs).collect(Collectors.toSet());
        assertSame(typed("documented-inputs.csv"), described);
    }

    private static void assertSame(Set<String> typed, Set<String> described) {
        Set<String> missing = new TreeSet<>(typed);
        missing.removeAll(described);
        Set<String> more = new TreeSet<>(described);
        more.removeAll(typed);
        assertEquals("missing:\nmore:", "missing:" + lines(missing) + "\nmore:" + lines(more));
    }

    private static String lines(Set<String> rows) {
        return rows.stream().map(row -> "\n  " + row).collect(Collectors.joining());
    }

    private static Set<String> typed(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources", file))) {
            return lines.filter(line -> !line.startsWith("#")).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private static Stream<DescribedOperation> documented() {
        return API.operations().stream()
                .filter(operation -> !documentedStatuses(operation).isEmpty());
    }

    private static List<String> documentedStatuses(DescribedOperation operation) {
        return API.responses(operation).entrySet().stream()
                .filter(response -> response.getValue()
                        .node()
                        .path("x-hubtwin-source")
                        .asText()
                        .equals("document"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String row(DescribedOperation operation) {
        return String.join(
                ",",
                operation.id(),
                operation.verb(),
                operation.path(),
                operation.node().at("/tags/0").asText(),
                String.join(" ", documentedStatuses(operation)));
    }

    private static Stream<String> inputs(DescribedOperation operation) {
        List<String> rows = new ArrayList<>();
        for (NodeLocation parameter : API.parameters(operation)) {
            JsonNode node = parameter.node();
            if (!node.path("in").asText().equals("path")) {
                rows.add(input(
                        operation.id() + "," + node.path("in").asText() + ","
                                + node.path("name").asText(),
                        node.path("required").asBoolean(),
                        node.path("schema")));
            }
        }
        JsonNode body =
                API.json(place(operation.node().path("requestBody"))).node().path("schema");
        members(operation.id() + ",body,", body, rows);
        return rows.stream();
    }

    private static void members(String prefix, JsonNode schema, List<String> rows) {
        JsonNode type = resolved(schema);
        Set<String> required = texts(type.path("required"));
        type.path("properties").properties().stream()
                .filter(member -> isDocumented(member.getValue()))
                .forEach(member -> {
                    rows.add(input(prefix + member.getKey(), required.contains(member.getKey()), member.getValue()));
                    JsonNode inner = resolved(member.getValue());
                    members(prefix + member.getKey() + ".", inner.has("items") ? inner.path("items") : inner, rows);
                });
    }

    private static boolean isDocumented(JsonNode member) {
        return !member.has("x-hubtwin-since");
    }

    private static String input(String name, boolean required, JsonNode schema) {
        JsonNode type = resolved(schema);
        JsonNode byDefault = schema.has("default") ? schema.path("default") : type.path("default");
        Set<String> enums = texts(type.path("enum"));
        type.path("oneOf").forEach(choice -> enums.addAll(texts(choice.path("enum"))));
        return String.join(
                ",",
                name,
                required ? "required" : "optional",
                byDefault.isContainerNode() ? byDefault.toString() : byDefault.asText(""),
                String.join("|", enums));
    }

    /** What a reference, or a reference with something beside it, refers to. */
    private static JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.has("allOf") ? schema.at("/allOf/0") : schema;
        return API.resolve(place(reference)).node();
    }

    private static NodeLocation place(JsonNode node) {
        return new NodeLocation("", node);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
