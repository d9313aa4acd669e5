package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.event.Mail.Subject;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.MemberRemoval;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.membership.UserMemberships;
import dev.hubtwin.internal.world.team.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;

/** The rules of memberships. */
public final class MembershipRules {

    private MembershipRules() {}

    /**
     * What the named user holds in the named organization.
     *
     * @throws ApiException 404 if that is nothing (R75, R94)
     */
    static OrganizationMembership find(PathEntities named) {
        return OrganizationMembership.of(named).orElseThrow(ApiException::notFound);
    }

    /**
     * What the user with the id holds in the named organization.
     *
     * @throws ApiException 404 if that is nothing (R75, R94)
     */
    static OrganizationMembership find(PathEntities named, long user) {
        Organization organization = named.organization();
        return named.world()
                .accounts()
                .user(user)
                .flatMap(found -> OrganizationMembership.of(named.world(), organization, found))
                .orElseThrow(ApiException::notFound);
    }

    /** The organizations in which the user holds something in a state; in any, if {@code state} is null (R93). */
    static SortedIndex<Long> list(World world, long user, OrgMembershipState state) {
        UserMemberships belonging = world.memberships().belonging(user);
        if (state == null) {
            return belonging.any();
        }
        return state == OrgMembershipState.ACTIVE ? belonging.active() : belonging.pending();
    }

    /**
     * Invites a user, or gives a member or an invited user another role (R76 to R83).
     *
     * @param by the user who does it; empty if that is an app
     * @throws ApiException 404 for an unknown user, 422 for an organization or too many invitations, 403 for a demotion
     *     of oneself or of the last owner
     */
    public static Change<OrganizationMembership> set(PathEntities named, OptionalLong by, Role role, Instant now) {
        World world = named.world();
        if (named.account().filter(Organization.class::isInstance).isPresent()) {
            throw ApiException.of(422, "Members must be users, not organizations.");
        }
        Organization in = named.organization();
        User user = named.user().orElseThrow(ApiException::notFound);
        return OrganizationMembership.of(world, in, user)
                .map(current -> assign(world, by, current, role, now))
                .orElseGet(() -> InvitationRules.invite(world, by, in, user, role, HashTreePMap.empty(), now));
    }

    private static Change<OrganizationMembership> assign(
            World world, OptionalLong by, OrganizationMembership current, Role role, Instant now) {
        if (current.membership().role() == role) {
            return new Change<>(world, current);
        }
        OrganizationMembership changed = current.with(current.membership().with(role));
        if (current.membership().isOwner()) {
            refuseDemotion(world, by, current);
        }
        return changed.membership().isOwner()
                ? new Change<>(changed.in(world), changed, List.of(changed.mail(Subject.MADE_OWNER, now)))
                : new Change<>(changed.in(world), changed);
    }

    private static void refuseDemotion(World world, OptionalLong by, OrganizationMembership current) {
        if (by.isPresent() && by.getAsLong() == current.user().id()) {
            throw ApiException.of(403, "You cannot demote yourself. Admins must be demoted by another admin.");
        }
        refuseLastOwner(world, current, "demote");
    }

    /**
     * Accepts an invitation; a member stays one (R95).
     *
     * @throws ApiException 404 if there is neither, 403 if the organization demands a second factor that the user lacks
     *     (R41)
     */
    public static Change<OrganizationMembership> accept(PathEntities named, long user) {
        World world = named.world();
        OrganizationMembership current = find(named, user);
        if (current.membership().isActive()) {
            return new Change<>(world, current);
        }
        if (current.organization().policy().twoFactorRequirementEnabled()
                && !current.user().twoFactor()) {
            throw ApiException.of(
                    403, "The organization requires two-factor authentication. Enable it to become a member.");
        }
        OrganizationMembership accepted = current.with(current.membership().accepted());
        World joined = joinTeams(accepted.in(world), current.membership());
        return new Change<>(joined, accepted, accepted.events(world, joined));
    }

    /** The world in which the user is in the teams that an invitation led into, as far as there still are those. */
    private static World joinTeams(World world, Membership invitation) {
        World joined = world;
        for (Map.Entry<Long, TeamRole> team : invitation.teams().entrySet()) {
            Optional<Team> there = joined.teams().team(team.getKey());
            if (there.isPresent()) {
                joined = joined.withTeamMember(there.get(), invitation.userId(), team.getValue());
            }
        }
        return joined;
    }

    /**
     * Removes a member, or cancels an invitation (R84 to R87).
     *
     * @throws ApiException 404 if there is neither, 403 for the last owner
     */
    public static Change<Void> remove(PathEntities named, Instant now) {
        return end(named.world(), find(named), now);
    }

    /**
     * Ends a membership or an invitation; the user gets a mail either way (R87).
     *
     * @throws ApiException 403 for the last owner
     */
    public static Change<Void> end(World world, OrganizationMembership current, Instant now) {
        Membership membership = current.membership();
        if (!membership.isActive()) {
            World without = world.withoutMembership(current.organization().id(), membership.userId());
            return new Change<>(
                    without, null, current.events(world, without, current.mail(Subject.INVITATION_CANCELLED, now)));
        }
        refuseLastOwner(world, current, "remove");
        World without = MemberRemoval.removed(world, current.organization().id(), membership.userId());
        return new Change<>(without, null, current.events(world, without, current.mail(Subject.REMOVED, now)));
    }

    private static void refuseLastOwner(World world, OrganizationMembership current, String what) {
        if (world.memberships()
                .roster(current.organization().id())
                .isLastOwner(current.user().id())) {
            throw ApiException.of(403, "Cannot " + what + " the last owner of the organization");
        }
    }
}
