package dev.hubtwin.seed;

/** An OAuth app. */
public final class OAuthAppSeed extends SeedElement<OAuthAppSeed> {

    OAuthAppSeed(String clientId) {
        with("client_id", clientId);
    }

    /** Without it, derived from the client id. */
    public OAuthAppSeed secret(String secret) {
        return with("client_secret", secret);
    }

    /** The name for people. */
    public OAuthAppSeed name(String name) {
        return with("name", name);
    }
}
