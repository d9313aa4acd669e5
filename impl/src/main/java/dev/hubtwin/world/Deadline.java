package dev.hubtwin.world;

import java.time.Instant;
import java.util.Comparator;

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
  static World settle(World world, Instant now) {
    World settled = world;
    while (anyIn(settled, now)) {
      settled = settled.memberships().deadlines().get(0).happen(settled);
    }
    return settled;
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
