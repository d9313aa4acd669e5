package dev.hubtwin.client;

import java.time.Instant;

/** No requests are left until the limit is reset (403, 429). */
public final class PrimaryRateLimitException extends GitHubException {

    private static final long serialVersionUID = 1;

    private final Instant resetAt;

    PrimaryRateLimitException(Refusal refusal, Instant resetAt) {
        super(refusal.with(refusal.reason() + " (until " + resetAt + ")"), null);
        this.resetAt = resetAt;
    }

    /** Returns when there will be requests again, by GitHub's clock. */
    public Instant resetAt() {
        return resetAt;
    }
}
