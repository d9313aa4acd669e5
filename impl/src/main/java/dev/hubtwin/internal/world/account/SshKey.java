package dev.hubtwin.internal.world.account;

import java.time.Instant;

/**
 * A public SSH key of a user.
 *
 * @param text the kind of key and the key itself, without a comment
 * @param verified whether GitHub knows that it is the user's
 */
public record SshKey(
        long id, long userId, String title, String text, boolean verified, boolean readOnly, Instant createdAt) {}
