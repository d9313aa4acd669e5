package dev.hubtwin.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call did not succeed. Each meaning has a class of its own; this one is for who does not tell them apart. What is
 * printed has the request, the status, GitHub's words and where they are explained, and no secret.
 */
public abstract class GitHubException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    GitHubException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.toString(), cause);
        this.refusal = refusal;
    }

    /** Returns the status of the answer; 0 if there was none. */
    public int status() {
        return refusal.status();
    }

    /** Returns what GitHub says is wrong; empty if it says nothing. */
    public String reason() {
        return refusal.reason();
    }

    /** Returns where GitHub explains it. */
    public Optional<String> documentationUrl() {
        return Optional.ofNullable(refusal.documentationUrl());
    }

    /** Returns the id by which GitHub's support finds the request. */
    public Optional<String> requestId() {
        return Optional.ofNullable(refusal.requestId());
    }

    /** Returns the id of the operation that was called, such as {@code orgs/get}. */
    public String operation() {
        return refusal.operation();
    }
}
