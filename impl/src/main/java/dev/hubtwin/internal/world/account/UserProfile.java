package dev.hubtwin.internal.world.account;

import org.jspecify.annotations.Nullable;

/** What a user tells about themself; each member may be null, {@code notificationEmail} is seen by nobody else. */
public record UserProfile(
        @Nullable String name,
        @Nullable String company,
        @Nullable String blog,
        @Nullable String location,
        @Nullable String email,
        @Nullable String bio,
        @Nullable Boolean hireable,
        @Nullable String twitterUsername,
        @Nullable String notificationEmail) {

    /** A user who tells nothing. */
    public static final UserProfile NOTHING = new UserProfile(null, null, null, null, null, null, null, null, null);
}
