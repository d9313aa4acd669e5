package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Instant;
import java.util.Objects;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Who belongs where.
 *
 * @param rosters by organization
 * @param belongings by user
 * @param sent the invitations of the last day, by the user who sent them
 * @param deadlines what time alone will change, the next first
 */
public record Memberships(
        PMap<Long, Roster> rosters,
        PMap<Long, UserMemberships> belongings,
        PMap<Long, Invitations> sent,
        SortedIndex<MembershipDeadline> deadlines) {

    public static final Memberships NONE = new Memberships(
            HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), SortedIndex.by(MembershipDeadline.ORDER));

    /** Who belongs to the organization. */
    public Roster roster(long organizationId) {
        return rosters.getOrDefault(organizationId, Roster.NONE);
    }

    /** Where the user belongs. */
    public UserMemberships belonging(long userId) {
        return belongings.getOrDefault(userId, UserMemberships.NOWHERE);
    }

    /** What the user sent in the last day. */
    public Invitations sentBy(long userId) {
        return sent.getOrDefault(userId, Invitations.NONE);
    }

    /** Returns this, remembering that the user invited somebody into the organization. */
    public Memberships withInvitation(long userId, long organizationId, Instant at) {
        Invitations more = sentBy(userId).plus(new Invitations.Sent(organizationId, at));
        return new Memberships(rosters, belongings, sent.plus(userId, more), deadlines);
    }

    /** Returns this with one more who only pays for the organization. */
    public Memberships withBillingManager(long organizationId, long userId) {
        return with(organizationId, roster(organizationId).withBillingManager(userId));
    }

    /** Returns this without that payer. */
    public Memberships withoutBillingManager(long organizationId, long userId) {
        return with(organizationId, roster(organizationId).withoutBillingManager(userId));
    }

    /** Returns this with one more user who blocked the organization. */
    public Memberships withBlockingUser(long organizationId, long userId) {
        return with(organizationId, roster(organizationId).withBlockingUser(userId));
    }

    public Memberships with(Long organizationId, Membership membership, User member) {
        Long user = member.id();
        return new Memberships(
                rosters.plus(organizationId, roster(organizationId).with(membership, member)),
                belongings.plus(user, belonging(user).with(organizationId, membership)),
                sent,
                membership
                        .due()
                        .map(at -> undated(organizationId, user).plus(new MembershipDeadline(at, organizationId, user)))
                        .orElseGet(() -> undated(organizationId, user)));
    }

    public Memberships without(Long organizationId, User member) {
        Long user = member.id();
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster(organizationId).without(member), Roster.NONE),
                IndexMaps.put(belongings, user, belonging(user).without(organizationId), UserMemberships.NOWHERE),
                sent,
                undated(organizationId, user));
    }

    /** Returns this, after a user became another: has another login, or enabled or disabled their second factor. */
    public Memberships changed(User old, User user) {
        Memberships changed = this;
        for (Long organization : belonging(user.id()).any().elements()) {
            Roster roster = changed.roster(organization);
            Membership membership = Objects.requireNonNull(roster.byUser().get(user.id()));
            changed = changed.with(organization, roster.without(old).with(membership, user));
        }
        return changed;
    }

    private Memberships with(Long organizationId, Roster roster) {
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster, Roster.NONE), belongings, sent, deadlines);
    }

    /** The deadlines without that of the user's membership. */
    private SortedIndex<MembershipDeadline> undated(Long organizationId, Long userId) {
        return roster(organizationId)
                .membership(userId)
                .flatMap(Membership::due)
                .map(at -> deadlines.minus(new MembershipDeadline(at, organizationId, userId)))
                .orElse(deadlines);
    }
}
