package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns a description of OpenAPI 3.0 into the same one of OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
final class NewerEdition {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final String EVENT = "-event";

    private NewerEdition() {}

    /**
     * What 3.0 calls {@code nullable} is one more type in 3.1; nothing else that is used here differs. Webhooks are
     * added.
     */
    static ObjectNode of(JsonNode description) {
        ObjectNode newer = JsonNodeFactory.instance.objectNode();
        newer.put("openapi", "3.1.0");
        newer.set("info", description.path("info"));
        newer.put("jsonSchemaDialect", DIALECT);
        description.deepCopy().properties().stream()
                .filter(member -> !newer.has(member.getKey()))
                .forEach(member -> newer.set(member.getKey(), member.getValue()));
        SchemaPlaces.forEach(newer, NewerEdition::admitNull);
        addWebhooks(newer);
        return newer;
    }

    /** A schema that is named after an event says what a webhook is sent; 3.0 has no place for that. */
    private static void addWebhooks(ObjectNode newer) {
        newer.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getKey().endsWith(EVENT))
                .forEach(schema -> {
                    String name = schema.getKey().substring(0, schema.getKey().length() - EVENT.length());
                    ObjectNode post = newer.withObjectProperty("webhooks")
                            .withObjectProperty(name.replace('-', '_'))
                            .withObjectProperty("post");
                    post.put("operationId", "webhooks/" + name);
                    post.set("summary", schema.getValue().path("description"));
                    post.putArray("security");
                    ObjectNode body = post.putObject("requestBody").put("required", true);
                    body.putObject("content")
                            .putObject("application/json")
                            .putObject("schema")
                            .put("$ref", "#/components/schemas/" + schema.getKey());
                    post.putObject("responses").putObject("2XX").put("description", "The event was received.");
                });
    }

    private static void admitNull(ObjectNode schema) {
        JsonNode nullable = schema.remove("nullable");
        if (nullable == null || !nullable.asBoolean()) {
            return;
        }
        if (schema.has("oneOf")) {
            ((ArrayNode) schema.get("oneOf")).addObject().put("type", "null");
        }
        if (schema.has("type")) {
            ArrayNode types =
                    JsonNodeFactory.instance.arrayNode().add(schema.get("type")).add("null");
            schema.set("type", types);
        }
        if (schema.has("enum")) {
            ArrayNode values = (ArrayNode) schema.get("enum");
            if (values.valueStream().noneMatch(JsonNode::isNull)) {
                values.addNull();
            }
        }
    }
}
