package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Decides for every operation alike what a body gives. An optional member that is null where its schema has no null is
 * absent; so is an empty one where the schema says {@code x-hubtwin-empty: absent}.
 */
record GivenMembers(SchemaKeywords schemas) {

    private static final String ABSENT = "absent";

    /** Takes out of a value whatever its schema counts as absent, from the inside out. */
    void keep(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(member -> isAbsent(schema, member.getKey(), member.getValue()));
        } else if (value.isArray()) {
            JsonNode items = schemas.find(schema, "items");
            value.forEach(element -> keep(element, items));
        }
    }

    private boolean isAbsent(JsonNode schema, String name, JsonNode value) {
        JsonNode described = schemas.member(schema, name);
        if (!described.isObject()) {
            return false;
        }
        keep(value, described);
        return value.isNull()
                ? !schemas.takesNull(described) && !schemas.requires(schema, name)
                : value.isContainerNode()
                        && value.isEmpty()
                        && schemas.find(described, "x-hubtwin-empty").asText().equals(ABSENT);
    }
}
