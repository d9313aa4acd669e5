package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;

/** Finds every schema of a bundled description, the inner ones first. */
final class SchemaPlaces {

    private static final Set<String> WITHOUT_SCHEMAS = Set.of("example", "examples", "links", "securitySchemes");

    private final Consumer<ObjectNode> visitor;

    private SchemaPlaces(Consumer<ObjectNode> visitor) {
        this.visitor = visitor;
    }

    static void forEach(JsonNode description, Consumer<ObjectNode> visitor) {
        new SchemaPlaces(visitor).search(description);
    }

    private void search(JsonNode node) {
        node.properties().forEach(member -> {
            if (member.getKey().equals("schema")) {
                schema(member.getValue());
            } else if (member.getKey().equals("schemas")) {
                member.getValue().forEach(this::schema);
            } else if (!WITHOUT_SCHEMAS.contains(member.getKey())
                    && !member.getKey().startsWith("x-")) {
                search(member.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(this::search);
        }
    }

    private void schema(JsonNode schema) {
        schema.path("properties").forEach(this::schema);
        for (String parts : new String[] {"allOf", "oneOf", "anyOf"}) {
            schema.path(parts).forEach(this::schema);
        }
        for (String part : new String[] {"items", "additionalProperties", "not"}) {
            if (schema.path(part).isObject()) {
                schema(schema.path(part));
            }
        }
        visitor.accept((ObjectNode) schema);
    }
}
