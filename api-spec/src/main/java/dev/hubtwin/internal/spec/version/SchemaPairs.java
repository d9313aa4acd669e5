package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.spec.version.DescriptionPair.OperationPair;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Walks through the schemas of two descriptions side by side, from their operations; each pair is met once. */
final class SchemaPairs {

    /** Whether a schema says what is sent to the server, or what comes back. */
    enum Direction {
        REQUEST,
        ANSWER
    }

    /** Sees two schemas that stand in the same place, their references followed. */
    interface Visitor {
        void visit(Direction direction, String where, JsonNode before, JsonNode after);
    }

    private final DescriptionPair descriptions;
    private final Visitor visitor;
    /** By identity: comparing trees would cost more than walking them. */
    private final Map<Direction, Map<JsonNode, Set<JsonNode>>> met = new EnumMap<>(Direction.class);

    private SchemaPairs(DescriptionPair descriptions, Visitor visitor) {
        this.descriptions = descriptions;
        this.visitor = visitor;
    }

    static void walk(DescriptionPair descriptions, Visitor visitor) {
        SchemaPairs pairs = new SchemaPairs(descriptions, visitor);
        descriptions.operations().forEach(pairs::operation);
    }

    private void operation(OperationPair operation) {
        Map<String, JsonNode> later = new HashMap<>();
        operation.after().path("parameters").forEach(parameter -> {
            JsonNode whole = descriptions.later(parameter);
            later.put(key(whole), whole);
        });
        operation.before().path("parameters").forEach(parameter -> {
            JsonNode whole = descriptions.earlier(parameter);
            JsonNode other = later.get(key(whole));
            if (other != null) {
                schema(
                        Direction.REQUEST,
                        operation.name() + ", " + key(whole),
                        whole.path("schema"),
                        other.path("schema"));
            }
        });
        content(
                Direction.REQUEST,
                operation.name() + ", body",
                operation.before().path("requestBody"),
                operation.after().path("requestBody"));
        operation
                .before()
                .path("responses")
                .properties()
                .forEach(response -> content(
                        Direction.ANSWER,
                        operation.name() + ", " + response.getKey(),
                        response.getValue(),
                        operation.after().path("responses").path(response.getKey())));
    }

    private static String key(JsonNode parameter) {
        return parameter.path("in").asText() + " " + parameter.path("name").asText();
    }

    private void content(Direction direction, String where, JsonNode before, JsonNode after) {
        JsonNode later = descriptions.later(after).path("content");
        descriptions.earlier(before).path("content").properties().stream()
                .filter(type -> later.has(type.getKey()))
                .forEach(type -> schema(
                        direction,
                        where,
                        type.getValue().path("schema"),
                        later.path(type.getKey()).path("schema")));
    }

    private void schema(Direction direction, String where, JsonNode before, JsonNode after) {
        if (before.isMissingNode() || after.isMissingNode()) {
            return;
        }
        String name = before.path("$ref").asText(before.at("/allOf/0/$ref").asText());
        String place = name.isEmpty() ? where : "schema " + name.substring(name.lastIndexOf('/') + 1);
        JsonNode earlier = whole(descriptions.before(), before);
        JsonNode later = whole(descriptions.after(), after);
        if (!isNew(direction, earlier, later)) {
            return;
        }
        visitor.visit(direction, place, earlier, later);
        earlier.path("properties")
                .properties()
                .forEach(member -> schema(
                        direction,
                        place + ", " + member.getKey(),
                        member.getValue(),
                        later.path("properties").path(member.getKey())));
        schema(direction, place + ", elements", earlier.path("items"), later.path("items"));
        schema(
                direction,
                place + ", members",
                earlier.path("additionalProperties"),
                later.path("additionalProperties"));
        for (String kind : new String[] {"allOf", "oneOf"}) {
            for (int i = 0; i < earlier.path(kind).size(); i++) {
                schema(
                        direction,
                        place + ", choice " + (i + 1),
                        earlier.at("/" + kind + "/" + i),
                        later.at("/" + kind + "/" + i));
            }
        }
    }

    private boolean isNew(Direction direction, JsonNode before, JsonNode after) {
        return met.computeIfAbsent(direction, d -> new IdentityHashMap<>())
                .computeIfAbsent(before, b -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(after);
    }

    /** What a reference, or a reference with something beside it, refers to. */
    private static JsonNode whole(JsonNode description, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.isEmpty() && schema.path("allOf").size() == 1 && !schema.has("properties")) {
            return whole(description, schema.at("/allOf/0"));
        }
        return reference.isEmpty() ? schema : whole(description, description.at(reference.substring(1)));
    }
}
