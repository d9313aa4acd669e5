package dev.hubtwin;

import dev.hubtwin.client.control.model.FaultBreak;
import dev.hubtwin.client.control.model.FaultCreate;
import dev.hubtwin.client.control.model.FaultMethod;
import dev.hubtwin.client.control.model.FaultRateLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes a fault: which requests it chooses, what happens to them, and when. Without a method that chooses, it
 * chooses every request; at least one method must say what happens. Every method returns this builder.
 */
public final class FaultBuilder {

    private final FaultCreate.Builder fault = FaultCreate.builder();
    private final Map<String, String> headers = new LinkedHashMap<>();

    FaultBuilder() {}

    FaultCreate build() {
        return fault.build();
    }

    /** Chooses requests to operations, by their ids in the description, such as {@code orgs/get}. */
    public FaultBuilder operations(String... ids) {
        fault.operations(List.of(ids));
        return this;
    }

    /** Chooses requests by their method. */
    public FaultBuilder method(FaultMethod method) {
        fault.method(method);
        return this;
    }

    /**
     * Chooses requests by their path below the root, in any case.
     *
     * @param path such as {@code /orgs/acme}; if it ends in {@code *}, every path that begins with the rest
     */
    public FaultBuilder path(String path) {
        fault.path(path);
        return this;
    }

    /** Chooses requests by their caller: the login of a user, the slug of an app, or {@code anonymous}. */
    public FaultBuilder caller(String name) {
        fault.caller(name);
        return this;
    }

    /**
     * Answers with a status; nothing is changed by the request.
     *
     * @param status one that every chosen operation has in the description, or 500, 502, 503 or 504, with which a
     *     gateway before GitHub answers whatever the operation. 429 without a body or a rate limit is a secondary rate
     *     limit.
     */
    public FaultBuilder status(int status) {
        fault.status(status);
        return this;
    }

    /**
     * Answers with a body; it belongs to a status or a rate limit. Default: the example of the description.
     *
     * @param body a text, number, boolean, list or map, which is sent as JSON; with the status of a gateway, a text is
     *     sent as it is, as HTML, and not at all if it is empty
     */
    public FaultBuilder body(Object body) {
        fault.body(body);
        return this;
    }

    /**
     * Adds a header to the answer, such as {@code X-GitHub-SSO}, or takes the place of one; alone, to what the request
     * is answered without the fault.
     */
    public FaultBuilder header(String name, String value) {
        headers.put(name, value);
        fault.headers(headers);
        return this;
    }

    /**
     * Answers with {@code Retry-After}; it belongs to a status or a rate limit.
     *
     * @param delay how long to wait; it is sent in whole seconds
     */
    public FaultBuilder retryAfter(Duration delay) {
        fault.retryAfter(Math.toIntExact(delay.toSeconds()));
        return this;
    }

    /** Uses up the rate limit of the caller, until its window ends. */
    public FaultBuilder rateLimitExhausted() {
        fault.rateLimit(FaultRateLimit.EXHAUSTED);
        return this;
    }

    /** Answers as GitHub does when a secondary rate limit is exceeded. */
    public FaultBuilder secondaryRateLimit() {
        fault.rateLimit(FaultRateLimit.SECONDARY);
        return this;
    }

    /** Delays the response, by the clock of the machine; a day at most. */
    public FaultBuilder delay(Duration delay) {
        fault.delay(delay.toString());
        return this;
    }

    /** Does what the request asks, then closes the connection instead of answering. */
    public FaultBuilder cut() {
        fault.broken(FaultBreak.CUT);
        return this;
    }

    /** Closes the connection before anything is done, so that nothing changes. */
    public FaultBuilder cutBefore() {
        fault.broken(FaultBreak.CUT).before(true);
        return this;
    }

    /** Ends the body of the response early. */
    public FaultBuilder truncated() {
        fault.broken(FaultBreak.TRUNCATED);
        return this;
    }

    /** Sends a body that is not JSON. */
    public FaultBuilder garbled() {
        fault.broken(FaultBreak.GARBLED);
        return this;
    }

    /** Strikes at most so many times. Default: without end. */
    public FaultBuilder times(int limit) {
        fault.times(limit);
        return this;
    }

    /** Strikes every nth of the chosen requests; not together with {@link #probability}. Default: each of them. */
    public FaultBuilder every(int nth) {
        fault.every(nth);
        return this;
    }

    /**
     * Strikes the chosen requests at random; not together with {@link #every}.
     *
     * @param probability from 0 to 1
     * @param seed what the random numbers begin with; the same seed strikes the same requests
     */
    public FaultBuilder probability(double probability, long seed) {
        fault.probability(probability).seed(seed);
        return this;
    }
}
