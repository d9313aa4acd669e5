package dev.hubtwin.internal.world.app;

import org.jspecify.annotations.Nullable;

/**
 * An OAuth app.
 *
 * @param url its site; null if nobody knows
 * @param callbackUrl where the browsers of users who sign in are sent, or below which; null: to wherever they say
 */
public record OAuthApp(
        String clientId,
        String clientSecret,
        String name,
        @Nullable String url,
        @Nullable String callbackUrl) {}
