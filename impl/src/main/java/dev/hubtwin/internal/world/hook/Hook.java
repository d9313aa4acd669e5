package dev.hubtwin.internal.world.hook;

import dev.hubtwin.internal.world.index.Reference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * A webhook of an organization or a repository.
 *
 * @param createdBy the user who made it; null if nobody is known
 * @param oauthApp the client id of the OAuth app that made it; null if none did (R106, R107)
 */
public record Hook(
        long id,
        HookOwner owner,
        Delivery config,
        PVector<String> events,
        boolean active,
        @Nullable Long createdBy,
        @Nullable String oauthApp,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Where and how deliveries are sent.
     *
     * @param contentType {@code json}; any other word means a form (R111)
     * @param secret null: deliveries are not signed (R112)
     * @param insecureSsl {@code 1}: the certificate is not verified (R113)
     */
    public record Delivery(
            String url, String contentType, @Nullable String secret, String insecureSsl) {}

    /** Who and what made it. */
    List<Reference> references() {
        return Reference.both(
                Reference.to(Reference.Kind.ACCOUNT, createdBy), Reference.to(Reference.Kind.OAUTH_APP, oauthApp));
    }

    /** Returns this with another configuration, events and activity, changed at {@code moment}. */
    public Hook with(Delivery changed, PVector<String> heard, boolean on, Instant moment) {
        return new Hook(id, owner, changed, heard, on, createdBy, oauthApp, createdAt, moment);
    }
}
