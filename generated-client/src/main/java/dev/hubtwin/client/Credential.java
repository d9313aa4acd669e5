package dev.hubtwin.client;

import java.security.PrivateKey;
import java.time.Clock;
import java.util.Optional;

/**
 * Who a client is. It is asked before each request, by any number of threads, so a token that is kept elsewhere can be
 * given as a lambda.
 *
 * <pre>{@code
 * Credential vault = () -> Optional.of("Bearer " + secrets.read("github"));
 * }</pre>
 */
@FunctionalInterface
public interface Credential {

    /** Returns the value of the header {@code Authorization}; empty to send none. It must not block for long. */
    Optional<String> authorization();

    /** Returns the credential of a caller who does not sign in. */
    static Credential anonymous() {
        return StaticCredential.ANONYMOUS;
    }

    /**
     * Returns the credential of whoever a token was made for.
     *
     * @param token of a user, of an app for a user, or of an installation
     */
    static Credential token(String token) {
        return StaticCredential.bearer(token);
    }

    /** Returns the client id and client secret of a GitHub App or an OAuth app. */
    static Credential clientCredentials(String clientId, String clientSecret) {
        return StaticCredential.basic(clientId, clientSecret);
    }

    /**
     * Returns the credential of a GitHub App, which signs JSON web tokens and replaces each before it ends.
     *
     * @param id the id of the app, or its client id
     * @param key its private key, as {@link PrivateKeys#read} gives it
     */
    static Credential app(String id, PrivateKey key) {
        return new AppCredential(id, key, Clock.systemUTC());
    }
}
