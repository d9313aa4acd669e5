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
 * @param refresh what another token is to be had for; null if nothing
 */
public record Token(
        long id,
        String text,
        Grant grant,
        Label label,
        boolean revoked,
        Instant createdAt,
        Instant updatedAt,
        @Nullable OffsetDateTime expiresAt,
        @Nullable Refresh refresh) {

    /** What a token that expires is exchanged for another one with, and until when. */
    public record Refresh(String text, Instant expiresAt) {}

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

    /** Returns this, presented as another text from now on. */
    public Token presentedAs(String other, Instant now) {
        return new Token(id, other, grant, label, revoked, createdAt, now, expiresAt, refresh);
    }
}
