package dev.hubtwin.client;

/** There is no such thing, or whoever calls may not know of it (404). */
public final class NotFoundException extends GitHubException {

    private static final long serialVersionUID = 1;

    NotFoundException(Refusal refusal) {
        super(refusal, null);
    }
}
