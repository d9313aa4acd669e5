package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/**
 * Who belongs where.
 *
 * @param rosters by organization
 * @param belongings by user
 * @param listed the organizations by users who only pay for them, or who blocked them
 * @param references memberships by who invited
 * @param sent the invitations of the last day, by the user who sent them
 * @param deadlines what time alone will change, the next first
 */
public record Memberships(
        PMap<Long, Roster> rosters,
        PMap<Long, UserMemberships> belongings,
        PMap<Long, PSet<Long>> listed,
        References<Invitee> references,
        PMap<Long, Invitations> sent,
        SortedIndex<MembershipDeadline> deadlines) {

    public static final Memberships NONE = new Memberships(
            HashTreePMap.empty(),
            TreePMap.empty(),
            HashTreePMap.empty(),
            References.none(),
            HashTreePMap.empty(),
            SortedIndex.by(MembershipDeadline.ORDER));

    /** Who was invited where. */
    public record Invitee(long organizationId, long userId) {}

    /** Who belongs to the organization. */
    public Roster roster(long organizationId) {
        return rosters.getOrDefault(organizationId, Roster.NONE);
    }

    /** Where the user belongs. */
    public UserMemberships belonging(long userId) {
        return belongings.getOrDefault(userId, UserMemberships.NOWHERE);
    }

    /** The organizations that the user only pays for, or blocked. */
    public PSet<Long> listing(long userId) {
        return listed.getOrDefault(userId, HashTreePSet.empty());
    }

    /** What the user sent in the last day. */
    public Invitations sentBy(long userId) {
        return sent.getOrDefault(userId, Invitations.NONE);
    }

    /** Returns this, remembering that the user invited somebody into the organization. */
    public Memberships withInvitation(long userId, long organizationId, Instant at) {
        Invitations more = sentBy(userId).plus(new Invitations.Sent(organizationId, at));
        return new Memberships(rosters, belongings, listed, references, sent.plus(userId, more), deadlines);
    }

    /** Returns this, nobody remembered to have invited anybody into the organization. */
    public Memberships withoutInvitations(long organizationId) {
        PMap<Long, Invitations> fewer = sent;
        for (Map.Entry<Long, Invitations> user : sent.entrySet()) {
            Invitations others = user.getValue().without(organizationId);
            fewer = others.equals(user.getValue())
                    ? fewer
                    : IndexMaps.put(fewer, user.getKey(), others, Invitations.NONE);
        }
        return new Memberships(rosters, belongings, listed, references, fewer, deadlines);
    }

    /** Returns this with one more who only pays for the organization. */
    public Memberships withBillingManager(long organizationId, long userId) {
        return listed(organizationId, userId, roster(organizationId).withBillingManager(userId));
    }

    /** Returns this without that payer. */
    public Memberships withoutBillingManager(long organizationId, long userId) {
        return listed(organizationId, userId, roster(organizationId).withoutBillingManager(userId));
    }

    /** Returns this with one more user who blocked the organization. */
    public Memberships withBlockingUser(long organizationId, long userId) {
        return listed(organizationId, userId, roster(organizationId).withBlockingUser(userId));
    }

    /** Returns this without that user who blocked the organization. */
    public Memberships withoutBlockingUser(long organizationId, long userId) {
        return listed(organizationId, userId, roster(organizationId).withoutBlockingUser(userId));
    }

    /** Returns this, the user paying for no organization, blocking none, and remembered to have invited nobody. */
    public Memberships withoutMentions(long userId) {
        Memberships rest = new Memberships(rosters, belongings, listed, references, sent.minus(userId), deadlines);
        for (Long organization : listing(userId)) {
            rest = rest.withoutBillingManager(organization, userId).withoutBlockingUser(organization, userId);
        }
        return rest;
    }

    public Memberships with(Long organizationId, Membership membership, User member) {
        Long user = member.id();
        Memberships others = unmentioned(organizationId, user);
        SortedIndex<MembershipDeadline> due = others.deadlines;
        return new Memberships(
                rosters.plus(organizationId, roster(organizationId).with(user, membership, member)),
                belongings.plus(user, belonging(user).with(organizationId, membership)),
                listed,
                others.references.with(new Invitee(organizationId, user), membership.references()),
                sent,
                membership
                        .due()
                        .map(at -> due.plus(new MembershipDeadline(at, organizationId, user)))
                        .orElse(due));
    }

    public Memberships without(Long organizationId, User member) {
        Long user = member.id();
        Memberships others = unmentioned(organizationId, user);
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster(organizationId).without(member), Roster.NONE),
                IndexMaps.put(belongings, user, belonging(user).without(organizationId), UserMemberships.NOWHERE),
                listed,
                others.references,
                sent,
                others.deadlines);
    }

    /** Returns this, after a user became another: has another login, or enabled or disabled their second factor. */
    public Memberships changed(User old, User user) {
        Memberships changed = this;
        for (Long organization : belonging(user.id()).any().elements()) {
            Roster roster = changed.roster(organization);
            Membership membership = Objects.requireNonNull(roster.byUser().get(user.id()));
            changed = changed.with(organization, roster.without(old).with(user.id(), membership, user));
        }
        return changed;
    }

    private Memberships with(Long organizationId, Roster roster) {
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster, Roster.NONE),
                belongings,
                listed,
                references,
                sent,
                deadlines);
    }

    private Memberships listed(Long organizationId, Long userId, Roster roster) {
        boolean yes =
                roster.billingManagers().contains(userId) || roster.blockedBy().contains(userId);
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster, Roster.NONE),
                belongings,
                yes ? IndexMaps.add(listed, userId, organizationId) : IndexMaps.remove(listed, userId, organizationId),
                references,
                sent,
                deadlines);
    }

    /** Returns this without the deadline and the references of the user's membership. */
    private Memberships unmentioned(Long organizationId, Long userId) {
        return roster(organizationId)
                .membership(userId)
                .map(old -> new Memberships(
                        rosters,
                        belongings,
                        listed,
                        references.without(new Invitee(organizationId, userId), old.references()),
                        sent,
                        old.due()
                                .map(at -> deadlines.minus(new MembershipDeadline(at, organizationId, userId)))
                                .orElse(deadlines)))
                .orElse(this);
    }
}
