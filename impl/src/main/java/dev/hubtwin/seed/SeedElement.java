package dev.hubtwin.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.function.Consumer;

/**
 * Something that a seed describes, as far as it is said. What is not said has its default.
 *
 * @param <T> its own type
 */
public abstract class SeedElement<T extends SeedElement<T>> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private final ObjectNode node = JSON.createObjectNode();

    SeedElement() {}

    /**
     * Says a member by its name in the seed format; nothing that the format has is out of reach.
     *
     * @param value a text, number, boolean, time, list, map, or anything that Jackson writes; null: the member is
     *     absent
     */
    public final T with(String name, Object value) {
        node.set(name, JSON.valueToTree(value));
        return self();
    }

    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }

    /** Adds plain values to a list. */
    final T add(String list, Object... values) {
        for (Object value : values) {
            node.withArrayProperty(list).add(JSON.<JsonNode>valueToTree(value));
        }
        return self();
    }

    /** Adds something to a list, after it was told about. */
    final <P extends SeedElement<P>> T add(String list, P part, Consumer<? super P> more) {
        more.accept(part);
        node.withArrayProperty(list).add(part.node());
        return self();
    }

    /** Says one more entry of a map. */
    final T put(String map, String name, Object value) {
        node.withObjectProperty(map).set(name, JSON.valueToTree(value));
        return self();
    }

    /** What was said so far. */
    final ObjectNode node() {
        return node;
    }
}
