package dev.hubtwin.internal.world.app;

import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.naming.NodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;

/**
 * A GitHub App.
 *
 * @param ownerId an organization or a user
 * @param givenNodeId null: derived, see {@link #nodeId()}
 * @param externalUrl its site
 * @param setup where the browser goes once it is installed; null if nowhere
 * @param visible whether everybody may see and install it (R151, R152)
 * @param keys what its JSON web tokens are signed with, any of them; without one it can make none
 * @param signIn how users sign in by it
 * @param webhook where its events go; null if nowhere
 * @param permissions levels by name
 * @param singleFilePaths the files it may read with the permission {@code single_file}
 */
public record App(
        long id,
        String slug,
        String name,
        @Nullable String givenNodeId,
        long ownerId,
        @Nullable String description,
        @Nullable String externalUrl,
        @Nullable Setup setup,
        boolean visible,
        PVector<AppKey> keys,
        String clientId,
        String clientSecret,
        SignIn signIn,
        @Nullable Webhook webhook,
        PMap<String, String> permissions,
        PVector<String> events,
        PVector<String> singleFilePaths,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * How users sign in by the app.
     *
     * @param callbacks where their browsers may be sent, the first by default
     * @param expiring whether their tokens end after some hours, and can be refreshed
     */
    public record SignIn(PVector<String> callbacks, boolean expiring) {}

    /** Where an app's events go, and whether they do. */
    public record Webhook(Hook.Delivery config, boolean active) {}

    /**
     * Where the browser goes once the app is installed.
     *
     * @param onUpdate whether it goes there too when the repositories of an installation change
     */
    public record Setup(String url, boolean onUpdate) {}

    /** As given, else derived from the id. */
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "Integration", id);
    }

    /** Returns this with another webhook, changed at {@code moment}. */
    public App with(Webhook changed, Instant moment) {
        return with(keys, changed, moment);
    }

    /** Returns this with one more key. */
    public App with(AppKey key) {
        return with(keys.plus(key), webhook, updatedAt);
    }

    private App with(PVector<AppKey> known, @Nullable Webhook hook, Instant moment) {
        return new App(
                id,
                slug,
                name,
                givenNodeId,
                ownerId,
                description,
                externalUrl,
                setup,
                visible,
                known,
                clientId,
                clientSecret,
                signIn,
                hook,
                permissions,
                events,
                singleFilePaths,
                createdAt,
                moment);
    }
}
