package dev.hubtwin.internal.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the artifact contains: each description in one piece, twice, and nothing else that is called so. */
class BundleTest {

    private static final Path SOURCES = Path.of("src/main/openapi");
    private static final Path ARTIFACT = Path.of("target/classes");
    private static final ObjectMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "control"})
    void yamlAndJsonSayTheSame(String name) throws IOException {
        assertEquals(
                bundle(name + ".yaml"),
                new ObjectMapper()
                        .readTree(ARTIFACT.resolve("openapi/" + name + ".json").toFile()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "control"})
    void componentsKeepTheirNames(String name) throws IOException {
        JsonNode written =
                YAML.readTree(SOURCES.resolve(name + ".yaml").toFile()).path("components");
        JsonNode bundled = bundle(name + ".yaml").path("components");
        written.properties().forEach(kind -> assertEquals(names(kind.getValue()), names(bundled.path(kind.getKey()))));
    }

    @Test
    void usesStayReferences() throws IOException {
        JsonNode api = bundle("openapi.yaml");
        assertEquals(
                "#/components/responses/not-found",
                api.at("/paths/~1orgs~1{org}/get/responses/404/$ref").asText());
        assertEquals(
                "#/components/schemas/organization-full",
                api.at("/paths/~1orgs~1{org}/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
        api.findValuesAsText("$ref").forEach(reference -> assertTrue(reference.startsWith("#/components/"), reference));
    }

    @Test
    void nothingElseIsCalledAsTheyAre() throws IOException {
        try (Stream<Path> files = Files.walk(ARTIFACT)) {
            List<String> found = files.map(
                            file -> ARTIFACT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.matches("(.*/)?(openapi|control)\\.(yaml|json)"))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(
                            "openapi/control.json",
                            "openapi/control.yaml",
                            "openapi/openapi.json",
                            "openapi/openapi.yaml"),
                    found);
        }
    }

    private static JsonNode bundle(String file) throws IOException {
        Path path = ARTIFACT.resolve("openapi").resolve(file);
        assertTrue(Files.exists(path), path::toString);
        return YAML.readTree(path.toFile());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
