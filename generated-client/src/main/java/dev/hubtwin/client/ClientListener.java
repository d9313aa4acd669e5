package dev.hubtwin.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is told of each request that a client sends, for metrics and tracing. Its methods are called by any thread and should
 * not block; what they throw is logged and changes nothing.
 */
public interface ClientListener {

    /**
     * A request is about to be sent.
     *
     * @return headers to add to it, such as {@code traceparent}
     */
    default Map<String, String> started(Attempt attempt) {
        return Map.of();
    }

    /** A request was answered, or failed. */
    default void ended(Attempt attempt, Outcome outcome) {}

    /**
     * One request of a call.
     *
     * @param call a number that no other call of the program has, so that no two attempts are equal
     * @param operation the id of the operation, such as {@code orgs/get}
     * @param method such as {@code GET}
     * @param path the path, without what is secret
     * @param number 1, and one more each time the call is repeated or redirected
     */
    record Attempt(long call, String operation, String method, String path, int number) {}

    /**
     * What came of a request.
     *
     * @param status of the answer; 0 if there was none
     * @param requestId by which GitHub's support finds the request
     * @param duration from before the request until its answer was read
     * @param failure why there was no answer; null if there was
     */
    record Outcome(
            int status,
            Optional<String> requestId,
            Duration duration,
            @Nullable Throwable failure) {}
}
