package dev.hubtwin.internal.spec.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.hubtwin.internal.spec.Documents;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other teams build on is whole, and its parts say the same. */
class SiteTest {

    private static final Path SITE = Path.of("target/site");
    private static final Path BUNDLES = Path.of("target/classes/openapi");
    private static final Path BASELINE = Path.of("src/main/baseline");

    @ParameterizedTest
    @CsvSource({"api, 3.0", "api, 3.1", "control, 3.0", "control, 3.1"})
    void anEditionIsReadWithoutAMessageAndIsTheSameInYamlAndJson(String folder, String edition) throws IOException {
        Path yaml = SITE.resolve(folder).resolve("openapi-" + edition + ".yaml");
        JsonNode json = Documents.read(SITE.resolve(folder).resolve("openapi-" + edition + ".json"));
        assertTrue(json.path("openapi").asText().startsWith(edition));
        assertEquals(json, Documents.read(yaml));
        assertEquals(
                List.of(),
                new OpenAPIV3Parser().readContents(Files.readString(yaml)).getMessages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "control"})
    void whatIsNullableInTheOlderEditionAdmitsNullInTheNewer(String folder) throws IOException {
        JsonNode older = Documents.read(SITE.resolve(folder).resolve("openapi-3.0.json"));
        JsonNode newer = Documents.read(SITE.resolve(folder).resolve("openapi-3.1.json"));
        // What is another schema or null is a copy of it in the older edition, and refers to it in the newer.
        ((ObjectNode) newer.at("/components/schemas"))
                .properties()
                .removeIf(schema -> !older.at("/components/schemas").has(schema.getKey()));
        older.at("/components/schemas")
                .valueStream()
                .filter(schema -> schema.has("x-hubtwin-nullable-of"))
                .forEach(schema -> ((ObjectNode) schema).remove("properties"));
        List<JsonNode> nullable = new ArrayList<>();
        SchemaPlaces.forEach(older, schema -> {
            if (schema.path("nullable").asBoolean()) {
                nullable.add(schema);
            }
        });
        List<JsonNode> admitting = new ArrayList<>();
        SchemaPlaces.forEach(newer, schema -> {
            assertTrue(schema.path("nullable").isMissingNode());
            if (admitsNull(schema)) {
                admitting.add(schema);
            }
        });
        assertTrue(nullable.size() > 5);
        assertEquals(nullable.size(), admitting.size());
    }

    /** Each of these kept a client from being compiled; none is one that a linter would see. */
    @ParameterizedTest
    @CsvSource({"api, 3.0", "api, 3.1", "control, 3.0", "control, 3.1"})
    void anEditionHasNothingThatAGeneratorCannotTake(String folder, String edition) throws IOException {
        JsonNode description = Documents.read(SITE.resolve(folder).resolve("openapi-" + edition + ".json"));
        JsonNode schemas = description.at("/components/schemas");
        schemas.properties().forEach(schema -> {
            assertTrue(schema.getValue().path("enum").isMissingNode(), schema::getKey);
            assertTrue(
                    Stream.of("new-", "nullable-")
                            .filter(schema.getKey()::startsWith)
                            .noneMatch(prefix -> schemas.has(schema.getKey().substring(prefix.length()))),
                    schema::getKey);
        });
        SchemaPlaces.forEach(description, schema -> {
            assertTrue(
                    schema.path("default").isMissingNode()
                            || schema.path("allOf").isMissingNode(),
                    schema::toString);
            assertTrue(
                    schema.path("properties").isMissingNode()
                            || !schema.path("additionalProperties").isObject(),
                    schema::toString);
            assertTrue(
                    schema.path("oneOf").findValuesAsText("type").stream().noneMatch("array"::equals),
                    schema::toString);
            assertTrue(
                    schema.path("oneOf").findValues("format").stream()
                            .map(JsonNode::asText)
                            .noneMatch("date-time"::equals),
                    schema::toString);
        });
    }

    private static boolean admitsNull(JsonNode schema) {
        return Stream.concat(
                        schema.path("type").valueStream(),
                        schema.path("oneOf").valueStream().map(choice -> choice.path("type")))
                .anyMatch(type -> type.asText().equals("null"));
    }

    @Test
    void theNewerEditionHasAWebhookForEachEventAndTheOlderAnExtension() throws IOException {
        JsonNode newer = Documents.read(SITE.resolve("api/openapi-3.1.json"));
        assertEquals(
                newer.path("webhooks"),
                Documents.read(SITE.resolve("api/openapi-3.0.json")).path("x-webhooks"));
        assertEquals(
                Set.of(
                        "github_app_authorization",
                        "installation",
                        "installation_repositories",
                        "member",
                        "membership",
                        "meta",
                        "organization",
                        "ping",
                        "team"),
                names(newer.path("webhooks")));
        assertEquals(
                "#/components/schemas/member-event",
                newer.at("/webhooks/member/post/requestBody/content/application~1json/schema/$ref")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "control"})
    void theDereferencedEditionHasNoReference(String folder) throws IOException {
        JsonNode whole = Documents.read(SITE.resolve(folder).resolve("dereferenced.json"));
        JsonNode older = Documents.read(SITE.resolve(folder).resolve("openapi-3.0.json"));
        assertEquals(List.of(), whole.findValues("$ref"));
        assertEquals(older.path("paths").size(), whole.path("paths").size());
    }

    @Test
    void aSchemaThatContainsItselfIsNamed() throws IOException {
        ObjectNode description = (ObjectNode) Documents.read(BUNDLES.resolve("openapi.json"));
        ((ObjectNode) description.at("/components/schemas/repository/properties"))
                .putObject("itself")
                .put("$ref", "#/components/schemas/repository");
        String message = assertThrows(IllegalStateException.class, () -> Dereferencer.of(description))
                .getMessage();
        assertTrue(message.startsWith("#/components/schemas/repository contains itself"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "control"})
    void everySchemaIsAFileOfItsOwnThatAValidatorTakesAndTheExamplesFit(String folder) throws IOException {
        JsonNode description = Documents.read(SITE.resolve(folder).resolve("openapi-3.1.json"));
        Map<String, String> schemas = new TreeMap<>();
        Map<String, String> ids = new TreeMap<>();
        for (JsonNode entry : Documents.read(SITE.resolve(folder).resolve("schemas/index.json"))) {
            String text = Files.readString(SITE.resolve(folder)
                    .resolve("schemas")
                    .resolve(entry.path("file").asText()));
            ids.put(entry.path("name").asText(), id(text));
            schemas.put(id(text), text);
        }
        assertTrue(ids.keySet().containsAll(names(description.at("/components/schemas"))));
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(Dialects.getDraft202012(), builder -> builder.schemas(schemas));
        SchemaRegistry metaSchemas = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
        schemas.values()
                .forEach(text -> assertEquals(
                        List.of(),
                        metaSchemas
                                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                                .validate(text, InputFormat.JSON)));
        int checked = 0;
        for (JsonNode media : description.findValues("application/json")) {
            String schema = media.at("/schema/$ref").asText();
            for (JsonNode example : media.path("examples")) {
                String name = example.path("$ref").asText();
                Path file = SITE.resolve(folder).resolve("examples" + name.substring(name.lastIndexOf('/')) + ".json");
                assertEquals(
                        List.of(),
                        registry.getSchema(SchemaLocation.of(ids.get(schema.substring(schema.lastIndexOf('/') + 1))))
                                .validate(Files.readString(file), InputFormat.JSON),
                        name);
                checked++;
            }
        }
        assertTrue(checked > 30, checked + " examples");
    }

    private static String id(String schema) {
        try {
            return new ObjectMapper().readTree(schema).path("$id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTableHasEveryOperationAndWhereItsStatusesComeFrom() throws IOException {
        JsonNode rows = Documents.read(SITE.resolve("api/operations.json"));
        List<JsonNode> documented = rows.valueStream()
                .filter(row -> row.path("origin").asText().equals("documented"))
                .toList();
        assertEquals(46, documented.size());
        assertEquals(
                121,
                documented.stream()
                        .mapToInt(row -> row.path("documented").size())
                        .sum());
        assertEquals(
                rows.size() + 2,
                Files.readAllLines(SITE.resolve("api/operations.md")).size());
        assertTrue(Files.readString(SITE.resolve("api/operations.md"))
                .contains(
                        "| PATCH | /orgs/{org} | orgs/update | organizations | documented | classic, oauth, fine_grained,"
                                + " user_to_server, installation | admin:org | organization_administration: write | owner |"
                                + " 200, 409, 422 | "));
    }

    @ParameterizedTest
    @CsvSource({"api, openapi, github", "api, openapi, enterprise", "control, control, control"})
    void theCollectionHasEveryOperationAndTheEnvironmentEveryVariable(String folder, String bundle, String environment)
            throws IOException {
        Path postman = SITE.resolve(folder).resolve("postman");
        String collection = Files.readString(postman.resolve("collection.json"));
        JsonNode description = Documents.read(BUNDLES.resolve(bundle + ".json"));
        assertEquals(
                description.findValues("operationId").size(),
                Documents.read(postman.resolve("collection.json"))
                        .findValues("request")
                        .size());
        Set<String> named = new TreeSet<>();
        Documents.read(postman.resolve(environment + ".postman_environment.json"))
                .path("values")
                .forEach(value -> named.add(value.path("key").asText()));
        Set<String> used = Pattern.compile("\\{\\{(\\w+)}}")
                .matcher(collection)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "enterprise"})
    void theEnvironmentsNameWhatTheExamplesOfPathsDo(String environment) throws IOException {
        Map<String, String> values = new TreeMap<>();
        Documents.read(SITE.resolve("api/postman/" + environment + ".postman_environment.json"))
                .path("values")
                .forEach(value -> values.put(
                        value.path("key").asText(), value.path("value").asText()));
        Documents.read(BUNDLES.resolve("openapi.json"))
                .at("/components/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .forEach(parameter -> assertEquals(
                        parameter.path("example").asText(),
                        values.get(parameter.path("name").asText()),
                        parameter.path("name").asText()));
    }

    @Test
    void theStepsOfTheWorkflowsAreOperationsWithTheirParametersAndStatuses() throws IOException {
        JsonNode operations = Documents.read(SITE.resolve("api/dereferenced.json"));
        JsonNode workflows = Documents.read(SITE.resolve("api/workflows.arazzo.yaml"));
        assertEquals(5, workflows.path("workflows").size());
        for (JsonNode step : workflows.findValues("steps").stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            JsonNode operation = operations
                    .path("paths")
                    .valueStream()
                    .flatMap(JsonNode::valueStream)
                    .filter(member -> member.path("operationId").equals(step.path("operationId")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(step.toString()));
            Set<String> parameters = new TreeSet<>(Set.of("Authorization"));
            operation
                    .path("parameters")
                    .forEach(parameter -> parameters.add(parameter.path("name").asText()));
            step.path("parameters")
                    .forEach(parameter -> assertTrue(
                            parameters.contains(parameter.path("name").asText()), step::toString));
            String[] condition =
                    step.at("/successCriteria/0/condition").asText().split(" == ");
            assertEquals("$statusCode", condition[0]);
            assertTrue(operation.path("responses").has(condition[1]), step::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"index.html, api", "control/index.html, control"})
    void aPageToReadContainsTheNewerEditionAndNeedsNothingButItsScripts(String file, String folder) throws IOException {
        Path page = SITE.resolve(file);
        String html = Files.readString(page);
        Matcher settings = Pattern.compile("id=\"settings\">(.*)</script>").matcher(html);
        assertTrue(settings.find());
        assertEquals(
                Documents.read(SITE.resolve(folder).resolve("openapi-3.1.json")),
                new ObjectMapper().readTree(settings.group(1)).path("content"));
        String around = html.replace(settings.group(), "");
        List<String> named = Pattern.compile(" (?:src|href)=\"([^\"]+)\"")
                .matcher(around)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(named.size() > 5, around);
        named.forEach(one -> assertTrue(Files.exists(page.resolveSibling(one)), one));
        assertFalse(around.matches("(?s).*(https?:|\\{\\{).*"), around);
        assertTrue(around.contains("content=\"default-src 'none'; script-src 'self';"), around);
    }

    @Test
    void thePackageHasTheVersionOfTheDescriptions() throws IOException {
        assertEquals(
                Documents.read(BUNDLES.resolve("openapi.json")).at("/info/version"),
                Documents.read(SITE.resolve("package.json")).path("version"));
    }

    @Test
    void aBreakingChangeWithoutAMajorVersionIsNotPublished(@TempDir Path folder) throws IOException {
        for (String name : List.of("openapi", "control")) {
            Files.writeString(folder.resolve(name + "-changelog.md"), "");
            ObjectNode released = (ObjectNode) Documents.read(BASELINE.resolve(name + ".yaml"));
            ((ObjectNode) released.at("/components/schemas"))
                    .putObject("only-here")
                    .put("type", "string");
            Documents.write(folder.resolve(name + ".yaml"), Documents.yaml(released));
        }
        String[] args = {
            BUNDLES.toString(),
            folder.toString(),
            "src/main/site",
            "src/main/reference",
            folder.resolve("site").toString(),
            folder.resolve("served").toString()
        };
        String message = assertThrows(IllegalStateException.class, () -> Publisher.main(args))
                .getMessage();
        assertTrue(message.contains("schema only-here: is gone"), message);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
