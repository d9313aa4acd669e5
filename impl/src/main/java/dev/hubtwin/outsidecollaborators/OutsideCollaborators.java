package dev.hubtwin.outsidecollaborators;

import dev.hubtwin.api.model.TwoFactorFilter;
import dev.hubtwin.events.Differences;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.memberships.Held;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.Departures;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.Outsiders;
import dev.hubtwin.world.Ranked;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.time.Duration;
import java.time.Instant;

/** The rules of outside collaborators. */
public final class OutsideCollaborators {

  private OutsideCollaborators() {}

  /** The outside collaborators, as their ids; all of them, or those without a second factor (R96, R97). */
  public static Ranked<Long> list(World world, long organization, String filter) {
    Outsiders outsiders = world.repositories().outsiders(organization);
    return TwoFactorFilter.of(filter) == TwoFactorFilter.ALL ? outsiders.outside() : outsiders.insecure();
  }

  /**
   * Makes a member an outside collaborator, at once or after the time that is set for it (R98 to R101).
   *
   * @return whether it is done
   * @throws Refusal 404 for an unknown user, 403 for one who is no member or is the last owner
   */
  static Change<Boolean> convert(World world, String organization, String username, Instant now) {
    Held held = Held.of(world, organization, username).filter(found -> found.membership().isActive())
        .orElseThrow(() -> Refusal.of(403, username + " is not a member of the " + organization + " organization."));
    long id = held.organization().id();
    long user = held.user().id();
    if (world.memberships().roster(id).isLastOwner(user)) {
      throw Refusal.of(403, "Cannot convert the last owner to an outside collaborator");
    }
    Duration takes = world.settings().asyncConversion();
    if (!takes.isZero()) {
      return new Change<>(begun(world, id, held.membership(), now.plus(takes)), false);
    }
    World converted = Departures.converted(world, id, user);
    return new Change<>(converted, true, Differences.ofUser(world, converted, id, user));
  }

  /** Asking twice does not begin anew. */
  private static World begun(World world, long organization, Membership member, Instant until) {
    return member.convertsAt() == null ? world.withMembership(organization, member.converting(until)) : world;
  }

  /**
   * Takes all repositories of the organization from a user who is no member (R102); who has none is none the worse.
   *
   * @throws Refusal 404 for an unknown user, 422 for a member (R103)
   */
  static Change<Void> remove(World world, String organization, String username) {
    Organization from = world.accounts().organization(organization).orElseThrow(Refusal::notFound);
    User user = world.accounts().user(username).orElseThrow(Refusal::notFound);
    if (world.memberships().roster(from.id()).isMember(user.id())) {
      throw Refusal.of(422, "You cannot specify an organization member to remove as an outside collaborator.");
    }
    World without = Departures.expelled(world, from.id(), user.id());
    return new Change<>(without, null, Differences.ofUser(world, without, from.id(), user.id()));
  }
}
