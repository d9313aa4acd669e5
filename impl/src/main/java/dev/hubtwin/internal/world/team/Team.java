package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.naming.NodeId;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A team of an organization.
 *
 * @param givenNodeId null: derived, see {@link #nodeId()}
 * @param permission what it gets in a repository added to it without saying more
 * @param parentId the team it stands below; null if none
 * @param members users
 * @param repositories what the team may do where
 */
public record Team(
        long id,
        long organizationId,
        String slug,
        String name,
        @Nullable String givenNodeId,
        @Nullable String description,
        Privacy privacy,
        RepositoryPermission permission,
        @Nullable Long parentId,
        PSet<Long> members,
        PMap<Long, RepositoryPermission> repositories) {

    /** Closed: every member of the organization sees it. */
    public enum Privacy implements WireName {
        CLOSED,
        SECRET
    }

    /** As given, else derived from the id. */
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "Team", id);
    }

    /** The team that it stands below. */
    List<Reference> references() {
        return Reference.to(Reference.Kind.TEAM, parentId);
    }

    /** Returns this with other members. */
    public Team withMembers(PSet<Long> changed) {
        return new Team(
                id,
                organizationId,
                slug,
                name,
                givenNodeId,
                description,
                privacy,
                permission,
                parentId,
                changed,
                repositories);
    }
}
