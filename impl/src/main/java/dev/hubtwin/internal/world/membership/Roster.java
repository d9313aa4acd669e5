package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.ConditionalIndexes;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/**
 * Who belongs to one organization. Each list is in the order of the logins.
 *
 * @param byUser the memberships, pending ones too
 * @param listings the lists below
 * @param invitations who is invited, by whom and what for
 * @param billingManagers users who only pay
 * @param blockedBy users who blocked the organization and so cannot be invited
 */
public record Roster(
        PMap<Long, Membership> byUser,
        ConditionalIndexes<UserName, Standing> listings,
        OrganizationInvitations invitations,
        PSet<Long> billingManagers,
        PSet<Long> blockedBy) {

    /** A list, and which members stand in it: a new list is one line here. */
    private enum Lists implements Predicate<Standing> {
        ACTIVE(s -> s.member().isActive()),
        OWNERS(s -> s.member().isOwner()),
        PLAIN(s -> s.member().isActive() && !s.member().isOwner()),
        VISIBLE(s -> s.member().isActive() && s.member().visible()),
        INSECURE(s -> s.member().isActive() && !s.twoFactor()),
        INSECURE_OWNERS(s -> s.member().isOwner() && !s.twoFactor()),
        INSECURE_PLAIN(s -> s.member().isActive() && !s.member().isOwner() && !s.twoFactor());

        private final Predicate<Standing> condition;

        Lists(Predicate<Standing> condition) {
            this.condition = condition;
        }

        @Override
        public boolean test(Standing standing) {
            return condition.test(standing);
        }
    }

    /** A membership, and whether its user has a second factor. */
    record Standing(Membership member, boolean twoFactor) {}

    static final Roster NONE = new Roster(
            TreePMap.empty(),
            ConditionalIndexes.of(UserName.ORDER, Arrays.<Predicate<Standing>>asList(Lists.values())),
            OrganizationInvitations.NONE,
            HashTreePSet.empty(),
            HashTreePSet.empty());

    /** The user's membership, pending or active. */
    public Optional<Membership> membership(long userId) {
        return Optional.ofNullable(byUser.get(userId));
    }

    /** Whether the user is an active member. */
    public boolean isMember(long userId) {
        return membership(userId).filter(Membership::isActive).isPresent();
    }

    /** Whether the user is an active owner. */
    public boolean isOwner(long userId) {
        return membership(userId).filter(Membership::isOwner).isPresent();
    }

    /** Whether the user is an owner and nobody else is (R101). */
    public boolean isLastOwner(long userId) {
        return owners().size() == 1 && isOwner(userId);
    }

    /** All memberships, in no order. */
    public Collection<Membership> all() {
        return byUser.values();
    }

    /** The invitations that are not pending memberships, in no order. */
    public Collection<Invitation> separateInvitations() {
        return invitations.byId().values().stream()
                .filter(invitation -> !byUser.containsKey(invitation.id()))
                .toList();
    }

    /** Whether there is an invitation with the id that is not a pending membership. */
    public boolean isInvitedSeparately(long id) {
        return !byUser.containsKey(id) && invitations.invitation(id).isPresent();
    }

    /** Members, owners among them. */
    public SortedIndex<UserName> active() {
        return listings.get(Lists.ACTIVE);
    }

    /** Members who are owners. */
    public SortedIndex<UserName> owners() {
        return listings.get(Lists.OWNERS);
    }

    /** Members who are not owners. */
    public SortedIndex<UserName> plain() {
        return listings.get(Lists.PLAIN);
    }

    /** Members who show that they are. */
    public SortedIndex<UserName> visible() {
        return listings.get(Lists.VISIBLE);
    }

    /** Members without a second factor (R64). */
    public SortedIndex<UserName> insecure() {
        return listings.get(Lists.INSECURE);
    }

    /** Owners without a second factor. */
    public SortedIndex<UserName> insecureOwners() {
        return listings.get(Lists.INSECURE_OWNERS);
    }

    /** Members without a second factor who are not owners. */
    public SortedIndex<UserName> insecurePlain() {
        return listings.get(Lists.INSECURE_PLAIN);
    }

    /** Returns this with the membership of a user; {@code id} is the user's, as other tables keep it. */
    Roster with(Long id, Membership membership, User user) {
        return new Roster(
                byUser.plus(id, membership),
                listings.with(UserName.of(user), new Standing(membership, user.twoFactor())),
                membership.isActive() ? invitations.without(user.id()) : invitations.with(Invitation.of(membership)),
                billingManagers,
                blockedBy);
    }

    Roster without(User user) {
        return new Roster(
                byUser.minus(user.id()),
                listings.without(UserName.of(user)),
                invitations.without(user.id()),
                billingManagers,
                blockedBy);
    }

    Roster with(Invitation invitation) {
        return new Roster(byUser, listings, invitations.with(invitation), billingManagers, blockedBy);
    }

    Roster without(Long invitation) {
        return new Roster(byUser, listings, invitations.without(invitation), billingManagers, blockedBy);
    }

    Roster withBillingManager(Long userId) {
        return new Roster(byUser, listings, invitations, billingManagers.plus(userId), blockedBy);
    }

    Roster withBlockingUser(Long userId) {
        return new Roster(byUser, listings, invitations, billingManagers, blockedBy.plus(userId));
    }

    Roster withoutBlockingUser(Long userId) {
        return new Roster(byUser, listings, invitations, billingManagers, blockedBy.minus(userId));
    }

    Roster withoutBillingManager(Long userId) {
        return new Roster(byUser, listings, invitations, billingManagers.minus(userId), blockedBy);
    }
}
