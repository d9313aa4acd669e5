package dev.hubtwin.internal.world.account;

import dev.hubtwin.internal.world.naming.NodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * A user.
 *
 * @param givenNodeId null: derived, see {@link #nodeId()}
 * @param profile what the user tells about themself
 * @param followers and {@code following}, {@code publicGists}: seeded, nothing here changes them
 * @param twoFactor whether a second factor is enabled
 * @param flagged GitHub hides the user from others, and nobody can invite them
 * @param formerLogins remembered only: nothing answers to them
 */
public record User(
        long id,
        String login,
        @Nullable String givenNodeId,
        UserProfile profile,
        boolean siteAdmin,
        long followers,
        long following,
        long publicGists,
        boolean twoFactor,
        boolean flagged,
        PVector<String> formerLogins,
        Instant createdAt,
        Instant updatedAt)
        implements Account {

    @Override
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "User", id);
    }
}
