package dev.hubtwin.client;

/** Whoever calls may not do this: a role, a scope or a permission is missing (403). */
public final class ForbiddenException extends GitHubException {

    private static final long serialVersionUID = 1;

    ForbiddenException(Refusal refusal) {
        super(refusal, null);
    }
}
