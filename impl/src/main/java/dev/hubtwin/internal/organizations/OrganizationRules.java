package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges.CreationType;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Organization;
import java.time.Instant;

/** The rules of organizations. */
final class OrganizationRules {

    private OrganizationRules() {}

    /**
     * Changes what the body has of the named organization (R45 to R54).
     *
     * @param dialect by whose status a setting is refused that the enterprise enforces
     * @throws ApiException 409 or 422 for another value of what the enterprise enforces, 422 for a policy that the plan
     *     does not have
     */
    static Change<Organization> update(PathEntities named, OrganizationUpdate body, Dialect dialect, Instant now) {
        World world = named.world();
        Organization old = named.organization();
        OrganizationPatch patch = new OrganizationPatch(body);
        Organization changed = patch.of(old);
        refuseEnforced(old, changed, dialect);
        if (patch.choosesRepositoryCreation()) {
            refuseUnavailable(changed);
        }
        if (changed.equals(old)) {
            return new Change<>(world, old);
        }
        Organization dated = changed.updatedAt(now);
        return new Change<>(world.with(dated), dated);
    }

    private static void refuseEnforced(Organization old, Organization changed, Dialect dialect) {
        EnforcedSettings.changed(old, changed).ifPresent(field -> {
            throw ApiException.of(
                    dialect == Dialect.ENTERPRISE ? 409 : 422,
                    field + " is enforced by the enterprise and cannot be changed here.");
        });
    }

    /** The plan says what may be chosen, whichever members of the body chose it (R44, R51). */
    private static void refuseUnavailable(Organization changed) {
        RepositoryCreation chosen = changed.policy().repositoryCreation();
        if (chosen.internalOnes() && changed.enterprise() == null) {
            throw unavailable("Internal");
        }
        if (chosen.type() == CreationType.PRIVATE && !changed.mayBePrivateOnly()) {
            throw unavailable("Private-only");
        }
    }

    private static ApiException unavailable(String policy) {
        return ApiException.validationFailed(
                policy + " repository creation policy is not allowed for this organization.");
    }
}
