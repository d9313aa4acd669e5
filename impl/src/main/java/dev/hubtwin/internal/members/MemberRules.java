package dev.hubtwin.internal.members;

import dev.hubtwin.internal.api.model.MemberRoleFilter;
import dev.hubtwin.internal.api.model.TwoFactorFilter;
import dev.hubtwin.internal.auth.MemberVisibility;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.memberships.MembershipRules;
import dev.hubtwin.internal.memberships.OrganizationMembership;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of members. */
final class MemberRules {

    private MemberRules() {}

    /**
     * The members, as their ids; empty if the caller has to be content with the public ones (R62, R63).
     *
     * @throws ApiException 422 if one who is not an owner asks for those without a second factor (R64)
     */
    static Optional<SortedIndex<UserName>> list(MemberVisibility visibility, String filter, String role) {
        if (!visibility.member()) {
            return Optional.empty();
        }
        boolean all = TwoFactorFilter.of(filter) == TwoFactorFilter.ALL;
        if (!all && !visibility.owner()) {
            throw ApiException.of(422, "Only owners can use this filter.");
        }
        MemberRoleFilter wanted = MemberRoleFilter.of(role);
        return Optional.of(all ? everybody(visibility.people(), wanted) : insecure(visibility.people(), wanted));
    }

    private static SortedIndex<UserName> everybody(Roster roster, MemberRoleFilter role) {
        return switch (role) {
            case ALL -> roster.active();
            case ADMIN -> roster.owners();
            case MEMBER -> roster.plain();
        };
    }

    private static SortedIndex<UserName> insecure(Roster roster, MemberRoleFilter role) {
        return switch (role) {
            case ALL -> roster.insecure();
            case ADMIN -> roster.insecureOwners();
            case MEMBER -> roster.insecurePlain();
        };
    }

    /**
     * Whether a caller learns that the named user is a member; if not, they have to ask whether the user is a public
     * one (R70).
     *
     * @throws ApiException 404 if the caller may know and the user is not a member (R71)
     */
    static boolean check(PathEntities named, MemberVisibility visibility) {
        if (visibility.member() && !has(named, visibility.people(), Membership::isActive)) {
            throw ApiException.of(404, "User does not exist or is not a member of the organization");
        }
        return visibility.member();
    }

    /**
     * Says nothing if the named user is a member and shows it (R89).
     *
     * @throws ApiException 404 if not
     */
    static void checkPublic(PathEntities named) {
        Roster people = named.world().memberships().roster(named.organization().id());
        if (!has(named, people, member -> member.isActive() && member.visible())) {
            throw ApiException.of(404, "User does not exist or is not a public member of the organization");
        }
    }

    private static boolean has(PathEntities named, Roster people, Predicate<Membership> condition) {
        return named.user()
                .map(User::id)
                .flatMap(people::membership)
                .filter(condition)
                .isPresent();
    }

    /**
     * Removes the named member (R72).
     *
     * @throws ApiException 404 for one who is not a member, 403 for the last owner
     */
    static Change<Void> remove(PathEntities named, Instant now) {
        return MembershipRules.end(named.world(), member(named), now);
    }

    /**
     * Has the named member show that they are one, or hide it (R90, R92).
     *
     * @throws ApiException 404 for one who is not a member
     */
    static Change<Void> show(PathEntities named, boolean toEverybody) {
        OrganizationMembership current = member(named);
        return new Change<>(
                named.world()
                        .withMembership(
                                current.organization().id(),
                                current.membership().shown(toEverybody)),
                null);
    }

    private static OrganizationMembership member(PathEntities named) {
        return OrganizationMembership.of(named)
                .filter(current -> current.membership().isActive())
                .orElseThrow(ApiException::notFound);
    }
}
