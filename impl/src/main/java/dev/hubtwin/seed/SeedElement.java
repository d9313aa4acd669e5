package dev.hubtwin.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a seed. What it does not say has the default of the seed format. Nothing is checked here: a seed is checked
 * as a whole when a world is made from it, and what is wrong then is refused by a {@link SeedException}.
 *
 * @param <T> the type of the part itself
 */
public abstract class SeedElement<T extends SeedElement<T>> {

    private final Map<String, @Nullable Object> members;

    SeedElement() {
        this(new LinkedHashMap<>());
    }

    SeedElement(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /**
     * Sets a member by its name in the seed format, so that all of the format can be said, whether or not it has a
     * method here.
     *
     * @param name the name of the member, such as {@code twitter_username}
     * @param value a text, number, boolean, time ({@link java.time.Instant}), duration, enum constant, or a list, array
     *     or map of those; null leaves the member unset
     * @return this part
     * @throws IllegalArgumentException if the value is of another type
     */
    public final T with(String name, @Nullable Object value) {
        members.put(name, SeedValues.copy(value));
        return self();
    }

    @SuppressWarnings("unchecked") // T is the type of the part itself
    private T self() {
        return (T) this;
    }

    /** Adds plain values to a list. */
    final T add(String list, Object... values) {
        List<@Nullable Object> elements = list(list);
        for (Object value : values) {
            elements.add(SeedValues.copy(value));
        }
        return self();
    }

    /** Adds a part to a list, once {@code details} has filled it in. */
    final <P extends SeedElement<P>> T add(String list, P part, Consumer<? super P> details) {
        details.accept(part);
        list(list).add(part.members());
        return self();
    }

    /** Sets one entry of a map. */
    final T put(String map, String name, Object value) {
        map(map).put(name, SeedValues.copy(value));
        return self();
    }

    @SuppressWarnings("unchecked") // a list in a seed holds anything that a seed can hold
    private List<@Nullable Object> list(String name) {
        Object found = existing(name, new ArrayList<>());
        if (found instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw SeedException.at(name, 0, "this is not a list; expected one that can be added to");
    }

    /** Returns the map under a name, for changing; an empty one is put there if there is none. */
    @SuppressWarnings("unchecked") // the keys of a map in a seed are texts
    final Map<String, @Nullable Object> map(String name) {
        Object found = existing(name, new LinkedHashMap<>());
        if (found instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw SeedException.at(name, 0, "this is not an object; expected one that can be added to");
    }

    private Object existing(String name, Object absent) {
        Object found = members.get(name);
        if (found == null) {
            members.put(name, absent);
            return absent;
        }
        return found;
    }

    /** Returns what has been said so far, for changing. */
    final Map<String, @Nullable Object> members() {
        return members;
    }
}
