package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.ConditionalIndexes;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The invitations of one organization, those of its pending members among them. A user and an address have one at most.
 *
 * @param byId all of them, by id
 * @param byAddress the ids of those that were sent to an address, by the address in lower case
 * @param listings the lists below, each with the oldest first
 */
public record OrganizationInvitations(
        PMap<Long, Invitation> byId,
        PMap<String, Long> byAddress,
        ConditionalIndexes<Invitation, Invitation> listings) {

    /** A list, and which invitations stand in it. */
    private enum Lists implements Predicate<Invitation> {
        PENDING(Invitation::isPending),
        ADMIN(one -> one.isPending() && one.role() == Invitation.Role.ADMIN),
        DIRECT_MEMBER(one -> one.isPending() && one.role() == Invitation.Role.DIRECT_MEMBER),
        BILLING_MANAGER(one -> one.isPending() && one.role() == Invitation.Role.BILLING_MANAGER),
        FAILED(one -> !one.isPending());

        private final Predicate<Invitation> condition;

        Lists(Predicate<Invitation> condition) {
            this.condition = condition;
        }

        @Override
        public boolean test(Invitation invitation) {
            return condition.test(invitation);
        }
    }

    public static final OrganizationInvitations NONE = new OrganizationInvitations(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            ConditionalIndexes.of(Invitation.ORDER, Arrays.<Predicate<Invitation>>asList(Lists.values())));

    /** The invitation with the id, pending or failed. */
    public Optional<Invitation> invitation(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The invitation that was sent to the address, in any case, pending or failed. */
    public Optional<Invitation> sentTo(String address) {
        return Optional.ofNullable(byAddress.get(key(address))).flatMap(this::invitation);
    }

    /** Those that can be accepted. */
    public SortedIndex<Invitation> pending() {
        return listings.get(Lists.PENDING);
    }

    /** Those that can be accepted and lead into the role. */
    public SortedIndex<Invitation> pending(Invitation.Role role) {
        return listings.get(
                switch (role) {
                    case ADMIN -> Lists.ADMIN;
                    case DIRECT_MEMBER -> Lists.DIRECT_MEMBER;
                    case BILLING_MANAGER -> Lists.BILLING_MANAGER;
                });
    }

    /** Those that nobody accepted in time. */
    public SortedIndex<Invitation> failed() {
        return listings.get(Lists.FAILED);
    }

    /** Returns this with the invitation in the place of the one with its id. */
    OrganizationInvitations with(Invitation invitation) {
        OrganizationInvitations others = without(invitation.id());
        String address = invitation.email();
        return new OrganizationInvitations(
                others.byId.plus(invitation.id(), invitation),
                address == null ? others.byAddress : others.byAddress.plus(key(address), invitation.id()),
                others.listings.with(invitation, invitation));
    }

    OrganizationInvitations without(long id) {
        Invitation old = byId.get(id);
        return old == null
                ? this
                : new OrganizationInvitations(
                        byId.minus(id),
                        old.email() == null ? byAddress : byAddress.minus(key(old.email())),
                        listings.without(old));
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
