package dev.hubtwin.internal.world.account;

/** What a user tells about themself; each member may be null, {@code notificationEmail} is seen by nobody else. */
public record UserProfile(
        String name,
        String company,
        String blog,
        String location,
        String email,
        String bio,
        Boolean hireable,
        String twitterUsername,
        String notificationEmail) {}
