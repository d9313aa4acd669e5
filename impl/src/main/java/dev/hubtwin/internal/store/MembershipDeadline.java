package dev.hubtwin.internal.store;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.MembershipDiff;
import dev.hubtwin.internal.world.MemberRemoval;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A moment at which time alone changes a membership: an invitation expires, or a member is converted (R100). */
public record MembershipDeadline(Instant at, long organizationId, long userId) {

    public static final Comparator<MembershipDeadline> ORDER = Comparator.comparing(MembershipDeadline::at)
            .thenComparing(MembershipDeadline::organizationId)
            .thenComparing(MembershipDeadline::userId);

    /** Whether anything is due in the world when it is {@code now} there. */
    static boolean anyIn(World world, Instant now) {
        SortedIndex<MembershipDeadline> deadlines = world.memberships().deadlines();
        return deadlines.size() > 0 && !deadlines.get(0).at().isAfter(now);
    }

    /** The world in which all that was due by {@code now} has happened, in order. */
    public static Change<Void> settle(World world, Instant now) {
        World settled = world;
        List<DomainEvent> events = new ArrayList<>();
        while (anyIn(settled, now)) {
            MembershipDeadline next = settled.memberships().deadlines().get(0);
            World after = next.happen(settled);
            events.addAll(MembershipDiff.ofUser(settled, after, next.organizationId(), next.userId()));
            settled = after;
        }
        return new Change<>(settled, null, events);
    }

    /** The last owner stays, whatever was asked for when there were others (R101). */
    private World happen(World world) {
        Roster roster = world.memberships().roster(organizationId);
        if (!roster.isMember(userId)) {
            return world.withoutMembership(organizationId, userId);
        }
        return roster.isLastOwner(userId)
                ? world.withMembership(
                        organizationId, roster.membership(userId).orElseThrow().converting(null))
                : MemberRemoval.converted(world, organizationId, userId);
    }
}
