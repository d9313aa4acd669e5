package dev.hubtwin.internal.world.account;

/** What a user tells about themself; each member may be null. */
public record UserProfile(
        String name,
        String company,
        String blog,
        String location,
        String email,
        String bio,
        Boolean hireable,
        String twitterUsername) {}
