package dev.hubtwin.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Time that passes when somebody waits, and at once; and the greatest of numbers that could be drawn. */
final class ManualTime extends Clock implements Timer {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Instant now = START;

    /** Returns the waits, in milliseconds. */
    List<Long> waits() {
        return waits.stream().map(Duration::toMillis).toList();
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    GitHubClientBuilder on(GitHubClientBuilder builder) {
        return builder.by(this, this, new Greatest());
    }

    @Override
    public CompletableFuture<Void> pass(Duration duration) {
        waits.add(duration);
        advance(duration);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    private static final class Greatest implements RandomGenerator {

        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
