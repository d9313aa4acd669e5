package dev.hubtwin.seed;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a seed holds: texts, numbers, booleans, null, and lists and maps of them. */
final class SeedValues {

    private SeedValues() {}

    /**
     * Copies a value, down to the last list and map.
     *
     * @return lists and maps that may be changed; times, durations and enum constants as texts
     * @throws IllegalArgumentException if a seed cannot hold the value
     */
    static @Nullable Object copy(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof CharSequence
                || value instanceof Enum<?>
                || value instanceof Temporal
                || value instanceof Duration) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), copy(member)));
            return copy;
        }
        if (value instanceof Iterable<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>();
            elements.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        if (value instanceof Object[] elements) {
            return copy(List.of(elements));
        }
        throw new IllegalArgumentException(
                "a seed cannot hold a " + value.getClass().getName()
                        + "; expected a text, number, boolean, time, duration, enum constant, list or map");
    }

    /** Copies members for reading only, down to the last list and map. */
    static Map<String, @Nullable Object> readOnly(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(name, readOnly(value)));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("unchecked") // what copy() and the parser make has texts as keys
    private static @Nullable Object readOnly(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return readOnly((Map<String, @Nullable Object>) map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(readOnly(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
