package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.TeamFull;
import dev.hubtwin.internal.api.model.TeamNotificationSetting;
import dev.hubtwin.internal.api.model.TeamPrivacy;
import dev.hubtwin.internal.api.model.TeamSimple;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.team.Team;
import java.util.List;

/** How teams look in answers and payloads. */
public record TeamViews(World world, Links links) {

    /** Teams, as lists show them. */
    public List<dev.hubtwin.internal.api.model.Team> all(Page<Long> ids) {
        return ids.map(id -> full(world.teams().team(id).orElseThrow()));
    }

    /** A team, and the one above it in short. */
    public dev.hubtwin.internal.api.model.Team full(Team team) {
        TeamSimple own = simple(team);
        return dev.hubtwin.internal.api.model.Team.builder()
                .id(own.id())
                .nodeId(own.nodeId())
                .name(own.name())
                .slug(own.slug())
                .description(own.description())
                .privacy(own.privacy())
                .notificationSetting(own.notificationSetting())
                .permission(own.permission())
                .url(own.url())
                .htmlUrl(own.htmlUrl())
                .membersUrl(own.membersUrl())
                .repositoriesUrl(own.repositoriesUrl())
                .parent(
                        team.parentId() == null
                                ? null
                                : world.teams()
                                        .team(team.parentId())
                                        .map(this::simple)
                                        .orElse(null))
                .build();
    }

    /** A team with its numbers and its organization. */
    public TeamFull whole(Team team) {
        dev.hubtwin.internal.api.model.Team own = full(team);
        return TeamFull.builder()
                .id(own.id())
                .nodeId(own.nodeId())
                .name(own.name())
                .slug(own.slug())
                .description(own.description())
                .privacy(own.privacy())
                .notificationSetting(own.notificationSetting())
                .permission(own.permission())
                .url(own.url())
                .htmlUrl(own.htmlUrl())
                .membersUrl(own.membersUrl())
                .repositoriesUrl(own.repositoriesUrl())
                .parent(own.parent())
                .membersCount((long) world.teams().roster(team.id()).everybody().size())
                .reposCount((long) team.repositories().size())
                .createdAt(Timestamps.utc(team.createdAt()))
                .updatedAt(Timestamps.utc(team.updatedAt()))
                .organization(new OrganizationViews(world, links)
                        .ofTeam(world.accounts()
                                .organization(team.organizationId())
                                .orElseThrow()))
                .build();
    }

    /** Where the membership of a user in a team is. */
    public String membershipUrl(Team team, User user) {
        return url(team) + "/memberships/" + user.login();
    }

    private String url(Team team) {
        return links.api("/organizations/" + team.organizationId() + "/team/" + team.id());
    }

    /** Nobody in this world turns notifications off; an enterprise server of 2.22 does not know of them. */
    private TeamSimple simple(Team team) {
        String login =
                world.accounts().account(team.organizationId()).orElseThrow().login();
        String url = url(team);
        return TeamSimple.builder()
                .id(team.id())
                .nodeId(team.nodeId())
                .name(team.name())
                .slug(team.slug())
                .description(team.description())
                .privacy(TeamPrivacy.of(team.privacy().word()))
                .permission(team.permission().word())
                .url(url)
                .htmlUrl(links.html("/orgs/" + login + "/teams/" + team.slug()))
                .membersUrl(url + "/members{/member}")
                .repositoriesUrl(url + "/repos")
                .notificationSetting(
                        links.dialect() == Dialect.GITHUB_COM ? TeamNotificationSetting.NOTIFICATIONS_ENABLED : null)
                .build();
    }
}
