package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.AllowedRepositoryCreation;
import dev.hubtwin.internal.api.model.DefaultRepositoryPermission;
import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.api.model.OrganizationPlan;
import dev.hubtwin.internal.api.model.OrganizationSimple;
import dev.hubtwin.internal.api.model.TeamOrganization;
import dev.hubtwin.internal.auth.OrganizationVisibility;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.OrganizationInvitations;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.OwnedRepositories;
import java.util.List;

/** How organizations look in answers. */
public record OrganizationViews(World world, Links links) {

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
     * One as far as somebody may see it (R40, R42, R46).
     *
     * @param finerCreation whether the members of that preview are there, see {@link Previews}
     */
    public OrganizationFull full(Organization organization, OrganizationVisibility visible, boolean finerCreation) {
        OrganizationFull.Builder view = open(organization);
        if (visible.plan()) {
            view.plan(plan(organization));
        }
        if (visible.member()) {
            addShared(view, organization);
        }
        if (visible.owner()) {
            addPrivate(view, organization);
            NewSettingsViews.add(view, organization);
        } else if (visible.member()) {
            addNothing(view);
        }
        return Previews.allowed(view.build(), finerCreation);
    }

    /** One as its teams show it, which is as everybody sees it. */
    public TeamOrganization ofTeam(Organization organization) {
        OrganizationFull open = open(organization).build();
        TeamOrganization.Builder view = TeamOrganization.builder()
                .login(open.login())
                .id(open.id())
                .nodeId(open.nodeId())
                .url(open.url())
                .reposUrl(open.reposUrl())
                .eventsUrl(open.eventsUrl())
                .hooksUrl(open.hooksUrl())
                .issuesUrl(open.issuesUrl())
                .membersUrl(open.membersUrl())
                .publicMembersUrl(open.publicMembersUrl())
                .avatarUrl(open.avatarUrl())
                .description(open.description())
                .isVerified(open.isVerified())
                .hasOrganizationProjects(open.hasOrganizationProjects())
                .hasRepositoryProjects(open.hasRepositoryProjects())
                .publicRepos(open.publicRepos())
                .publicGists(open.publicGists())
                .followers(open.followers())
                .following(open.following())
                .htmlUrl(open.htmlUrl())
                .createdAt(open.createdAt())
                .updatedAt(open.updatedAt())
                .archivedAt(open.archivedAt())
                .type(open.type());
        Profile profile = organization.profile();
        return showsProfile(organization)
                ? view.name(profile.name())
                        .company(profile.company())
                        .blog(profile.blog())
                        .location(profile.location())
                        .email(profile.email())
                        .twitterUsername(profile.twitterUsername())
                        .build()
                : view.build();
    }

    private OrganizationFull.Builder open(Organization organization) {
        OrganizationSimple simple = simple(organization);
        MemberPrivileges policy = organization.policy();
        OrganizationFull.Builder view = OrganizationFull.builder()
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
        return showsProfile(organization) ? addProfile(view, organization.profile()) : view;
    }

    private boolean showsProfile(Organization organization) {
        return organization.profile().wasSet() || links.dialect() == Dialect.ENTERPRISE;
    }

    private static OrganizationFull.Builder addProfile(OrganizationFull.Builder view, Profile profile) {
        return view.name(profile.name())
                .company(profile.company())
                .blog(profile.blog())
                .location(profile.location())
                .email(profile.email())
                .twitterUsername(profile.twitterUsername());
    }

    /** What members see. */
    private void addShared(OrganizationFull.Builder view, Organization organization) {
        MemberPrivileges policy = organization.policy();
        OwnedRepositories holdings = world.repositories().of(organization.id());
        view.totalPrivateRepos(holdings.privateOnes())
                .ownedPrivateRepos(holdings.privateOnes())
                .membersCanCreateRepositories(policy.repositoryCreation().any())
                .membersAllowedRepositoryCreationType(AllowedRepositoryCreation.of(
                        policy.repositoryCreation().type().word()))
                .membersCanCreatePublicRepositories(policy.repositoryCreation().publicOnes())
                .membersCanCreatePrivateRepositories(policy.repositoryCreation().privateOnes())
                .membersCanCreateInternalRepositories(
                        policy.repositoryCreation().internalOnes())
                .membersCanCreatePages(policy.pages().any())
                .membersCanCreatePublicPages(policy.pages().publicOnes())
                .membersCanCreatePrivatePages(policy.pages().privateOnes())
                .membersCanForkPrivateRepositories(policy.rights().forkPrivateRepositories());
    }

    /** What owners alone see. */
    private void addPrivate(OrganizationFull.Builder view, Organization organization) {
        MemberPrivileges policy = organization.policy();
        view.privateGists(organization.gists().privateOnes())
                .diskUsage(world.repositories().of(organization.id()).diskUsage())
                .collaborators((long) world.repositories()
                        .outsiders(organization.id())
                        .seated()
                        .size())
                .billingEmail(organization.profile().billingEmail())
                .defaultRepositoryPermission(DefaultRepositoryPermission.of(
                        policy.defaultRepositoryPermission().word()))
                .twoFactorRequirementEnabled(policy.twoFactorRequirementEnabled());
    }

    /** Null in the place of what owners alone see. */
    private static void addNothing(OrganizationFull.Builder view) {
        view.privateGists(null)
                .diskUsage(null)
                .collaborators(null)
                .billingEmail(null)
                .defaultRepositoryPermission(null)
                .twoFactorRequirementEnabled(null);
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
                .filledSeats((long) roster.active().size() + invited(roster.invitations()) + outsiders)
                .seats(organization.plan().seats())
                .build();
    }

    private static int invited(OrganizationInvitations invitations) {
        return invitations.pending(Invitation.Role.ADMIN).size()
                + invitations.pending(Invitation.Role.DIRECT_MEMBER).size();
    }
}
