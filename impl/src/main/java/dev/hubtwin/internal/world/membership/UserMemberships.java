package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.SortedIndex;

/**
 * The organizations that one user belongs to, as their ids, ascending.
 *
 * @param active those the user is a member of
 * @param visible those in which the user shows it
 * @param pending those that invited the user
 * @param any active and pending ones; the same object as {@code active} where nothing is pending
 */
public record UserMemberships(
        SortedIndex<Long> active, SortedIndex<Long> visible, SortedIndex<Long> pending, SortedIndex<Long> any) {

    private static final SortedIndex<Long> EMPTY = SortedIndex.natural();

    static final UserMemberships NOWHERE = new UserMemberships(EMPTY, EMPTY, EMPTY, EMPTY);

    UserMemberships with(Long organization, Membership membership) {
        boolean member = membership.isActive();
        SortedIndex<Long> now = member ? active.plus(organization) : active.minus(organization);
        SortedIndex<Long> all = any.plus(organization);
        return new UserMemberships(
                now,
                member && membership.visible() ? visible.plus(organization) : visible.minus(organization),
                member ? pending.minus(organization) : pending.plus(organization),
                all.size() == now.size() ? now : all);
    }

    UserMemberships without(Long organization) {
        SortedIndex<Long> now = active.minus(organization);
        SortedIndex<Long> all = any.minus(organization);
        return new UserMemberships(
                now, visible.minus(organization), pending.minus(organization), all.size() == now.size() ? now : all);
    }
}
