package dev.hubtwin.internal.members;

import dev.hubtwin.internal.api.model.MemberRoleFilter;
import dev.hubtwin.internal.api.model.TwoFactorFilter;
import dev.hubtwin.internal.auth.MemberVisibility;
import dev.hubtwin.internal.memberships.MembershipRules;
import dev.hubtwin.internal.memberships.OrganizationMembership;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of members. */
public final class MemberRules {

    private MemberRules() {}

    /**
     * The members, as their ids; empty if the caller has to be content with the public ones (R62, R63).
     *
     * @throws ApiException 422 if one who is no owner asks for those without a second factor (R64)
     */
    public static Optional<SortedIndex<Long>> list(MemberVisibility company, String filter, String role) {
        if (!company.member()) {
            return Optional.empty();
        }
        boolean all = TwoFactorFilter.of(filter) == TwoFactorFilter.ALL;
        if (!all && !company.owner()) {
            throw ApiException.of(422, "Only owners can use this filter.");
        }
        MemberRoleFilter wanted = MemberRoleFilter.of(role);
        return Optional.of(all ? everybody(company.people(), wanted) : insecure(company.people(), wanted));
    }

    private static SortedIndex<Long> everybody(Roster roster, MemberRoleFilter role) {
        return switch (role) {
            case ALL -> roster.active();
            case ADMIN -> roster.owners();
            case MEMBER -> roster.plain();
        };
    }

    private static SortedIndex<Long> insecure(Roster roster, MemberRoleFilter role) {
        return switch (role) {
            case ALL -> roster.insecure();
            case ADMIN -> roster.insecureOwners();
            case MEMBER -> roster.insecurePlain();
        };
    }

    /**
     * Whether a caller learns that a user is a member; if not, they have to ask whether the user is a public one (R70).
     *
     * @throws ApiException 404 if the caller may know and the user is none (R71)
     */
    public static boolean check(World world, MemberVisibility company, String username) {
        if (company.member() && !has(world, company.people(), username, Membership::isActive)) {
            throw ApiException.of(404, "User does not exist or is not a member of the organization");
        }
        return company.member();
    }

    /**
     * Says nothing if a user is a member and shows it (R89).
     *
     * @throws ApiException 404 if not
     */
    public static void checkPublic(World world, Roster people, String username) {
        if (!has(world, people, username, member -> member.isActive() && member.visible())) {
            throw ApiException.of(404, "User does not exist or is not a public member of the organization");
        }
    }

    private static boolean has(World world, Roster people, String username, Predicate<Membership> condition) {
        return world.accounts()
                .user(username)
                .map(User::id)
                .flatMap(people::membership)
                .filter(condition)
                .isPresent();
    }

    /**
     * Removes a member (R72).
     *
     * @throws ApiException 404 for one who is none, 403 for the last owner
     */
    static Change<Void> remove(World world, String organization, String username, Instant now) {
        return MembershipRules.end(world, member(world, organization, username), now);
    }

    /**
     * Has a member show that they are one, or hide it (R90, R92).
     *
     * @throws ApiException 404 for one who is none
     */
    static Change<Void> show(World world, String organization, String username, boolean toEverybody) {
        OrganizationMembership held = member(world, organization, username);
        return new Change<>(
                world.withMembership(held.organization().id(), held.membership().shown(toEverybody)), null);
    }

    private static OrganizationMembership member(World world, String organization, String username) {
        return OrganizationMembership.of(world, organization, username)
                .filter(held -> held.membership().isActive())
                .orElseThrow(ApiException::notFound);
    }
}
