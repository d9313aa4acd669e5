package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.hubtwin.internal.contract.support.NpmPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas that GitHub's own webhook libraries publish. The package is fetched by npm, once a build folder, and is
 * not part of this project.
 */
final class PayloadSchemas {

    private static final String PACKAGE = "@octokit/webhooks-schemas@7.6.1";
    private static final Path FOLDER = Path.of("target", "webhooks-schemas");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode whole;
    private final Map<String, Schema> compiled = new HashMap<>();

    private PayloadSchemas(JsonNode whole) {
        this.whole = whole;
    }

    /** Returns the schemas; skips the test, and says so, where npm cannot get them. */
    static PayloadSchemas fetched() throws IOException, InterruptedException {
        Path schema = FOLDER.resolve(Path.of("node_modules", "@octokit", "webhooks-schemas", "schema.json"));
        if (!Files.exists(schema) && !NpmPackages.fetch(FOLDER, List.of(PACKAGE))) {
            String missing = "SKIPPED: payloads against GitHub's schemas. npm cannot get " + PACKAGE;
            System.out.println(missing);
            abort(missing);
        }
        return new PayloadSchemas(JSON.readTree(schema.toFile()));
    }

    /** Returns what is wrong with a payload. */
    List<Error> faults(String event, JsonNode payload) {
        String definition = event + "$" + payload.path("action").asText("event");
        return compiled.computeIfAbsent(definition, this::compile).validate(payload);
    }

    private Schema compile(String definition) {
        ObjectNode schema = ((ObjectNode) whole).deepCopy();
        schema.remove("oneOf");
        schema.put("$ref", "#/definitions/" + definition);
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(schema);
    }
}
