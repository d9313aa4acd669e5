package dev.hubtwin.world;

import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Who belongs where.
 *
 * @param rosters    by organization
 * @param belongings by user
 * @param sent       the invitations of the last day, by the user who sent them
 * @param deadlines  what time alone will change, the next first
 */
public record Memberships(
    PMap<Long, Roster> rosters,
    PMap<Long, Belonging> belongings,
    PMap<Long, Invitations> sent,
    Ranked<Deadline> deadlines) {

  static final Memberships NONE =
      new Memberships(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), Ranked.by(Deadline.ORDER));

  /** Who belongs to the organization. */
  public Roster roster(long organizationId) {
    return rosters.getOrDefault(organizationId, Roster.NONE);
  }

  /** Where the user belongs. */
  public Belonging belonging(long userId) {
    return belongings.getOrDefault(userId, Belonging.NOWHERE);
  }

  /** What the user sent in the last day. */
  public Invitations sentBy(long userId) {
    return sent.getOrDefault(userId, Invitations.NONE);
  }

  /** This, remembering that the user invited somebody into the organization. */
  public Memberships withInvitation(long userId, long organizationId, Instant at) {
    Invitations more = sentBy(userId).plus(new Invitations.Sent(organizationId, at));
    return new Memberships(rosters, belongings, sent.plus(userId, more), deadlines);
  }

  /** This with one more who only pays for the organization. */
  public Memberships withBillingManager(long organizationId, long userId) {
    return with(organizationId, roster(organizationId).withBillingManager(userId));
  }

  /** This without that payer. */
  public Memberships withoutBillingManager(long organizationId, long userId) {
    return with(organizationId, roster(organizationId).withoutBillingManager(userId));
  }

  Memberships with(Long organizationId, Membership membership, boolean twoFactor) {
    Long user = membership.userId();
    return new Memberships(
        rosters.plus(organizationId, roster(organizationId).with(membership, twoFactor)),
        belongings.plus(user, belonging(user).with(organizationId, membership)),
        sent,
        membership.due()
            .map(at -> undated(organizationId, user).plus(new Deadline(at, organizationId, user)))
            .orElseGet(() -> undated(organizationId, user)));
  }

  Memberships without(Long organizationId, Long userId) {
    return new Memberships(
        Tables.put(rosters, organizationId, roster(organizationId).without(userId), Roster.NONE),
        Tables.put(belongings, userId, belonging(userId).without(organizationId), Belonging.NOWHERE),
        sent,
        undated(organizationId, userId));
  }

  /** This, after the user enabled or disabled their second factor. */
  Memberships secured(User user) {
    Memberships changed = this;
    for (Long organization : belonging(user.id()).any().elements()) {
      Roster roster = changed.roster(organization);
      changed = changed.with(organization, roster.with(roster.byUser().get(user.id()), user.twoFactor()));
    }
    return changed;
  }

  private Memberships with(Long organizationId, Roster roster) {
    return new Memberships(Tables.put(rosters, organizationId, roster, Roster.NONE), belongings, sent, deadlines);
  }

  /** The deadlines without that of the user's membership. */
  private Ranked<Deadline> undated(Long organizationId, Long userId) {
    return roster(organizationId).membership(userId).flatMap(Membership::due)
        .map(at -> deadlines.minus(new Deadline(at, organizationId, userId)))
        .orElse(deadlines);
  }
}
