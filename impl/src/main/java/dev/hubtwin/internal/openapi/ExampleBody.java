package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The body of an example of the description.
 *
 * @param body as api.github.com sends it
 * @param schema what it fits
 */
public record ExampleBody(JsonNode body, JsonNode schema, SchemaKeywords schemas) {

    private static final String NEWER = "x-hubtwin-since";

    /** Returns the body as a server sends it that is no newer than the documents. */
    public JsonNode documented() {
        JsonNode copy = body.deepCopy();
        removeNewer(copy, schema);
        return copy;
    }

    private void removeNewer(JsonNode value, JsonNode described) {
        if (value instanceof ObjectNode object) {
            object.properties()
                    .removeIf(
                            member -> schemas.member(described, member.getKey()).has(NEWER));
            object.properties()
                    .forEach(member -> removeNewer(member.getValue(), schemas.member(described, member.getKey())));
        } else if (value.isArray()) {
            JsonNode items = schemas.find(described, "items");
            value.forEach(element -> removeNewer(element, items));
        }
    }
}
