package dev.hubtwin.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How requests of a client are signed in: a {@link Credential} that may take a request to get, and may be renewed. */
interface Authenticator {

    /** Returns the value of the header {@code Authorization}; empty to send none. */
    CompletableFuture<Optional<String>> value();

    /** Returns what tells answers to this caller from those to others, which is not a secret. */
    String identity();

    /**
     * Drops what a server refused.
     *
     * @param refused the header that was sent
     * @param answer the refusal
     * @return whether {@link #value} will give something else now
     */
    boolean renew(Optional<String> refused, Answer answer);

    /** Returns the form that a credential has inside. */
    static Authenticator of(Credential credential) {
        return credential instanceof AppCredential app ? app : new Given(credential);
    }

    /** A credential that nothing more is known of. */
    record Given(Credential credential) implements Authenticator {

        @Override
        public CompletableFuture<Optional<String>> value() {
            return CompletableFuture.completedFuture(credential.authorization());
        }

        @Override
        public String identity() {
            return StaticCredential.digest(credential.authorization());
        }

        @Override
        public boolean renew(Optional<String> refused, Answer answer) {
            return !credential.authorization().equals(refused);
        }
    }
}
