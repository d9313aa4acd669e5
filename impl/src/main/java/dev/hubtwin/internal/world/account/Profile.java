package dev.hubtwin.internal.world.account;

import org.jspecify.annotations.Nullable;

/** What an organization tells about itself; each member may be null. Owners alone see {@code billingEmail} (R46). */
public record Profile(
        @Nullable String name,
        @Nullable String description,
        @Nullable String company,
        @Nullable String blog,
        @Nullable String location,
        @Nullable String email,
        @Nullable String billingEmail,
        @Nullable String twitterUsername) {}
