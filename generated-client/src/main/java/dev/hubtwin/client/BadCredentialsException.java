package dev.hubtwin.client;

/** The credential is not good, or there is none and the operation wants one (401). */
public final class BadCredentialsException extends GitHubException {

    private static final long serialVersionUID = 1;

    BadCredentialsException(Refusal refusal) {
        super(refusal, null);
    }
}
