package dev.hubtwin.internal.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number that is read whenever somebody asks for the metrics.
 *
 * @param kind whether it only ever grows
 * @param name words in lower case with dots between them, the unit last, such as {@code hubtwin.heap.used.bytes}
 * @param labels tell it from others of its name, whose labels have the same names; no name or word of a client
 */
public record Measurement(
        Kind kind, String name, String description, Map<String, String> labels, DoubleSupplier value) {

    /** Whether a number rises and falls, or counts. */
    public enum Kind {
        GAUGE,
        COUNTER
    }

    /** A number that rises and falls, the only one of its name. */
    public static Measurement gauge(String name, String description, DoubleSupplier value) {
        return gauge(name, description, Map.of(), value);
    }

    /** A number that rises and falls. */
    public static Measurement gauge(String name, String description, Map<String, String> labels, DoubleSupplier value) {
        return new Measurement(Kind.GAUGE, name, description, labels, value);
    }

    /** A number that only grows. */
    public static Measurement counter(
            String name, String description, Map<String, String> labels, DoubleSupplier value) {
        return new Measurement(Kind.COUNTER, name, description, labels, value);
    }
}
