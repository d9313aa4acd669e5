package dev.hubtwin.world;

import dev.hubtwin.events.Differences;
import dev.hubtwin.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A moment at which time alone changes a membership: an invitation expires, or a member is converted (R100). */
public record Deadline(Instant at, long organizationId, long userId) {

  static final Comparator<Deadline> ORDER =
      Comparator.comparing(Deadline::at).thenComparing(Deadline::organizationId).thenComparing(Deadline::userId);

  /** Whether anything is due in the world when it is {@code now} there. */
  static boolean anyIn(World world, Instant now) {
    Ranked<Deadline> deadlines = world.memberships().deadlines();
    return deadlines.size() > 0 && !deadlines.get(0).at().isAfter(now);
  }

  /** The world in which all that was due by {@code now} has happened, in order. */
  static Change<Void> settle(World world, Instant now) {
    World settled = world;
    List<Event> events = new ArrayList<>();
    while (anyIn(settled, now)) {
      Deadline next = settled.memberships().deadlines().get(0);
      World after = next.happen(settled);
      events.addAll(Differences.ofUser(settled, after, next.organizationId(), next.userId()));
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
        ? world.withMembership(organizationId, roster.membership(userId).orElseThrow().converting(null))
        : Departures.converted(world, organizationId, userId);
  }
}
