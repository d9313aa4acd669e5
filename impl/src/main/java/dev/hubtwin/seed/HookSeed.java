package dev.hubtwin.seed;

/** A webhook of an organization or a repository. */
public final class HookSeed extends NumberedSeed<HookSeed> {

    private static final String CONFIG = "config";

    HookSeed(String url) {
        put(CONFIG, "url", url);
        contentType("json");
    }

    /** Sets the secret that signs deliveries (R112). Default: they are not signed. */
    public HookSeed secret(String secret) {
        return put(CONFIG, "secret", secret);
    }

    /**
     * Sets how payloads are sent: {@code json}, or by any other word as a form. Default here: JSON, unlike the API
     * (R111).
     */
    public HookSeed contentType(String type) {
        return put(CONFIG, "content_type", type);
    }

    /** Delivers without verifying the certificate of the receiver (R113). Default: it is verified. */
    public HookSeed insecureSsl() {
        return put(CONFIG, "insecure_ssl", "1");
    }

    /** Adds events that are sent; {@code *} stands for every event. Default: {@code push} alone (R114). */
    public HookSeed events(String... events) {
        return add("events", (Object[]) events);
    }

    /** Makes the webhook inactive, so that only pings are sent. Default: active (R115). */
    public HookSeed inactive() {
        return with("active", false);
    }

    /** Sets the OAuth app that created the webhook; nobody else sees it (R106, R107). Default: a user created it. */
    public HookSeed oauthApp(String clientId) {
        return with("oauth_app", clientId);
    }
}
