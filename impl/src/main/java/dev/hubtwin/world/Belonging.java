package dev.hubtwin.world;

/**
 * The organizations that one user belongs to, as their ids, ascending.
 *
 * @param active  those the user is a member of
 * @param visible those in which the user shows it
 * @param pending those that invited the user
 * @param any     active and pending ones
 */
public record Belonging(Ranked<Long> active, Ranked<Long> visible, Ranked<Long> pending, Ranked<Long> any) {

  private static final Ranked<Long> EMPTY = Ranked.natural();

  static final Belonging NOWHERE = new Belonging(EMPTY, EMPTY, EMPTY, EMPTY);

  Belonging with(Long organization, Membership membership) {
    boolean member = membership.isActive();
    return new Belonging(
        member ? active.plus(organization) : active.minus(organization),
        member && membership.visible() ? visible.plus(organization) : visible.minus(organization),
        member ? pending.minus(organization) : pending.plus(organization),
        any.plus(organization));
  }

  Belonging without(Long organization) {
    return new Belonging(
        active.minus(organization), visible.minus(organization), pending.minus(organization), any.minus(organization));
  }
}
