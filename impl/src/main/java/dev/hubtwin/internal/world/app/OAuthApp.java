package dev.hubtwin.internal.world.app;

import org.jspecify.annotations.Nullable;

/** An OAuth app; {@code url} is its site, and may be null. */
public record OAuthApp(
        String clientId,
        String clientSecret,
        String name,
        @Nullable String url) {}
