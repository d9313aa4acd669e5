package dev.hubtwin.client;

/** The server cannot answer now (500, 502, 503, 504). */
public final class UnavailableException extends GitHubException {

    private static final long serialVersionUID = 1;

    UnavailableException(Refusal refusal) {
        super(refusal, null);
    }
}
