package dev.hubtwin.client;

import org.jspecify.annotations.Nullable;

/** No answer came: the server was not reached, the connection broke, or time ran out. {@link #getCause} says which. */
public final class NoAnswerException extends GitHubException {

    private static final long serialVersionUID = 1;

    NoAnswerException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal, cause);
    }
}
