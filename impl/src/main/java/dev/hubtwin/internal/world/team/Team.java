package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.naming.NodeId;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A team of an organization.
 *
 * @param givenNodeId null: derived, see {@link #nodeId()}
 * @param permission what it gets in a repository added to it without saying more
 * @param parentId the team it stands below; null if none
 * @param members users, maintainers among them
 * @param maintainers those who may add and remove others
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
        PSet<Long> maintainers,
        PMap<Long, RepositoryPermission> repositories,
        Instant createdAt,
        Instant updatedAt) {

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

    /** The role that a user who is in the team itself was given there; empty for others. */
    public Optional<TeamRole> role(long userId) {
        return members.contains(userId)
                ? Optional.of(maintainers.contains(userId) ? TeamRole.MAINTAINER : TeamRole.MEMBER)
                : Optional.empty();
    }

    /** Returns this with the user in the role. */
    Team withMember(Long userId, TeamRole role) {
        return with(
                members.plus(userId),
                role == TeamRole.MAINTAINER ? maintainers.plus(userId) : maintainers.minus(userId),
                parentId);
    }

    /** Returns this without the user. */
    Team withoutMember(Long userId) {
        return with(members.minus(userId), maintainers.minus(userId), parentId);
    }

    /** Returns this, standing below another team. */
    public Team below(Long parent) {
        return with(members, maintainers, parent);
    }

    /** Returns this with something to do in a repository. */
    Team withRepository(Long repositoryId, RepositoryPermission access) {
        return with(members, maintainers, parentId, repositories.plus(repositoryId, access));
    }

    private Team with(PSet<Long> allMembers, PSet<Long> allMaintainers, @Nullable Long parent) {
        return with(allMembers, allMaintainers, parent, repositories);
    }

    private Team with(
            PSet<Long> allMembers,
            PSet<Long> allMaintainers,
            @Nullable Long parent,
            PMap<Long, RepositoryPermission> allRepositories) {
        return new Team(
                id,
                organizationId,
                slug,
                name,
                givenNodeId,
                description,
                privacy,
                permission,
                parent,
                allMembers,
                allMaintainers,
                allRepositories,
                createdAt,
                updatedAt);
    }
}
