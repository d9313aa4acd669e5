package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.DefaultRepositoryPermission;
import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.api.model.OrganizationPlan;
import dev.hubtwin.internal.api.model.OrganizationSimple;
import dev.hubtwin.internal.api.model.RepositoryCreationType;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.OrganizationVisibility;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.OwnedRepositories;
import java.util.List;

/**
 * How organizations look in answers.
 *
 * @param caller who sees them: owners see more
 */
public record OrganizationViews(World world, Links links, Caller caller) {

    /** Several in short. */
    public List<OrganizationSimple> simple(List<Long> ids) {
        return ids.stream()
                .map(id -> simple(world.accounts().organization(id).orElseThrow()))
                .toList();
    }

    /** One in short. */
    public OrganizationSimple simple(Organization organization) {
        return simple(organization, links);
    }

    /** One in short, with the URLs of {@code links}. */
    public static OrganizationSimple simple(Organization organization, Links links) {
        String url = links.api("/orgs/" + organization.login());
        return new OrganizationSimple(
                organization.login(),
                organization.id(),
                organization.nodeId(),
                url,
                url + "/repos",
                url + "/events",
                url + "/hooks",
                url + "/issues",
                url + "/members{/member}",
                url + "/public_members{/member}",
                links.avatar(organization.id()),
                organization.profile().description());
    }

    /**
     * One as far as the caller may see it (R40, R42, R46).
     *
     * @param finerCreation whether the members of that preview are there, see {@link Previews}
     */
    public OrganizationFull full(Organization organization, boolean finerCreation) {
        OrganizationFull.Builder view = profile(organization);
        OrganizationVisibility visible = OrganizationVisibility.of(world, caller, organization.id());
        if (visible.plan()) {
            view.plan(plan(organization));
        }
        return visible.everything()
                ? Previews.allowed(addPrivate(view, organization).build(), finerCreation)
                : view.build();
    }

    private OrganizationFull.Builder profile(Organization organization) {
        OrganizationSimple simple = simple(organization);
        Profile profile = organization.profile();
        MemberPrivileges policy = organization.policy();
        return OrganizationFull.builder()
                .login(simple.login())
                .id(simple.id())
                .nodeId(simple.nodeId())
                .url(simple.url())
                .reposUrl(simple.reposUrl())
                .eventsUrl(simple.eventsUrl())
                .hooksUrl(simple.hooksUrl())
                .issuesUrl(simple.issuesUrl())
                .membersUrl(simple.membersUrl())
                .publicMembersUrl(simple.publicMembersUrl())
                .avatarUrl(simple.avatarUrl())
                .description(simple.description())
                .name(profile.name())
                .company(profile.company())
                .blog(profile.blog())
                .location(profile.location())
                .email(profile.email())
                .twitterUsername(profile.twitterUsername())
                .isVerified(organization.verified())
                .hasOrganizationProjects(policy.hasOrganizationProjects())
                .hasRepositoryProjects(policy.hasRepositoryProjects())
                .publicRepos(world.repositories().of(organization.id()).publicOnes())
                .publicGists(organization.gists().publicOnes())
                .followers(organization.followers())
                .following(organization.following())
                .htmlUrl(links.html("/" + organization.login()))
                .createdAt(Timestamps.utc(organization.createdAt()))
                .updatedAt(Timestamps.utc(organization.updatedAt()))
                .archivedAt(Timestamps.utc(organization.archivedAt()))
                .type("Organization");
    }

    private OrganizationFull.Builder addPrivate(OrganizationFull.Builder view, Organization organization) {
        MemberPrivileges policy = organization.policy();
        OwnedRepositories holdings = world.repositories().of(organization.id());
        return view.totalPrivateRepos(holdings.privateOnes())
                .ownedPrivateRepos(holdings.privateOnes())
                .privateGists(organization.gists().privateOnes())
                .diskUsage(holdings.diskUsage())
                .collaborators((long) world.repositories()
                        .outsiders(organization.id())
                        .seated()
                        .size())
                .billingEmail(organization.profile().billingEmail())
                .plan(plan(organization))
                .defaultRepositoryPermission(DefaultRepositoryPermission.of(
                        policy.defaultRepositoryPermission().word()))
                .membersCanCreateRepositories(policy.repositoryCreation().any())
                .twoFactorRequirementEnabled(policy.twoFactorRequirementEnabled())
                .membersAllowedRepositoryCreationType(RepositoryCreationType.of(
                        policy.repositoryCreation().type().word()))
                .membersCanCreatePublicRepositories(policy.repositoryCreation().publicOnes())
                .membersCanCreatePrivateRepositories(policy.repositoryCreation().privateOnes())
                .membersCanCreateInternalRepositories(
                        policy.repositoryCreation().internalOnes())
                .membersCanCreatePages(policy.pages().any())
                .membersCanCreatePublicPages(policy.pages().publicOnes())
                .membersCanCreatePrivatePages(policy.pages().privateOnes());
    }

    /**
     * Members, invited ones and outside collaborators of private repositories take a seat (decisions: derived members).
     */
    private OrganizationPlan plan(Organization organization) {
        Roster roster = world.memberships().roster(organization.id());
        int outsiders =
                world.repositories().outsiders(organization.id()).seated().size();
        return OrganizationPlan.builder()
                .name(organization.plan().name())
                .space(organization.plan().space())
                .privateRepos(organization.plan().privateRepos())
                .filledSeats((long) roster.active().size() + roster.pending().size() + outsiders)
                .seats(organization.plan().seats())
                .build();
    }
}
