package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what the schemas of a description say, wherever it stands: in a schema, where it refers to, or in its allOf.
 */
final class SchemaKeywords {

    private final JsonNode description;
    private final Map<String, JsonNode> referred = new ConcurrentHashMap<>();

    SchemaKeywords(JsonNode description) {
        this.description = description;
    }

    /** Returns what a schema says by a keyword; missing if it says nothing. */
    JsonNode find(JsonNode schema, String keyword) {
        JsonNode here = resolve(schema);
        if (here.has(keyword)) {
            return here.path(keyword);
        }
        for (JsonNode part : here.path("allOf")) {
            JsonNode found = find(part, keyword);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    /** Returns whether a value may be null: its schema says so, or does not say what it must be. */
    boolean takesNull(JsonNode schema) {
        return find(schema, "nullable").asBoolean()
                || find(schema, "type").isMissingNode() && find(schema, "oneOf").isMissingNode();
    }

    /** Returns the schema of a member of an object; missing if the object's schema does not say. */
    JsonNode member(JsonNode schema, String name) {
        JsonNode named = find(schema, "properties").path(name);
        return named.isMissingNode() ? find(schema, "additionalProperties") : named;
    }

    /** Returns whether an object must have a member. */
    boolean requires(JsonNode schema, String name) {
        return find(schema, "required")
                .valueStream()
                .anyMatch(one -> one.asText().equals(name));
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual()
                ? resolve(referred.computeIfAbsent(reference.textValue(), to -> description.at(to.substring(1))))
                : node;
    }
}
