package dev.hubtwin.internal.world.app;

/** An OAuth app; {@code url} is its site, and may be null. */
public record OAuthApp(String clientId, String clientSecret, String name, String url) {}
