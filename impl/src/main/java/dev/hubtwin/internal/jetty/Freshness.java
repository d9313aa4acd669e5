package dev.hubtwin.internal.jetty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides whether a stored response is still what the application would answer, and does what goes with an answer. */
@FunctionalInterface
public interface Freshness {

    /**
     * Takes one more request that the response is for. Quick, and waits for nothing.
     *
     * @param headers makes those of the request, by their names as they came
     * @param begun when it came, by {@link System#nanoTime}
     * @return the headers that no two responses share; empty if the response is not fresh, and then nothing has
     *     happened
     */
    Optional<Map<String, String>> reuse(Supplier<Map<String, List<String>>> headers, long begun);
}
