package dev.hubtwin.internal.outsidecollaborators;

import dev.hubtwin.internal.api.model.TwoFactorFilter;
import dev.hubtwin.internal.event.MembershipDiff;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.memberships.OrganizationMembership;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.MemberRemoval;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.repository.Collaborators;
import java.time.Duration;
import java.time.Instant;

/** The rules of outside collaborators. */
final class OutsideCollaboratorRules {

    private OutsideCollaboratorRules() {}

    /** The outside collaborators, as their ids; all of them, or those without a second factor (R96, R97). */
    static SortedIndex<UserName> list(PathEntities named, String filter) {
        Collaborators outsiders =
                named.world().repositories().outsiders(named.organization().id());
        return TwoFactorFilter.of(filter) == TwoFactorFilter.ALL ? outsiders.outside() : outsiders.insecure();
    }

    /**
     * Makes a member an outside collaborator, at once or after the time that is set for it (R98 to R101).
     *
     * @return whether it is done
     * @throws ApiException 404 for an unknown user, 403 for one who is not a member or is the last owner
     */
    static Change<Boolean> convert(PathEntities named, Instant now) {
        World world = named.world();
        OrganizationMembership current = OrganizationMembership.of(named)
                .filter(found -> found.membership().isActive())
                .orElseThrow(() -> ApiException.of(
                        403,
                        named.username() + " is not a member of the " + named.organizationName() + " organization."));
        long id = current.organization().id();
        long user = current.user().id();
        if (world.memberships().roster(id).isLastOwner(user)) {
            throw ApiException.of(403, "Cannot convert the last owner to an outside collaborator");
        }
        Duration takes = world.settings().asyncConversion();
        if (!takes.isZero()) {
            return new Change<>(begun(world, id, current.membership(), now.plus(takes)), false);
        }
        World converted = MemberRemoval.converted(world, id, user);
        return new Change<>(converted, true, MembershipDiff.ofUser(world, converted, id, user));
    }

    /** Asking twice does not begin anew. */
    private static World begun(World world, long organization, Membership member, Instant until) {
        return member.convertsAt() == null ? world.withMembership(organization, member.converting(until)) : world;
    }

    /**
     * Takes all repositories of the organization from a user who is not a member (R102); who has none is none the
     * worse.
     *
     * @throws ApiException 404 for an unknown user, 422 for a member (R103)
     */
    static Change<Void> remove(PathEntities named) {
        World world = named.world();
        Organization from = named.organization();
        User user = named.user().orElseThrow(ApiException::notFound);
        if (world.memberships().roster(from.id()).isMember(user.id())) {
            throw ApiException.of(
                    422, "You cannot specify an organization member to remove as an outside collaborator.");
        }
        World without = MemberRemoval.expelled(world, from.id(), user.id());
        return new Change<>(without, null, MembershipDiff.ofUser(world, without, from.id(), user.id()));
    }
}
