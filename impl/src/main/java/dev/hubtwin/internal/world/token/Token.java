package dev.hubtwin.internal.world.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A token. Whether its installation is suspended is for those to judge who look it up.
 *
 * @param text as it is presented
 * @param grant what it is, and for whom
 * @param expiresAt null: never; its offset is how the header shows it
 */
public record Token(
        long id,
        String text,
        Grant grant,
        Label label,
        boolean revoked,
        Instant createdAt,
        Instant updatedAt,
        @Nullable OffsetDateTime expiresAt) {

    /** What its maker noted; each member may be null. */
    public record Label(
            @Nullable String note,
            @Nullable String noteUrl,
            @Nullable String fingerprint) {

        /** Nothing. */
        public static final Label NONE = new Label(null, null, null);
    }

    /** Whether it is neither revoked nor expired when it is {@code now} in the world. */
    public boolean isGood(Instant now) {
        return !revoked && (expiresAt == null || now.isBefore(expiresAt.toInstant()));
    }
}
