package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateBasePermission;
import dev.hubtwin.internal.control.model.StateEnterprise;
import dev.hubtwin.internal.control.model.StateOrganization;
import dev.hubtwin.internal.control.model.StatePlan;
import dev.hubtwin.internal.control.model.StateSettingName;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.account.EnterpriseSettings;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.MemberPrivileges.BasePermission;
import dev.hubtwin.internal.world.account.MemberPrivileges.CreationType;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Plan;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.List;
import org.pcollections.HashTreePSet;

/** An organization, in and out, without what belongs to it. */
final class OrganizationMapper {

    private static final Plan FREE = plan(StatePlan.builder().build());

    private OrganizationMapper() {}

    static Organization read(StateOrganization organization, long id, DocumentPath place) {
        Instant created = Values.created(organization.createdAt());
        return new Organization(
                id,
                organization.login(),
                organization.nodeId(),
                new Profile(
                        organization.name(),
                        organization.description(),
                        organization.company(),
                        organization.blog(),
                        organization.location(),
                        organization.email(),
                        organization.billingEmail(),
                        organization.twitterUsername(),
                        Boolean.TRUE.equals(organization.profileWasSet())),
                policy(organization, place),
                NewSettingsMapper.defaults(organization),
                organization.plan() == null ? FREE : plan(organization.plan()),
                enterprise(organization.enterprise()),
                organization.isVerified(),
                new Organization.Gists(organization.publicGists(), organization.privateGists()),
                organization.followers(),
                organization.following(),
                created,
                Values.instant(organization.updatedAt(), created),
                Values.instant(organization.archivedAt()));
    }

    private static MemberPrivileges policy(StateOrganization organization, DocumentPath place) {
        return new MemberPrivileges(
                WireName.read(
                        BasePermission.class,
                        organization.defaultRepositoryPermission().text()),
                organization.hasOrganizationProjects(),
                organization.hasRepositoryProjects(),
                creation(organization, place),
                new MemberPrivileges.Pages(
                        organization.membersCanCreatePages(),
                        organization.membersCanCreatePublicPages(),
                        organization.membersCanCreatePrivatePages()),
                organization.twoFactorRequirementEnabled(),
                NewSettingsMapper.rights(organization));
    }

    private static RepositoryCreation creation(StateOrganization organization, DocumentPath place) {
        boolean allowed = organization.enterprise() != null;
        boolean internal = Values.or(organization.membersCanCreateInternalRepositories(), allowed);
        DocumentException.throwIf(
                internal && !allowed,
                place.at("members_can_create_internal_repositories"),
                "internal repositories need an enterprise; expected false, or \"enterprise\"");
        RepositoryCreation flags = new RepositoryCreation(
                organization.membersCanCreateRepositories(),
                organization.membersCanCreatePublicRepositories(),
                organization.membersCanCreatePrivateRepositories(),
                internal);
        return organization.membersAllowedRepositoryCreationType() == null
                ? flags
                : flags.as(WireName.read(
                        CreationType.class,
                        organization.membersAllowedRepositoryCreationType().text()));
    }

    private static Plan plan(StatePlan plan) {
        return new Plan(
                plan.name(), plan.space(), Values.or(plan.privateRepos(), privateRepos(plan.name())), plan.seats());
    }

    private static long privateRepos(String plan) {
        return plan.equals("free") ? 10_000 : 999_999;
    }

    private static EnterpriseSettings enterprise(StateEnterprise enterprise) {
        return enterprise == null
                ? null
                : new EnterpriseSettings(
                        enterprise.slug(),
                        HashTreePSet.from(Values.all(enterprise.enforced()).stream()
                                .map(StateSettingName::text)
                                .toList()));
    }

    static StateOrganization.Builder write(Organization organization) {
        StateOrganization.Builder builder = StateOrganization.builder()
                .login(organization.login())
                .id(organization.id())
                .nodeId(organization.givenNodeId())
                .isVerified(organization.verified())
                .plan(organization.plan().equals(FREE) ? null : plan(organization.plan()))
                .enterprise(enterprise(organization.enterprise()))
                .publicGists(organization.gists().publicOnes())
                .privateGists(organization.gists().privateOnes())
                .followers(organization.followers())
                .following(organization.following())
                .createdAt(Values.created(organization.createdAt()))
                .updatedAt(Values.time(organization.updatedAt(), organization.createdAt()))
                .archivedAt(Values.time(organization.archivedAt()));
        profile(builder, organization.profile());
        policy(builder, organization.policy(), organization.enterprise() != null);
        NewSettingsMapper.write(builder, organization);
        return builder;
    }

    private static void profile(StateOrganization.Builder builder, Profile profile) {
        builder.name(profile.name())
                .description(profile.description())
                .company(profile.company())
                .blog(profile.blog())
                .location(profile.location())
                .email(profile.email())
                .billingEmail(profile.billingEmail())
                .twitterUsername(profile.twitterUsername())
                .profileWasSet(isForgotten(profile) ? true : null);
    }

    /** Whether what was set once is so no more, so that nothing else says it. */
    private static boolean isForgotten(Profile profile) {
        return profile.wasSet() && !profile.forgotten().wasSet();
    }

    private static void policy(StateOrganization.Builder builder, MemberPrivileges policy, boolean enterprise) {
        builder.defaultRepositoryPermission(StateBasePermission.of(
                        policy.defaultRepositoryPermission().word()))
                .hasOrganizationProjects(policy.hasOrganizationProjects())
                .hasRepositoryProjects(policy.hasRepositoryProjects())
                .membersCanCreateRepositories(policy.repositoryCreation().any())
                .membersCanCreatePublicRepositories(policy.repositoryCreation().publicOnes())
                .membersCanCreatePrivateRepositories(policy.repositoryCreation().privateOnes())
                .membersCanCreateInternalRepositories(
                        Values.unless(policy.repositoryCreation().internalOnes(), enterprise))
                .membersCanCreatePages(policy.pages().any())
                .membersCanCreatePublicPages(policy.pages().publicOnes())
                .membersCanCreatePrivatePages(policy.pages().privateOnes())
                .twoFactorRequirementEnabled(policy.twoFactorRequirementEnabled());
    }

    private static StatePlan plan(Plan plan) {
        return StatePlan.builder()
                .name(plan.name())
                .space(plan.space())
                .privateRepos(Values.unless(plan.privateRepos(), privateRepos(plan.name())))
                .seats(plan.seats())
                .build();
    }

    private static StateEnterprise enterprise(EnterpriseSettings enterprise) {
        if (enterprise == null) {
            return null;
        }
        List<StateSettingName> enforced = enterprise.enforced().stream()
                .sorted()
                .map(StateSettingName::of)
                .toList();
        return StateEnterprise.builder()
                .slug(enterprise.slug())
                .enforced(Values.some(enforced))
                .build();
    }
}
