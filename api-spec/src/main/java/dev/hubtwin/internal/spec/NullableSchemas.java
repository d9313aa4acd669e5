package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Writes out the schemas that are another one or null. The sources say {@code nullable} beside an {@code allOf} of the
 * one; by the letter of OpenAPI 3.0.3 that admits no null, so the bundle repeats the other schema with
 * {@code nullable}, and names it in {@code x-hubtwin-nullable-of}.
 */
final class NullableSchemas {

    private NullableSchemas() {}

    static void writeOut(JsonNode description) {
        JsonNode schemas = description.at("/components/schemas");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            String of = schema.getValue().at("/allOf/0/$ref").asText();
            if (schema.getValue().path("nullable").asBoolean()
                    && schema.getValue().path("allOf").size() == 1) {
                ObjectNode whole =
                        schemas.path(of.substring(of.lastIndexOf('/') + 1)).deepCopy();
                whole.put("nullable", true).put("x-hubtwin-nullable-of", of);
                if (schema.getValue().has("description")) {
                    whole.set("description", schema.getValue().get("description"));
                }
                ((ObjectNode) schemas).set(schema.getKey(), whole);
            }
        }
    }
}
