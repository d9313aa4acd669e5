package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.SortedIndex;

/**
 * The organizations that one user belongs to, as their ids, ascending.
 *
 * @param active those the user is a member of
 * @param visible those in which the user shows it
 * @param pending those that invited the user
 * @param any active and pending ones
 */
public record UserMemberships(
        SortedIndex<Long> active, SortedIndex<Long> visible, SortedIndex<Long> pending, SortedIndex<Long> any) {

    private static final SortedIndex<Long> EMPTY = SortedIndex.natural();

    static final UserMemberships NOWHERE = new UserMemberships(EMPTY, EMPTY, EMPTY, EMPTY);

    UserMemberships with(Long organization, Membership membership) {
        boolean member = membership.isActive();
        return new UserMemberships(
                member ? active.plus(organization) : active.minus(organization),
                member && membership.visible() ? visible.plus(organization) : visible.minus(organization),
                member ? pending.minus(organization) : pending.plus(organization),
                any.plus(organization));
    }

    UserMemberships without(Long organization) {
        return new UserMemberships(
                active.minus(organization),
                visible.minus(organization),
                pending.minus(organization),
                any.minus(organization));
    }
}
