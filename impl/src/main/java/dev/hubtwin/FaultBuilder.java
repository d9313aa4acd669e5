package dev.hubtwin;

import dev.hubtwin.internal.control.model.FaultBreak;
import dev.hubtwin.internal.control.model.FaultCreate;
import dev.hubtwin.internal.control.model.FaultMethod;
import dev.hubtwin.internal.control.model.FaultRateLimit;
import java.time.Duration;
import java.util.List;

/** A fault that is being planned: for which requests, what happens, and when. */
public final class FaultBuilder {

    private final FaultCreate.Builder form = FaultCreate.builder();

    FaultBuilder() {}

    FaultCreate form() {
        return form.build();
    }

    /** For these operations, by their ids, such as {@code orgs/get}; without them, for any. */
    public FaultBuilder operations(String... ids) {
        form.operations(List.of(ids));
        return this;
    }

    /** For requests by this method. */
    public FaultBuilder method(FaultMethod method) {
        form.method(method);
        return this;
    }

    /** For this path below the root; with {@code *} at its end, for all that begin so. */
    public FaultBuilder path(String path) {
        form.path(path);
        return this;
    }

    /** For a user by login, an app by slug, or {@code anonymous}. */
    public FaultBuilder caller(String name) {
        form.caller(name);
        return this;
    }

    /** It is answered so, in the rule's place; a status that every operation chosen has. */
    public FaultBuilder status(int status) {
        form.status(status);
        return this;
    }

    /** With this body, anything that Jackson writes; without it, the description's example. */
    public FaultBuilder body(Object body) {
        form.body(body);
        return this;
    }

    /** With {@code Retry-After}, in whole seconds. */
    public FaultBuilder retryAfter(Duration wait) {
        form.retryAfter(Math.toIntExact(wait.toSeconds()));
        return this;
    }

    /** The caller's rate limit is used up, for good until its window ends. */
    public FaultBuilder rateLimitExhausted() {
        form.rateLimit(FaultRateLimit.EXHAUSTED);
        return this;
    }

    /** A secondary rate limit refuses. */
    public FaultBuilder secondaryRateLimit() {
        form.rateLimit(FaultRateLimit.SECONDARY);
        return this;
    }

    /** The answer waits, by the machine's clock. */
    public FaultBuilder delay(Duration delay) {
        form.delay(delay.toString());
        return this;
    }

    /** The rule is applied, and the connection cut before its answer is seen. */
    public FaultBuilder cut() {
        form.broken(FaultBreak.CUT);
        return this;
    }

    /** The connection is cut before the rule is applied, so nothing changes. */
    public FaultBuilder cutBefore() {
        form.broken(FaultBreak.CUT).before(true);
        return this;
    }

    /** The body breaks off. */
    public FaultBuilder truncated() {
        form.broken(FaultBreak.TRUNCATED);
        return this;
    }

    /** The body is no JSON. */
    public FaultBuilder garbled() {
        form.broken(FaultBreak.GARBLED);
        return this;
    }

    /** It hits so many requests at most; without it, there is no end. */
    public FaultBuilder times(int most) {
        form.times(most);
        return this;
    }

    /** Of the requests it chooses, it hits every so manieth. */
    public FaultBuilder every(int nth) {
        form.every(nth);
        return this;
    }

    /** It hits with a probability; the same seed draws the same. */
    public FaultBuilder probability(double probability, long seed) {
        form.probability(probability).seed(seed);
        return this;
    }
}
