package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.event.Mail.Subject;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.membership.Invitations;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** How users are invited, and how many. */
final class InvitationRules {

    private static final int YOUNG_AND_FREE = 50;
    private static final int ANY_OTHER = 500;
    private static final Duration YOUNG = Duration.ofDays(30);

    private InvitationRules() {}

    /**
     * Invites a user who is neither a member nor invited (R77). Whatever becomes of the invitation, it counts for a
     * day.
     *
     * @param by the user who invites; empty if that is an app, which nothing limits
     * @throws ApiException 422 for a user who cannot be invited, and beyond the limit (R81, R82)
     */
    static Change<OrganizationMembership> invite(
            World world, OptionalLong by, Organization organization, User user, Role role, Instant now) {
        if (user.flagged()
                || world.memberships().roster(organization.id()).blockedBy().contains(user.id())) {
            throw ApiException.of(422, "The request could not be processed.");
        }
        Long inviter = by.isPresent() ? by.getAsLong() : null;
        World counted = inviter == null ? world : count(world, inviter, organization, now);
        OrganizationMembership current =
                new OrganizationMembership(organization, user, Membership.invited(user.id(), role, inviter, now));
        World invited = current.in(counted);
        return new Change<>(invited, current, current.events(world, invited, current.mail(Subject.INVITED, now)));
    }

    private static World count(World world, long inviter, Organization organization, Instant now) {
        int limit = limit(organization, now);
        if (world.memberships().sentBy(inviter).after(now.minus(Invitations.COUNTED)) >= limit) {
            throw ApiException.of(
                    422, "You have reached the limit of " + limit + " organization invitations in 24 hours.");
        }
        return world.with(world.memberships().withInvitation(inviter, organization.id(), now));
    }

    private static int limit(Organization organization, Instant now) {
        boolean young = !organization.createdAt().isBefore(now.minus(YOUNG));
        return young && organization.plan().name().equals("free") ? YOUNG_AND_FREE : ANY_OTHER;
    }
}
