package dev.hubtwin.memberships;

import dev.hubtwin.api.model.OrgMembershipState;
import dev.hubtwin.api.model.ValidationErrorCode;
import dev.hubtwin.events.Mail.Subject;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Belonging;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.Departures;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.Membership.Role;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.Ranked;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The rules of memberships. */
public final class Memberships {

  private Memberships() {}

  /**
   * What a user holds in an organization.
   *
   * @throws Refusal 404 if that is nothing (R75, R94)
   */
  static Held find(World world, String organization, String username) {
    return Held.of(world, organization, username).orElseThrow(Refusal::notFound);
  }

  /**
   * What the user with the id holds in an organization.
   *
   * @throws Refusal 404 if that is nothing (R75, R94)
   */
  static Held find(World world, String organization, long user) {
    return find(world, organization, world.accounts().user(user).orElseThrow(Refusal::notFound).login());
  }

  /** The organizations in which the user holds something in a state; in any, if {@code state} is null (R93). */
  static Ranked<Long> list(World world, long user, OrgMembershipState state) {
    Belonging belonging = world.memberships().belonging(user);
    if (state == null) {
      return belonging.any();
    }
    return state == OrgMembershipState.ACTIVE ? belonging.active() : belonging.pending();
  }

  /**
   * Invites a user, or gives a member or an invited user another role (R76 to R83).
   *
   * @param by the user who does it; empty if that is an app
   * @throws Refusal 404 for an unknown user, 422 for an organization or too many invitations, 403 for a demotion of
   *     oneself or of the last owner
   */
  static Change<Held> set(World world, OptionalLong by, String organization, String username, Role role, Instant now) {
    if (world.accounts().organization(username).isPresent()) {
      throw Refusal.validationFailed("Membership", ValidationErrorCode.INVALID, "user", null);
    }
    Organization in = world.accounts().organization(organization).orElseThrow(Refusal::notFound);
    User user = world.accounts().user(username).orElseThrow(Refusal::notFound);
    return Held.of(world, in, user)
        .map(held -> assign(world, by, held, role, now))
        .orElseGet(() -> Inviting.invite(world, by, in, user, role, now));
  }

  private static Change<Held> assign(World world, OptionalLong by, Held held, Role role, Instant now) {
    if (held.membership().role() == role) {
      return new Change<>(world, held);
    }
    Held changed = held.with(held.membership().with(role));
    if (held.membership().isOwner()) {
      refuseDemotion(world, by, held);
    }
    return changed.membership().isOwner()
        ? new Change<>(changed.in(world), changed, List.of(changed.mail(Subject.MADE_OWNER, now)))
        : new Change<>(changed.in(world), changed);
  }

  private static void refuseDemotion(World world, OptionalLong by, Held held) {
    if (by.isPresent() && by.getAsLong() == held.user().id()) {
      throw Refusal.of(403, "You cannot demote yourself. Admins must be demoted by another admin.");
    }
    refuseLastOwner(world, held, "demote");
  }

  /**
   * Accepts an invitation; a member stays one (R95).
   *
   * @throws Refusal 404 if there is neither, 403 if the organization demands a second factor that the user lacks (R41)
   */
  public static Change<Held> accept(World world, long user, String organization) {
    Held held = find(world, organization, user);
    if (held.membership().isActive()) {
      return new Change<>(world, held);
    }
    if (held.organization().policy().twoFactorRequirementEnabled() && !held.user().twoFactor()) {
      throw Refusal.of(403, "The organization requires two-factor authentication. Enable it to become a member.");
    }
    Held accepted = held.with(held.membership().accepted());
    World joined = accepted.in(world);
    return new Change<>(joined, accepted, accepted.events(world, joined));
  }

  /**
   * Removes a member, or cancels an invitation (R84 to R87).
   *
   * @throws Refusal 404 if there is neither, 403 for the last owner
   */
  static Change<Void> remove(World world, String organization, String username, Instant now) {
    return end(world, find(world, organization, username), now);
  }

  /**
   * Ends a membership or an invitation; the user gets a mail either way (R87).
   *
   * @throws Refusal 403 for the last owner
   */
  public static Change<Void> end(World world, Held held, Instant now) {
    Membership membership = held.membership();
    if (!membership.isActive()) {
      World without = world.withoutMembership(held.organization().id(), membership.userId());
      return new Change<>(without, null, held.events(world, without, held.mail(Subject.INVITATION_CANCELLED, now)));
    }
    refuseLastOwner(world, held, "remove");
    World without = Departures.removed(world, held.organization().id(), membership.userId());
    return new Change<>(without, null, held.events(world, without, held.mail(Subject.REMOVED, now)));
  }

  private static void refuseLastOwner(World world, Held held, String what) {
    if (world.memberships().roster(held.organization().id()).isLastOwner(held.user().id())) {
      throw Refusal.of(403, "Cannot " + what + " the last owner of the organization");
    }
  }
}
