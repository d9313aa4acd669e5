package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.naming.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The licence of a repository; {@code url}, {@code spdxId} and {@code htmlUrl} may be null.
 *
 * @param givenNodeId null: derived, see {@link #nodeId()}
 */
public record License(
        String key,
        String name,
        @Nullable String url,
        @Nullable String spdxId,
        @Nullable String givenNodeId,
        @Nullable String htmlUrl) {

    /** As given, else derived from the key. */
    public String nodeId() {
        return givenNodeId == null ? NodeId.of("License", key) : givenNodeId;
    }
}
