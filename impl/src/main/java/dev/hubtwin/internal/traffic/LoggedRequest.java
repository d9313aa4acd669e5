package dev.hubtwin.internal.traffic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request and what was answered, as they were: secrets are masked by who shows them.
 *
 * @param number counted from 1 in its world
 * @param refusal null: it was not refused
 */
public record LoggedRequest(long number, Arrival arrival, CallerName caller, Outcome outcome, Refused refusal) {

    /** The most bytes that are kept of a body. */
    public static final int BODY = 16_384;

    private static final long OF_AN_ENTRY = 1_000;
    private static final long OF_A_HEADER = 100;

    /**
     * Returns the same request when it comes again and is answered likewise.
     *
     * @param own the headers of the answer whose values are its own; others by those names are not kept
     */
    public LoggedRequest again(
            Instant at, Instant system, Map<String, List<String>> headers, Map<String, String> own, long nanos) {
        Map<String, String> answered = new LinkedHashMap<>(outcome.headers());
        answered.replaceAll((name, value) -> own.getOrDefault(name, value));
        return new LoggedRequest(
                0,
                new Arrival(
                        at,
                        system,
                        arrival.world(),
                        arrival.dialect(),
                        arrival.host(),
                        arrival.method(),
                        arrival.path(),
                        arrival.query(),
                        headers,
                        arrival.body()),
                caller,
                new Outcome(outcome.operation(), outcome.status(), answered, outcome.body(), nanos, null),
                refusal);
    }

    /** Returns the same with its number. */
    public LoggedRequest numbered(long number) {
        return new LoggedRequest(number, arrival, caller, outcome, refusal);
    }

    /** Returns about how many bytes it takes. */
    long bytes() {
        long bytes = OF_AN_ENTRY
                + arrival.body().length
                + outcome.body().length
                + arrival.path().length();
        bytes += arrival.query() == null ? 0 : arrival.query().length();
        for (Map.Entry<String, List<String>> header : arrival.headers().entrySet()) {
            for (String value : header.getValue()) {
                bytes += OF_A_HEADER + value.length();
            }
        }
        for (String value : outcome.headers().values()) {
            bytes += OF_A_HEADER + value.length();
        }
        return bytes;
    }

    /**
     * What arrived.
     *
     * @param at by the world's clock
     * @param system by the machine's
     * @param dialect the word for it
     * @param path raw, below the root
     * @param query raw; null if there is none
     * @param headers by names in any case
     * @param body its beginning
     */
    public record Arrival(
            Instant at,
            Instant system,
            String world,
            String dialect,
            String host,
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            byte[] body) {}

    /**
     * What was answered.
     *
     * @param operation the id of the one that was meant; null: none was
     * @param status null: the connection was cut before there was an answer
     * @param body its beginning
     * @param fault the id of the one that struck; null: none did
     */
    public record Outcome(
            String operation, Integer status, Map<String, String> headers, byte[] body, long nanos, Long fault) {}

    /** At which step a request was refused, and with what words. */
    public record Refused(String step, String message) {}
}
