package dev.hubtwin.client;

import org.jspecify.annotations.Nullable;

/** An answer that the operation does not have: another status, or a body that cannot be read. */
public final class UnexpectedAnswerException extends GitHubException {

    private static final long serialVersionUID = 1;

    UnexpectedAnswerException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal, cause);
    }
}
