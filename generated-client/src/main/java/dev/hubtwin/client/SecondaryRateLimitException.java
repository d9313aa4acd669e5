package dev.hubtwin.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Too much was asked for in a short time (403, 429). */
public final class SecondaryRateLimitException extends GitHubException {

    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    SecondaryRateLimitException(Refusal refusal, @Nullable Duration retryAfter) {
        super(
                retryAfter == null
                        ? refusal
                        : refusal.with(refusal.reason() + " (wait " + retryAfter.toSeconds() + " s)"),
                null);
        this.retryAfter = retryAfter;
    }

    /** Returns how long GitHub says to wait. If it says nothing, wait a minute, then longer each time. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
