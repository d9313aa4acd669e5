package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Puts in the place of each reference what it refers to, for tools that follow none. */
final class Dereferencer {

    private final JsonNode description;
    private final Deque<String> within = new ArrayDeque<>();

    private Dereferencer(JsonNode description) {
        this.description = description;
    }

    /**
     * Returns the description without a single reference.
     *
     * @throws IllegalStateException if a component contains itself; names the way round
     */
    static JsonNode of(JsonNode description) {
        return new Dereferencer(description).whole(description);
    }

    private JsonNode whole(JsonNode node) {
        if (node.path("$ref").isTextual()) {
            return referred(node.get("$ref").textValue());
        }
        if (node.isObject()) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> whole.set(member.getKey(), whole(member.getValue())));
            return whole;
        }
        if (node.isArray()) {
            ArrayNode whole = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> whole.add(whole(element)));
            return whole;
        }
        return node;
    }

    private JsonNode referred(String reference) {
        if (within.contains(reference)) {
            throw new IllegalStateException(reference + " contains itself, by way of " + within);
        }
        within.push(reference);
        JsonNode whole = whole(description.at(reference.substring(1)));
        within.pop();
        return whole;
    }
}
