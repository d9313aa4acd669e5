package dev.hubtwin.internal.store;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.MembershipDiff;
import dev.hubtwin.internal.world.MemberRemoval;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.MembershipDeadline;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes that time alone makes: invitations that expire, and members who are converted (R100). */
final class Expirations {

    private Expirations() {}

    /** Whether anything is due in the world when it is {@code now} there. */
    static boolean anyIn(World world, Instant now) {
        SortedIndex<MembershipDeadline> deadlines = world.memberships().deadlines();
        return deadlines.size() > 0 && !deadlines.get(0).at().isAfter(now);
    }

    /** Makes every change that is due by {@code now}, in the order of the deadlines. */
    static Change<Void> settle(World world, Instant now) {
        World settled = world;
        List<DomainEvent> events = new ArrayList<>();
        while (anyIn(settled, now)) {
            MembershipDeadline next = settled.memberships().deadlines().get(0);
            World after = settle(settled, next);
            events.addAll(MembershipDiff.ofUser(settled, after, next.organizationId(), next.id()));
            settled = after;
        }
        return new Change<>(settled, null, events);
    }

    /** The last owner stays, whatever was asked for when there were others (R101). */
    private static World settle(World world, MembershipDeadline due) {
        long organization = due.organizationId();
        long user = due.id();
        Roster roster = world.memberships().roster(organization);
        if (!roster.isMember(user)) {
            return world.withoutInvitation(organization, user, due.at());
        }
        return roster.isLastOwner(user)
                ? world.withMembership(
                        organization, roster.membership(user).orElseThrow().converting(null))
                : MemberRemoval.converted(world, organization, user);
    }
}
