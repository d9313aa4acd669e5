package dev.hubtwin.client;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a client asks again. A broken connection and 408, 500, 502, 503 and 504 are tried again if the request may be
 * done twice (GET, HEAD, PUT, DELETE); a refused connection and a limit, after which nothing was done, with any
 * request.
 *
 * <p>The wait is drawn between nothing and a bound, which begins at a second and doubles each time. After a limit it is
 * what GitHub says; where it says nothing, a minute, then two.
 *
 * @param most how often a call is repeated
 * @param within the time that all attempts and waits of a call may take; what would take longer fails at once
 */
public record Retries(int most, Duration within) {

    private static final Set<Integer> TRANSIENT = Set.of(408, 500, 502, 503, 504);
    private static final long FIRST_BOUND = 1_000;
    private static final Duration SECONDARY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 5;

    /** Checks that neither is negative. */
    public Retries {
        if (most < 0 || within.isNegative()) {
            throw new IllegalArgumentException("retries cannot be negative");
        }
    }

    /** Returns the way of a client that never asks again. */
    public static Retries none() {
        return new Retries(0, Duration.ZERO);
    }

    /** Returns the way of a client that asks again at most so often, and that within a minute and a half. */
    public static Retries upTo(int most) {
        return new Retries(most, Duration.ofSeconds(90));
    }

    /** Returns a copy with another time for all attempts of a call. */
    public Retries within(Duration duration) {
        return new Retries(most, duration);
    }

    /**
     * Returns how long to wait before a call is sent again; empty if it is not.
     *
     * @param before how often it was repeated already
     * @param failure what came of the last attempt
     * @param answer the answer, if there was one
     */
    Optional<Duration> delay(
            Call call,
            int before,
            GitHubException failure,
            @Nullable Answer answer,
            Instant now,
            RandomGenerator random) {
        if (before >= most) {
            return Optional.empty();
        }
        if (failure instanceof PrimaryRateLimitException limit) {
            Instant server = answer == null ? now : answer.date().orElse(now);
            return Optional.of(atLeastNothing(Duration.between(server, limit.resetAt())));
        }
        if (failure instanceof SecondaryRateLimitException limit) {
            return Optional.of(limit.retryAfter().orElse(SECONDARY.multipliedBy(doublings(before))));
        }
        boolean again = answer == null
                ? isRefusedConnection(failure) || failure instanceof NoAnswerException && call.isIdempotent()
                : TRANSIENT.contains(answer.status()) && call.isIdempotent();
        return again ? Optional.of(drawn(before, answer, now, random)) : Optional.empty();
    }

    private static Duration drawn(int before, @Nullable Answer answer, Instant now, RandomGenerator random) {
        Duration jitter = Duration.ofMillis(random.nextLong(FIRST_BOUND * doublings(before) + 1));
        return answer == null ? jitter : answer.retryAfter(now).orElse(jitter);
    }

    private static boolean isRefusedConnection(GitHubException failure) {
        return failure.getCause() instanceof ConnectException;
    }

    private static long doublings(int before) {
        return 1L << Math.min(before, MOST_DOUBLINGS);
    }

    private static Duration atLeastNothing(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
