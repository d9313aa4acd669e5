package dev.hubtwin.internal.world.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app of either sort as the client of OAuth.
 *
 * @param app the GitHub App; null: it is an OAuth app
 * @param url the site of the app; null if nobody knows
 * @param callbacks where the browsers of its users may be sent; empty: to wherever it says
 */
public record OAuthClient(
        String id,
        String secret,
        String name,
        @Nullable App app,
        @Nullable String url,
        List<String> callbacks) {

    static OAuthClient of(App app) {
        return new OAuthClient(
                app.clientId(),
                app.clientSecret(),
                app.name(),
                app,
                app.externalUrl(),
                app.signIn().callbacks());
    }

    static OAuthClient of(OAuthApp app) {
        return new OAuthClient(
                app.clientId(),
                app.clientSecret(),
                app.name(),
                null,
                app.url(),
                app.callbackUrl() == null ? List.of() : List.of(app.callbackUrl()));
    }

    /** Whether a secret is the client's; how long that takes tells nothing. */
    public boolean hasSecret(String presented) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
