package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Says less where generators of code get wrong what a schema says; words say the rest. */
final class WidenedSchemas {

    private static final Set<String> OF_KOTLIN = Set.of("name", "ordinal");

    private WidenedSchemas() {}

    static void writeOut(ObjectNode description) {
        SchemaPlaces.forEach(description, schema -> {
            widenChoice(schema);
            widenOtherMembers(schema);
            widenEnum(schema);
        });
    }

    /**
     * Java's generators name methods after the types of a choice, and {@code List<String>} is not a name. TypeScript's
     * cannot tell a time from other values.
     */
    private static void widenChoice(ObjectNode schema) {
        JsonNode choices = schema.path("oneOf");
        if (choices.valueStream()
                .anyMatch(choice -> choice.path("type").asText().equals("array"))) {
            schema.remove("oneOf");
        }
        choices.valueStream()
                .filter(choice -> choice.path("format").asText().equals("date-time"))
                .forEach(time -> ((ObjectNode) time).remove("format"));
    }

    /**
     * Beside members with names, TypeScript has no type for the others that admits their absence. An object that admits
     * any member is one that says nothing about them; MicroProfile's client has no null for a map.
     */
    private static void widenOtherMembers(ObjectNode schema) {
        JsonNode others = schema.path("additionalProperties");
        if (schema.has("properties") ? others.isObject() : others.asBoolean()) {
            schema.remove("additionalProperties");
        }
    }

    /** An enum of Kotlin has a {@code name} and an {@code ordinal} of its own, which no constant may be called. */
    private static void widenEnum(ObjectNode schema) {
        if (schema.path("enum").valueStream().map(JsonNode::asText).anyMatch(OF_KOTLIN::contains)) {
            schema.remove("enum");
        }
    }
}
