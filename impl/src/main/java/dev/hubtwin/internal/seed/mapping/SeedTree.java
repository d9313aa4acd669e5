package dev.hubtwin.internal.seed.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import java.util.List;
import java.util.Map;

/** Converts typed seeds to JSON trees and back. */
public final class SeedTree {

    private static final JsonMapper TYPED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private SeedTree() {}

    /** Returns a typed seed as a tree, without what equals its default. */
    public static ObjectNode tree(State state) {
        return (ObjectNode) tree(state, SeedSchema.STATE);
    }

    /** Returns a part of a typed seed as a tree, without what equals its default. */
    static JsonNode tree(Object part, SeedSchema shape) {
        JsonNode tree = TYPED.valueToTree(part);
        prune(tree, shape);
        return tree;
    }

    /** Returns what a document says, as maps and lists have it, as a tree. */
    public static JsonNode tree(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((name, member) -> object.set((String) name, tree(member)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(element -> array.add(tree(element)));
            return array;
        }
        return value instanceof String text ? new TextNode(text) : TYPED.valueToTree(value);
    }

    /** Returns a checked tree as a typed seed. */
    public static State typed(ObjectNode tree) {
        return RecordReader.read(tree, State.class);
    }

    private static void prune(JsonNode node, SeedSchema shape) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> {
                SeedSchema of = shape.members().get(member.getKey());
                return of != null
                        && of.defaultValue() != null
                        && of.defaultValue().asText().equals(member.getValue().asText());
            });
            object.properties().forEach(member -> {
                SeedSchema of = shape.members().get(member.getKey());
                if (of != null && member.getValue().isContainerNode()) {
                    prune(member.getValue(), of);
                }
            });
        } else if (node.isArray() && shape.items() != null) {
            node.forEach(element -> prune(element, shape.items()));
        }
    }
}
