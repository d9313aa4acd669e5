package dev.hubtwin.internal.teams;

import dev.hubtwin.internal.api.model.TeamRoleFilter;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.memberships.InvitationRules;
import dev.hubtwin.internal.memberships.OrganizationMembership;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.State;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.team.TeamRoster;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;

/** The rules of teams. */
final class TeamRules {

    private TeamRules() {}

    /** The named team. */
    static Team team(PathEntities named) {
        return named.team().orElseThrow(ApiException::notFound);
    }

    /** Those who are listed in a team and whom a filter lets through. */
    static SortedIndex<UserName> members(TeamRoster roster, TeamRoleFilter role) {
        return switch (role) {
            case ALL -> roster.everybody();
            case MAINTAINER -> roster.maintainers();
            case MEMBER -> roster.members();
        };
    }

    /**
     * What the named user is in the named team.
     *
     * @throws ApiException 404 for nobody, and for who is neither in it nor on the way
     */
    static TeamMembership find(PathEntities named) {
        Team team = team(named);
        return OrganizationMembership.of(named)
                .flatMap(current -> find(named.world(), team, current))
                .orElseThrow(ApiException::notFound);
    }

    private static Optional<TeamMembership> find(World world, Team team, OrganizationMembership current) {
        User user = current.user();
        Membership membership = current.membership();
        Optional<TeamRole> role = membership.isActive()
                ? world.teams().role(team, world.teammate(team.organizationId(), user.id()))
                : Optional.ofNullable(membership.teams().get(team.id())).or(() -> team.role(user.id()));
        return role.map(found -> new TeamMembership(team, user, found, membership.state()));
    }

    /**
     * Brings the named user into the named team, or gives them another role there. Who is not a member of the
     * organization is invited into both.
     *
     * @param by the user who does it; empty if that is an app
     * @throws ApiException 404 for an unknown user; 422 for an organization, for a user who cannot be invited and too
     *     many invitations; 403 for one who may not invite
     */
    static Change<TeamMembership> set(PathEntities named, OptionalLong by, TeamRole role, Instant now) {
        if (named.account().filter(Organization.class::isInstance).isPresent()) {
            throw ApiException.of(422, "Cannot add an organization as a member.");
        }
        World world = named.world();
        Team team = team(named);
        User user = named.user().orElseThrow(ApiException::notFound);
        Optional<OrganizationMembership> current = OrganizationMembership.of(named);
        if (current.isPresent() && current.get().membership().isActive()) {
            World changed = world.withTeamMember(team, user.id(), role);
            Team joined = changed.teams().team(team.id()).orElseThrow();
            TeamMembership made = find(changed, joined, current.get()).orElseThrow();
            return new Change<>(changed, made, current.get().events(world, changed));
        }
        Organization organization = named.organization();
        if (by.isPresent() && !world.memberships().roster(organization.id()).isOwner(by.getAsLong())) {
            throw ApiException.of(403, "You must be an owner of the organization to invite somebody into it.");
        }
        TeamMembership made = new TeamMembership(team, user, role, State.PENDING);
        if (current.isPresent()) {
            Membership invitation = current.get().membership();
            World changed = current.get()
                    .with(invitation.into(invitation.teams().plus(team.id(), role)))
                    .in(world);
            return new Change<>(changed, made);
        }
        Change<OrganizationMembership> invited = InvitationRules.invite(
                world, by, organization, user, Membership.Role.MEMBER, HashTreePMap.singleton(team.id(), role), now);
        return new Change<>(invited.world(), made, invited.events());
    }

    /**
     * Takes the named user out of the named team, or the team out of the user's invitation.
     *
     * @throws ApiException 404 for nobody, and for who is neither in the team itself nor on the way
     */
    static Change<Void> remove(PathEntities named) {
        World world = named.world();
        Team team = team(named);
        OrganizationMembership current = OrganizationMembership.of(named).orElseThrow(ApiException::notFound);
        Membership membership = current.membership();
        if (team.role(current.user().id()).isPresent()) {
            World changed = world.withoutTeamMember(team, current.user().id());
            return new Change<>(changed, null, current.events(world, changed));
        }
        if (!membership.teams().containsKey(team.id())) {
            throw ApiException.notFound();
        }
        return new Change<>(
                current.with(membership.into(membership.teams().minus(team.id())))
                        .in(world),
                null);
    }
}
