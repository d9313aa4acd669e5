package dev.hubtwin.internal.traffic;

import java.time.Instant;
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
