package dev.hubtwin.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass without holding a thread. */
@FunctionalInterface
interface Timer {

    /** Returns what is completed when a duration has passed. */
    CompletableFuture<Void> pass(Duration duration);

    /** Returns the time of the machine. */
    static Timer real() {
        return duration -> new CompletableFuture<Void>()
                .completeOnTimeout(null, Math.max(1, duration.toMillis()), TimeUnit.MILLISECONDS);
    }
}
