package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns a description of OpenAPI 3.0 into the same one of OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
final class NewerEdition {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private NewerEdition() {}

    /**
     * What 3.0 calls {@code nullable} is one more type in 3.1, a schema that is another one or null says so, and
     * webhooks have a name without {@code x-}. Nothing else that is used here differs.
     */
    static ObjectNode of(JsonNode description) {
        ObjectNode newer = JsonNodeFactory.instance.objectNode();
        newer.put("openapi", "3.1.0");
        newer.set("info", description.path("info"));
        newer.put("jsonSchemaDialect", DIALECT);
        description.deepCopy().properties().stream()
                .filter(member -> !newer.has(member.getKey()))
                .forEach(member -> newer.set(
                        member.getKey().equals("x-webhooks") ? "webhooks" : member.getKey(), member.getValue()));
        SchemaPlaces.forEach(newer, NewerEdition::admitNull);
        return newer;
    }

    private static void admitNull(ObjectNode schema) {
        JsonNode nullable = schema.remove("nullable");
        if (nullable == null || !nullable.asBoolean()) {
            return;
        }
        if (schema.has("x-hubtwin-nullable-of") && schema.path("type").asText().equals("object")) {
            JsonNode description = schema.path("description");
            String of = schema.path("x-hubtwin-nullable-of").textValue();
            schema.removeAll().set("description", description);
            schema.putArray("oneOf").addObject().put("$ref", of);
            schema.withArray("oneOf").addObject().put("type", "null");
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
