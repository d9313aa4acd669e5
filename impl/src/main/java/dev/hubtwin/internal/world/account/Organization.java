package dev.hubtwin.internal.world.account;

import dev.hubtwin.internal.world.naming.NodeId;
import java.time.Instant;

/**
 * An organization.
 *
 * @param givenNodeId null: derived, see {@link #nodeId()}
 * @param enterprise null: it belongs to none
 * @param gists and followers: seeded, nothing here changes them
 * @param archivedAt null: it is not archived
 */
public record Organization(
        long id,
        String login,
        String givenNodeId,
        Profile profile,
        MemberPrivileges policy,
        RepositoryDefaults repositories,
        Plan plan,
        EnterpriseSettings enterprise,
        boolean verified,
        Gists gists,
        long followers,
        long following,
        Instant createdAt,
        Instant updatedAt,
        Instant archivedAt)
        implements Account {

    /** How many gists an organization has. */
    public record Gists(long publicOnes, long privateOnes) {}

    @Override
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "Organization", id);
    }

    /** This with another profile. */
    public Organization with(Profile changed) {
        return new Organization(
                id,
                login,
                givenNodeId,
                changed,
                policy,
                repositories,
                plan,
                enterprise,
                verified,
                gists,
                followers,
                following,
                createdAt,
                updatedAt,
                archivedAt);
    }

    /** This with another policy. */
    public Organization with(MemberPrivileges changed) {
        return new Organization(
                id,
                login,
                givenNodeId,
                profile,
                changed,
                repositories,
                plan,
                enterprise,
                verified,
                gists,
                followers,
                following,
                createdAt,
                updatedAt,
                archivedAt);
    }

    /** This, changed at {@code moment}. */
    public Organization updatedAt(Instant moment) {
        return new Organization(
                id,
                login,
                givenNodeId,
                profile,
                policy,
                repositories,
                plan,
                enterprise,
                verified,
                gists,
                followers,
                following,
                createdAt,
                moment,
                archivedAt);
    }
}
