package dev.hubtwin.client;

/** The thing is not in a state that allows this (409). */
public final class ConflictException extends GitHubException {

    private static final long serialVersionUID = 1;

    ConflictException(Refusal refusal) {
        super(refusal, null);
    }
}
