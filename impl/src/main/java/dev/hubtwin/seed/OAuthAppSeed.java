package dev.hubtwin.seed;

/** An OAuth app. */
public final class OAuthAppSeed extends SeedElement<OAuthAppSeed> {

    OAuthAppSeed(String clientId) {
        with("client_id", clientId);
    }

    /** Sets the client secret. Default: one that is derived from the client id. */
    public OAuthAppSeed secret(String secret) {
        return with("client_secret", secret);
    }

    /** Sets the display name. Default: the client id. */
    public OAuthAppSeed name(String name) {
        return with("name", name);
    }

    /**
     * Sets where the browsers of users who sign in are sent, or below which. Default: to wherever the app says.
     *
     * @param url {@code http} or {@code https}
     */
    public OAuthAppSeed callbackUrl(String url) {
        return with("callback_url", url);
    }
}
