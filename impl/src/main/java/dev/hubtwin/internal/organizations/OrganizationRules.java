package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.EnterpriseSettings;
import dev.hubtwin.internal.world.account.Organization;
import java.time.Instant;
import java.util.Optional;

/** The rules of organizations. */
final class OrganizationRules {

    private OrganizationRules() {}

    /**
     * Changes what the body has of the named organization (R45 to R54).
     *
     * @throws ApiException 409 for a field that the enterprise enforces, 422 for a choice that the plan does not offer
     */
    static Change<Organization> update(PathEntities named, OrganizationUpdate body, Instant now) {
        World world = named.world();
        Organization old = named.organization();
        OrganizationPatch update = new OrganizationPatch(body);
        refuseEnforced(old, update);
        refuseUnavailable(old, body);
        Organization changed = old.with(update.of(old.profile())).with(update.of(old.policy()));
        if (changed.equals(old)) {
            return new Change<>(world, old);
        }
        Organization dated = changed.updatedAt(now);
        return new Change<>(world.with(dated), dated);
    }

    private static void refuseEnforced(Organization organization, OrganizationPatch update) {
        Optional.ofNullable(organization.enterprise()).map(EnterpriseSettings::enforced).stream()
                .flatMap(enforced -> update.fields().stream().filter(enforced::contains))
                .findFirst()
                .ifPresent(field -> {
                    throw ApiException.of(409, field + " is enforced by the enterprise and cannot be changed here.");
                });
    }

    private static void refuseUnavailable(Organization organization, OrganizationUpdate body) {
        if (organization.enterprise() != null) {
            return;
        }
        if (Boolean.TRUE.equals(body.membersCanCreateInternalRepositories())) {
            throw unavailable(
                    "members_can_create_internal_repositories",
                    "Only organizations of an enterprise have internal repositories.");
        }
        if (body.membersAllowedRepositoryCreationType() == dev.hubtwin.internal.api.model.RepositoryCreationType.PRIVATE
                && !organization.plan().name().equals("enterprise")) {
            throw unavailable(
                    "members_allowed_repository_creation_type",
                    "Only organizations on an enterprise plan can choose private.");
        }
    }

    private static ApiException unavailable(String field, String message) {
        return ApiException.validationFailed("Organization", ValidationErrorCode.CUSTOM, field, message);
    }
}
