package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateContentType;
import dev.hubtwin.internal.control.model.StateInsecureSsl;

/** A webhook of an organization. */
public final class HookSeed extends NumberedSeed<HookSeed> {

    private static final String CONFIG = "config";

    HookSeed(String url) {
        put(CONFIG, "url", url);
        contentType(StateContentType.JSON);
    }

    /** What deliveries are signed with; without it they are not. */
    public HookSeed secret(String secret) {
        return put(CONFIG, "secret", secret);
    }

    /** Without it JSON. */
    public HookSeed contentType(StateContentType type) {
        return put(CONFIG, "content_type", type);
    }

    /** The certificate of the receiver is not verified. */
    public HookSeed insecureSsl() {
        return put(CONFIG, "insecure_ssl", StateInsecureSsl._1);
    }

    /** What it hears of; {@code *} is everything. */
    public HookSeed events(String... events) {
        return add("events", (Object[]) events);
    }

    /** It hears nothing but pings. */
    public HookSeed inactive() {
        return with("active", false);
    }

    /** The OAuth app that made it, which alone knows of it. */
    public HookSeed oauthApp(String clientId) {
        return with("oauth_app", clientId);
    }
}
