package dev.hubtwin.organizations;

import dev.hubtwin.api.model.OrganizationUpdate;
import dev.hubtwin.api.model.ValidationErrorCode;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.Enterprise;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.Optional;

/** The rules of organizations. */
final class Organizations {

  private Organizations() {}

  /**
   * Changes what the body has of an organization (R45 to R54).
   *
   * @throws Refusal 409 for a field that the enterprise enforces, 422 for a choice that the plan does not offer
   */
  static Change<Organization> update(World world, String login, OrganizationUpdate body, Instant now) {
    Organization old = world.accounts().organization(login).orElseThrow(Refusal::notFound);
    Update update = new Update(body);
    refuseEnforced(old, update);
    refuseUnavailable(old, body);
    Organization changed = old.with(update.of(old.profile())).with(update.of(old.policy()));
    if (changed.equals(old)) {
      return new Change<>(world, old);
    }
    Organization dated = changed.updatedAt(now);
    return new Change<>(world.with(dated), dated);
  }

  private static void refuseEnforced(Organization organization, Update update) {
    Optional.ofNullable(organization.enterprise()).map(Enterprise::enforced).stream()
        .flatMap(enforced -> update.fields().stream().filter(enforced::contains))
        .findFirst()
        .ifPresent(field -> {
          throw Refusal.of(409, field + " is enforced by the enterprise and cannot be changed here.");
        });
  }

  private static void refuseUnavailable(Organization organization, OrganizationUpdate body) {
    if (organization.enterprise() != null) {
      return;
    }
    if (Boolean.TRUE.equals(body.membersCanCreateInternalRepositories())) {
      throw unavailable("members_can_create_internal_repositories", "Only organizations of an enterprise have internal repositories.");
    }
    if (body.membersAllowedRepositoryCreationType() == dev.hubtwin.api.model.RepositoryCreationType.PRIVATE
        && !organization.plan().name().equals("enterprise")) {
      throw unavailable("members_allowed_repository_creation_type", "Only organizations on an enterprise plan can choose private.");
    }
  }

  private static Refusal unavailable(String field, String message) {
    return Refusal.validationFailed("Organization", ValidationErrorCode.CUSTOM, field, message);
  }
}
