package dev.hubtwin.client;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** How a client says who it is. It is asked before each request, by any number of threads. */
@FunctionalInterface
public interface Credential {

    /** What the header {@code Authorization} is to say; empty: nothing. */
    Optional<String> authorization();

    /** Nobody in particular. */
    static Credential none() {
        return Optional::empty;
    }

    /** A token of a user, of an app for a user, or of an installation. */
    static Credential token(String token) {
        Optional<String> value = Optional.of("Bearer " + token);
        return () -> value;
    }

    /** The client id and secret of an app of either sort. */
    static Credential client(String id, String secret) {
        byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
        Optional<String> value = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        return () -> value;
    }

    /**
     * A GitHub App, by JSON web tokens that it signs; each serves for some minutes.
     *
     * @param issuer the id of the app, or its client id
     * @param key as {@link PrivateKeys#read} gives it
     */
    static Credential app(String issuer, PrivateKey key) {
        return new AppCredential(issuer, key, Clock.systemUTC());
    }
}
