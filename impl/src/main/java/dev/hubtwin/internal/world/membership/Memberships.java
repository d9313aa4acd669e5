package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param addressed the organizations by the ids of invitations that were sent to an address
 * @param references memberships and invitations by who invited, who is invited, and the teams that they lead into
 * @param sent the invitations of the last day, by the user who sent them
 * @param deadlines what time alone will change, the next first
 */
public record Memberships(
        PMap<Long, Roster> rosters,
        PMap<Long, UserMemberships> belongings,
        PMap<Long, PSet<Long>> listed,
        PMap<Long, Long> addressed,
        References<Invitee> references,
        PMap<Long, Invitations> sent,
        SortedIndex<MembershipDeadline> deadlines) {

    public static final Memberships NONE = new Memberships(
            HashTreePMap.empty(),
            TreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            References.none(),
            HashTreePMap.empty(),
            SortedIndex.by(MembershipDeadline.ORDER));

    /**
     * Who was invited where.
     *
     * @param id that of the user or of the invitation of an address
     */
    public record Invitee(long organizationId, long id) {}

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
        return new Memberships(rosters, belongings, listed, addressed, references, sent.plus(userId, more), deadlines);
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
        return new Memberships(rosters, belongings, listed, addressed, references, fewer, deadlines);
    }

    /**
     * Returns this with an invitation that is not a pending membership: it is sent to an address, leads to who only
     * pays, or failed.
     */
    public Memberships with(Long organizationId, Invitation invitation) {
        Optional<Invitation> former = Optional.ofNullable(invitation.email())
                .flatMap(roster(organizationId).invitations()::sentTo);
        Memberships others = former.map(one -> withoutInvitation(organizationId, one.id()))
                .orElse(this)
                .withoutInvitation(organizationId, invitation.id());
        Roster roster = others.roster(organizationId).with(invitation);
        return new Memberships(
                        others.rosters.plus(organizationId, roster),
                        belongings,
                        listed,
                        invitation.email() == null
                                ? others.addressed
                                : others.addressed.plus(invitation.id(), organizationId),
                        others.references.with(new Invitee(organizationId, invitation.id()), invitation.references()),
                        sent,
                        others.deadlines)
                .dated(invitation.due(), organizationId, invitation.id());
    }

    /** Returns this without an invitation that is not a pending membership. */
    public Memberships withoutInvitation(Long organizationId, Long id) {
        Memberships others = unmentioned(organizationId, id);
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster(organizationId).without(id), Roster.NONE),
                belongings,
                listed,
                addressed.minus(id),
                others.references,
                sent,
                others.deadlines);
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
        Memberships rest =
                new Memberships(rosters, belongings, listed, addressed, references, sent.minus(userId), deadlines);
        for (Long organization : listing(userId)) {
            rest = rest.withoutBillingManager(organization, userId).withoutBlockingUser(organization, userId);
        }
        return rest;
    }

    public Memberships with(Long organizationId, Membership membership, User member) {
        Long user = member.id();
        Memberships others = unmentioned(organizationId, user);
        return new Memberships(
                        rosters.plus(organizationId, roster(organizationId).with(user, membership, member)),
                        belongings.plus(user, belonging(user).with(organizationId, membership)),
                        listed,
                        addressed,
                        others.references.with(new Invitee(organizationId, user), membership.references()),
                        sent,
                        others.deadlines)
                .dated(membership.due(), organizationId, user);
    }

    public Memberships without(Long organizationId, User member) {
        Long user = member.id();
        Memberships others = unmentioned(organizationId, user);
        return new Memberships(
                IndexMaps.put(rosters, organizationId, roster(organizationId).without(member), Roster.NONE),
                IndexMaps.put(belongings, user, belonging(user).without(organizationId), UserMemberships.NOWHERE),
                listed,
                addressed,
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
                addressed,
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
                addressed,
                references,
                sent,
                deadlines);
    }

    private Memberships dated(Optional<Instant> due, long organizationId, long id) {
        return due.map(at -> with(references, deadlines.plus(new MembershipDeadline(at, organizationId, id))))
                .orElse(this);
    }

    /** Returns this without the deadline and the references of the user's membership, or of the invitation. */
    private Memberships unmentioned(Long organizationId, Long id) {
        Roster roster = roster(organizationId);
        Invitee invitee = new Invitee(organizationId, id);
        return roster.membership(id)
                .map(old -> unmentioned(invitee, old.references(), old.due()))
                .or(() -> roster.invitations()
                        .invitation(id)
                        .map(old -> unmentioned(invitee, old.references(), old.due())))
                .orElse(this);
    }

    private Memberships unmentioned(Invitee invitee, List<Reference> targets, Optional<Instant> due) {
        return with(
                references.without(invitee, targets),
                due.map(at -> deadlines.minus(new MembershipDeadline(at, invitee.organizationId(), invitee.id())))
                        .orElse(deadlines));
    }

    private Memberships with(References<Invitee> mentions, SortedIndex<MembershipDeadline> due) {
        return new Memberships(rosters, belongings, listed, addressed, mentions, sent, due);
    }
}
