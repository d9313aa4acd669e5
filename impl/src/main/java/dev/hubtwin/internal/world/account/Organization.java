package dev.hubtwin.internal.world.account;

import dev.hubtwin.internal.world.naming.NodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        @Nullable String givenNodeId,
        Profile profile,
        MemberPrivileges policy,
        RepositoryDefaults repositories,
        Plan plan,
        @Nullable EnterpriseSettings enterprise,
        boolean verified,
        Gists gists,
        long followers,
        long following,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt)
        implements Account {

    /** How many gists an organization has. */
    public record Gists(long publicOnes, long privateOnes) {}

    @Override
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "Organization", id);
    }

    /** Returns whether it may let members create private repositories and no public ones (R51). */
    public boolean mayBePrivateOnly() {
        return enterprise != null || plan.name().equals("enterprise");
    }

    /** Returns this with another profile. */
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

    /** Returns this with another policy. */
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

    /** Returns this, changed at {@code moment}. */
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
