package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.membership.Invitations;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** How many invitations a user may send in a day (R81, R82). */
final class InvitationLimits {

    private static final int YOUNG_AND_FREE = 50;
    private static final int ANY_OTHER = 500;
    private static final Duration YOUNG = Duration.ofDays(30);

    private InvitationLimits() {}

    /**
     * The world in which an invitation counts for a day.
     *
     * @param by the user who invites; empty if that is an app, which nothing limits
     * @throws ApiException 422 beyond the limit
     */
    static World count(World world, OptionalLong by, Organization organization, Instant now) {
        if (by.isEmpty()) {
            return world;
        }
        long inviter = by.getAsLong();
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
