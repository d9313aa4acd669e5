package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.DefaultRepositoryPermission;
import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.api.model.OrganizationPlan;
import dev.hubtwin.internal.api.model.OrganizationSimple;
import dev.hubtwin.internal.api.model.RepositoryCreationType;
import dev.hubtwin.internal.auth.OrganizationVisibility;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.OwnedRepositories;
import java.util.List;

/** How organizations look in answers. */
public record OrganizationViews(RequestContext exchange) {

    /** Several in short. */
    public List<OrganizationSimple> simple(List<Long> ids) {
        return ids.stream()
                .map(id -> simple(exchange.world().accounts().organization(id).orElseThrow()))
                .toList();
    }

    /** One in short. */
    public OrganizationSimple simple(Organization organization) {
        return simple(organization, exchange.links());
    }

    /** The same, outside of a request. */
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
     * The {@code Link} header of a page of those to which an account is seen to belong; it bears the account's id, as
     * GitHub's.
     */
    public String publicLinks(Page<Long> ids, Account account) {
        return exchange.links(ids, "/user/" + account.id() + "/orgs");
    }

    /** One as far as the caller may see it (R40, R42, R46), as it is in {@code world}. */
    public OrganizationFull full(World world, Organization organization) {
        OrganizationFull.Builder view = profile(world, organization);
        OrganizationVisibility sight = OrganizationVisibility.of(world, exchange.caller(), organization.id());
        if (sight.plan()) {
            view.plan(plan(world, organization));
        }
        return sight.everything()
                ? Previews.allowed(addPrivate(view, world, organization).build(), exchange)
                : view.build();
    }

    private OrganizationFull.Builder profile(World world, Organization organization) {
        OrganizationSimple simple = simple(organization);
        Links links = exchange.links();
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

    private static OrganizationFull.Builder addPrivate(
            OrganizationFull.Builder view, World world, Organization organization) {
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
                .plan(plan(world, organization))
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
    private static OrganizationPlan plan(World world, Organization organization) {
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
