package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.world.account.EnterpriseSettings;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Profile;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What an enterprise can enforce: the settings of an organization, by their names in a body (R53). */
final class EnforcedSettings {

    private static final Map<String, Function<Organization, Object>> VALUES = Map.ofEntries(
            text("name", Profile::name),
            text("description", Profile::description),
            text("company", Profile::company),
            text("blog", Profile::blog),
            text("location", Profile::location),
            text("email", Profile::email),
            text("billing_email", Profile::billingEmail),
            text("twitter_username", Profile::twitterUsername),
            privilege("default_repository_permission", MemberPrivileges::defaultRepositoryPermission),
            privilege("has_organization_projects", MemberPrivileges::hasOrganizationProjects),
            privilege("has_repository_projects", MemberPrivileges::hasRepositoryProjects),
            creation("members_can_create_repositories", RepositoryCreation::any),
            creation("members_can_create_public_repositories", RepositoryCreation::publicOnes),
            creation("members_can_create_private_repositories", RepositoryCreation::privateOnes),
            creation("members_can_create_internal_repositories", RepositoryCreation::internalOnes),
            creation("members_allowed_repository_creation_type", RepositoryCreation::type));

    private EnforcedSettings() {}

    /**
     * Returns the name of a setting that the enterprise enforces and that would get another value; empty if none would.
     */
    static Optional<String> changed(Organization before, Organization after) {
        return Optional.ofNullable(before.enterprise()).map(EnterpriseSettings::enforced).stream()
                .flatMap(enforced -> enforced.stream().sorted())
                .filter(name -> !Objects.equals(
                        VALUES.get(name).apply(before), VALUES.get(name).apply(after)))
                .findFirst();
    }

    private static Map.Entry<String, Function<Organization, Object>> text(
            String name, Function<Profile, Object> value) {
        return Map.entry(name, organization -> value.apply(organization.profile()));
    }

    private static Map.Entry<String, Function<Organization, Object>> privilege(
            String name, Function<MemberPrivileges, Object> value) {
        return Map.entry(name, organization -> value.apply(organization.policy()));
    }

    private static Map.Entry<String, Function<Organization, Object>> creation(
            String name, Function<RepositoryCreation, Object> value) {
        return privilege(name, policy -> value.apply(policy.repositoryCreation()));
    }
}
