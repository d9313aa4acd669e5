package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A schema of a description and those that it refers to, by name and without words. */
final class NamedSchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    /** What tells people what a schema is about. */
    static final List<String> WORDS = List.of("description", "example", "title");

    private final JsonNode described;
    private final ObjectNode named = JsonNodeFactory.instance.objectNode();

    private NamedSchemas(JsonNode described) {
        this.described = described;
    }

    /** Returns the schema of that name, which stands first, and all that it needs. */
    static JsonNode from(String name, JsonNode description) {
        NamedSchemas schemas = new NamedSchemas(description.at("/components/schemas"));
        schemas.take(name);
        return schemas.named;
    }

    private void take(String name) {
        if (!named.has(name)) {
            ObjectNode schema = named.putObject(name);
            schema.setAll((ObjectNode) wordless(described.path(name)));
        }
    }

    private JsonNode wordless(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith(SCHEMAS)) {
            take(reference.substring(SCHEMAS.length()));
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(keyword -> {
            if (!WORDS.contains(keyword.getKey())) {
                copy.set(keyword.getKey(), value(keyword.getKey(), keyword.getValue()));
            }
        });
        return copy;
    }

    private JsonNode value(String keyword, JsonNode value) {
        return switch (keyword) {
            case "properties" -> {
                ObjectNode members = JsonNodeFactory.instance.objectNode();
                value.properties().forEach(member -> members.set(member.getKey(), wordless(member.getValue())));
                yield members;
            }
            case "oneOf", "allOf" -> {
                ArrayNode choices = JsonNodeFactory.instance.arrayNode();
                value.forEach(choice -> choices.add(wordless(choice)));
                yield choices;
            }
            case "items", "additionalProperties" -> value.isObject() ? wordless(value) : value;
            default -> value;
        };
    }
}
