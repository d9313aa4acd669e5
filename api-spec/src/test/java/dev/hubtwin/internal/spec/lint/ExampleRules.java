package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;

/** Examples are what their schemas say; those of responses have no member that their schema does not name. */
final class ExampleRules {

    private static final String ADDRESS = "https://hubtwin.dev/openapi.json";

    private final DescriptionSources description;
    private final Findings findings = new Findings();
    private final SchemaRegistry open;
    private final SchemaRegistry closed;

    private ExampleRules(DescriptionSources description) {
        this.description = description;
        this.open = registry(schemas(description));
        this.closed = registry(closed(schemas(description)));
    }

    static List<Finding> valid(DescriptionSources description) {
        ExampleRules rules = new ExampleRules(description);
        for (DescribedOperation operation : description.operations()) {
            rules.check(description.json(operation.place().at("requestBody")), rules.open);
            operation.place().at("responses").children().stream()
                    .filter(response -> !response.has("$ref"))
                    .forEach(response -> rules.check(description.json(response), rules.closed));
        }
        description.components("responses").forEach(response -> rules.check(description.json(response), rules.closed));
        return rules.findings.all();
    }

    private void check(NodeLocation json, SchemaRegistry registry) {
        String schema = json.at("schema").text("$ref");
        if (!schema.isEmpty()) {
            json.at("examples")
                    .children()
                    .forEach(example ->
                            check(schema, description.resolve(example).at("value"), registry));
        }
    }

    private void check(String schema, NodeLocation value, SchemaRegistry registry) {
        List<Error> errors = registry.getSchema(SchemaLocation.of(ADDRESS + schema))
                .validate(value.node().toString(), InputFormat.JSON);
        errors.forEach(error -> findings.add(value.pointer() + error.getInstanceLocation(), error.getMessage()));
    }

    private static SchemaRegistry registry(DescriptionSources schemas) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemaRegistryConfig(config)
                        .schemas(Map.of(ADDRESS, schemas.root().toString())));
    }

    /** A copy of the schemas alone: the rest is large, and of no use to a validator. */
    private static DescriptionSources schemas(DescriptionSources description) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("components")
                .set("schemas", description.root().at("/components/schemas").deepCopy());
        return new DescriptionSources(root, Map.of());
    }

    private static DescriptionSources closed(DescriptionSources schemas) {
        SchemaWalker.walk(schemas, (role, schema) -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema.node()).put("additionalProperties", false);
            }
        });
        return schemas;
    }
}
