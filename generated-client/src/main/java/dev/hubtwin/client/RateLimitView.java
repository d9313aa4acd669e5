package dev.hubtwin.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What the last answer said of a rate limit.
 *
 * @param resource what the limit is of, such as {@code core}
 * @param limit how many requests there are an hour
 * @param remaining how many are left
 * @param used how many were made
 * @param resetAt when all are left again, by GitHub's clock
 */
public record RateLimitView(String resource, long limit, long remaining, long used, Instant resetAt) {

    static Optional<RateLimitView> of(Answer answer) {
        Optional<Long> limit = answer.number("X-RateLimit-Limit");
        Optional<Long> remaining = answer.number("X-RateLimit-Remaining");
        Optional<Long> reset = answer.number("X-RateLimit-Reset");
        if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RateLimitView(
                answer.header("X-RateLimit-Resource").orElse("core"),
                limit.get(),
                remaining.get(),
                answer.number("X-RateLimit-Used").orElse(limit.get() - remaining.get()),
                Instant.ofEpochSecond(reset.get())));
    }
}
