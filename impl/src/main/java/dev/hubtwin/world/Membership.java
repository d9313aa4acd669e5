package dev.hubtwin.world;

import java.time.Instant;

/**
 * What ties a user to an organization.
 *
 * @param visible   whether the user shows it (R88)
 * @param invitedBy the user who invited; null if nobody is known
 * @param invitedAt when; null if nobody invited
 */
public record Membership(long userId, Role role, State state, boolean visible, Long invitedBy, Instant invitedAt) {

  /** An owner is written {@code admin}. */
  public enum Role implements Worded { ADMIN, MEMBER }

  /** Pending until the user accepts (R77). */
  public enum State implements Worded { ACTIVE, PENDING }

  /** An active member without an invitation to remember. */
  public static Membership active(long userId, Role role, boolean visible) {
    return new Membership(userId, role, State.ACTIVE, visible, null, null);
  }

  /** Whether the user is a member by now. */
  public boolean isActive() {
    return state == State.ACTIVE;
  }

  /** Whether the user is an owner by now. */
  public boolean isOwner() {
    return isActive() && role == Role.ADMIN;
  }

  /** This in another role. */
  public Membership with(Role changed) {
    return new Membership(userId, changed, state, visible, invitedBy, invitedAt);
  }

  /** This, accepted (R95). */
  public Membership accepted() {
    return new Membership(userId, role, State.ACTIVE, visible, invitedBy, invitedAt);
  }

  /** This, shown to everybody or to members alone. */
  public Membership shown(boolean toEverybody) {
    return new Membership(userId, role, state, toEverybody, invitedBy, invitedAt);
  }
}
