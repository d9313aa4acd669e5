package dev.hubtwin.client;

/** What was asked for is not there any more (410). */
public final class GoneException extends GitHubException {

    private static final long serialVersionUID = 1;

    GoneException(Refusal refusal) {
        super(refusal, null);
    }
}
