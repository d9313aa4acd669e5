package dev.hubtwin.internal.world.account;

/** What an organization tells about itself; each member may be null. Owners alone see {@code billingEmail} (R46). */
public record Profile(
        String name,
        String description,
        String company,
        String blog,
        String location,
        String email,
        String billingEmail,
        String twitterUsername) {}
