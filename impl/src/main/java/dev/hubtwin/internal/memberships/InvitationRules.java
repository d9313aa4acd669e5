package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.api.model.InvitationRoleFilter;
import dev.hubtwin.internal.api.model.InvitationSourceFilter;
import dev.hubtwin.internal.api.model.OrganizationInvitationCreate;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.Mail;
import dev.hubtwin.internal.event.Mail.Subject;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Invitation.Role;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.OrganizationInvitations;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.team.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The rules of invitations. */
public final class InvitationRules {

    private static final String RESOURCE = "OrganizationInvitation";

    private InvitationRules() {}

    /**
     * Invites a user who is neither a member nor invited to be one (R77). Whatever becomes of the invitation, it counts
     * for a day.
     *
     * @param by the user who invites; empty if that is an app, which nothing limits
     * @param teams the teams that the user comes into by accepting
     * @throws ApiException 422 for a user who cannot be invited, and beyond the limit (R81, R82)
     */
    public static Change<OrganizationMembership> invite(
            World world,
            OptionalLong by,
            Organization organization,
            User user,
            Membership.Role role,
            PMap<Long, TeamRole> teams,
            Instant now) {
        refuseUnwilling(world, organization, user);
        World counted = InvitationLimits.count(world, by, organization, now);
        Membership pending =
                Membership.invited(user.id(), role, orNull(by), now).into(teams);
        OrganizationMembership current = new OrganizationMembership(organization, user, pending);
        World invited = current.in(counted);
        return new Change<>(invited, current, current.events(world, invited, current.mail(Subject.INVITED, now)));
    }

    private static void refuseUnwilling(World world, Organization organization, User user) {
        if (user.flagged()
                || world.memberships().roster(organization.id()).blockedBy().contains(user.id())) {
            throw ApiException.of(422, "The request could not be processed.");
        }
    }

    /**
     * Invites a user or an address.
     *
     * @param by the user who invites; empty if that is an app
     * @throws ApiException 422 for nobody, an unknown user or team, who is a member or invited already, who cannot be
     *     invited, and beyond the limit
     */
    static Change<Invitation> create(
            PathEntities named, OptionalLong by, OrganizationInvitationCreate body, Instant now) {
        World world = named.world();
        Organization organization = named.organization();
        Role role = WireName.read(Role.class, body.role().text());
        PMap<Long, TeamRole> teams = teams(world, organization, body);
        if (body.inviteeId() == null) {
            return inviteAddress(world, by, organization, address(body), role, teams, now);
        }
        User user = world.accounts()
                .user(body.inviteeId())
                .orElseThrow(() -> invalid("invitee_id", "There is no such user."));
        Roster roster = world.memberships().roster(organization.id());
        if (roster.isMember(user.id())) {
            throw refused("Invitee is already a part of this organization");
        }
        refuseInvited(roster.invitations().invitation(user.id()));
        return role.ofMember()
                .map(member -> shown(invite(world, by, organization, user, member, teams, now)))
                .orElseGet(() -> inviteToPay(world, by, organization, user, teams, now));
    }

    private static Change<Invitation> shown(Change<OrganizationMembership> made) {
        return new Change<>(made.world(), Invitation.of(made.result().membership()), made.events());
    }

    private static String address(OrganizationInvitationCreate body) {
        if (body.email() == null) {
            throw ApiException.validationFailed(
                    RESOURCE, ValidationErrorCode.MISSING_FIELD, "invitee_id", "Either this or email is needed.");
        }
        if (!body.email().matches("[^\\s@]+@[^\\s@]+")) {
            throw invalid("email", "This is not an address.");
        }
        return body.email();
    }

    private static PMap<Long, TeamRole> teams(
            World world, Organization organization, OrganizationInvitationCreate body) {
        PMap<Long, TeamRole> teams = HashTreePMap.empty();
        for (Long id : body.teamIds() == null ? List.<Long>of() : body.teamIds()) {
            Team team = world.teams()
                    .team(id)
                    .filter(found -> found.organizationId() == organization.id())
                    .orElseThrow(() -> invalid("team_ids", "There is no such team in the organization."));
            teams = teams.plus(team.id(), TeamRole.MEMBER);
        }
        return teams;
    }

    private static Change<Invitation> inviteAddress(
            World world,
            OptionalLong by,
            Organization organization,
            String address,
            Role role,
            PMap<Long, TeamRole> teams,
            Instant now) {
        refuseInvited(
                world.memberships().roster(organization.id()).invitations().sentTo(address));
        World counted = InvitationLimits.count(world, by, organization, now);
        World.Drawn drawn = counted.draw(Kind.ACCOUNTS);
        Invitation invitation = new Invitation(drawn.id(), null, address, role, orNull(by), now, teams, null);
        return sent(drawn.world(), organization, invitation, address);
    }

    private static Change<Invitation> inviteToPay(
            World world,
            OptionalLong by,
            Organization organization,
            User user,
            PMap<Long, TeamRole> teams,
            Instant now) {
        refuseUnwilling(world, organization, user);
        World counted = InvitationLimits.count(world, by, organization, now);
        Invitation invitation =
                new Invitation(user.id(), user.id(), null, Role.BILLING_MANAGER, orNull(by), now, teams, null);
        return sent(counted, organization, invitation, user.login());
    }

    private static Change<Invitation> sent(World world, Organization organization, Invitation invitation, String to) {
        World invited = world.with(world.memberships().with(organization.id(), invitation));
        List<DomainEvent> events = List.of(
                new Mail(Subject.INVITED, to, organization.login(), invitation.invitedAt()),
                WebhookEvents.memberInvited(invited, organization.id(), invitation));
        return new Change<>(invited, invitation, events);
    }

    /** The invitations that can be accepted and are those that two filters let through. */
    static SortedIndex<Invitation> list(
            OrganizationInvitations all, InvitationRoleFilter role, InvitationSourceFilter source) {
        if (source == InvitationSourceFilter.SCIM || role == InvitationRoleFilter.HIRING_MANAGER) {
            return OrganizationInvitations.NONE.pending();
        }
        return role == InvitationRoleFilter.ALL ? all.pending() : all.pending(WireName.read(Role.class, role.text()));
    }

    /** The ids, ascending, of the teams that an invitation leads into, as far as there still are those. */
    static List<Long> teams(World world, Invitation invitation) {
        return invitation.teams().keySet().stream()
                .filter(id -> world.teams().team(id).isPresent())
                .sorted()
                .toList();
    }

    /**
     * Withdraws the named invitation; who could have accepted it gets a mail.
     *
     * @throws ApiException 404 if there is none
     */
    static Change<Void> cancel(PathEntities named, Instant now) {
        World world = named.world();
        Organization organization = named.organization();
        Invitation invitation = named.invitation().orElseThrow(ApiException::notFound);
        Optional<User> user = Optional.ofNullable(invitation.userId()).flatMap(world.accounts()::user);
        Optional<OrganizationMembership> pending =
                user.flatMap(invited -> OrganizationMembership.of(world, organization, invited));
        if (pending.isPresent()) {
            return MembershipRules.end(world, pending.get(), now);
        }
        World without = world.with(world.memberships().withoutInvitation(organization.id(), invitation.id()));
        String to = user.map(User::login).orElse(invitation.email());
        return invitation.isPending()
                ? new Change<>(
                        without, null, List.of(new Mail(Subject.INVITATION_CANCELLED, to, organization.login(), now)))
                : new Change<>(without, null);
    }

    private static void refuseInvited(Optional<Invitation> invitation) {
        if (invitation.filter(Invitation::isPending).isPresent()) {
            throw refused("Invitee is already invited to this organization");
        }
    }

    private static ApiException refused(String message) {
        return ApiException.validationFailed(RESOURCE, ValidationErrorCode.UNPROCESSABLE, "data", message);
    }

    private static ApiException invalid(String field, String message) {
        return ApiException.validationFailed(RESOURCE, ValidationErrorCode.INVALID, field, message);
    }

    private static Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
