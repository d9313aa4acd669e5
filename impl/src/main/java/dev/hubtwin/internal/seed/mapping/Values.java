package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateLevel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Converts values between documents, where they may be absent, and worlds, where a default stands for them. */
public final class Values {

    /** When things were created that do not say when. */
    static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private Values() {}

    static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Returns the time as an instant, or the default if it is absent. */
    static Instant instant(OffsetDateTime time, Instant absent) {
        return time == null ? absent : time.toInstant();
    }

    /** Returns the instant as a time, or null if it is the default. */
    static OffsetDateTime time(Instant instant, Instant absent) {
        return instant == null || instant.equals(absent) ? null : time(instant);
    }

    static Instant created(OffsetDateTime time) {
        return instant(time, BEGINNING);
    }

    static OffsetDateTime created(Instant instant) {
        return time(instant, BEGINNING);
    }

    static <T> T or(T value, T absent) {
        return value == null ? absent : value;
    }

    /** Returns the value, or null if it is the default. */
    static <T> T unless(T value, T absent) {
        return value.equals(absent) ? null : value;
    }

    static <T> List<T> all(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Returns the elements, or null if there are none. */
    static <T> List<T> some(Collection<T> elements) {
        return elements.isEmpty() ? null : new ArrayList<>(elements);
    }

    static PVector<String> texts(List<String> list) {
        return TreePVector.from(all(list));
    }

    public static PMap<String, String> levels(Map<String, StateLevel> levels) {
        TreePMap<String, String> sorted = TreePMap.empty();
        for (Map.Entry<String, StateLevel> level : levels.entrySet()) {
            sorted = sorted.plus(level.getKey(), level.getValue().text());
        }
        return sorted;
    }

    static Map<String, StateLevel> levels(PMap<String, String> levels) {
        Map<String, StateLevel> sorted = new TreeMap<>();
        levels.forEach((name, level) -> sorted.put(name, StateLevel.of(level)));
        return sorted;
    }
}
