package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.TeamNotificationSetting;
import dev.hubtwin.internal.api.model.TeamPrivacy;
import dev.hubtwin.internal.api.model.TeamSimple;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.team.Team;

/** How teams look in answers and payloads. */
public record TeamViews(World world, Links links) {

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

    /** Nobody in this world turns notifications off; an enterprise server of 2.22 does not know of them. */
    private TeamSimple simple(Team team) {
        String login =
                world.accounts().account(team.organizationId()).orElseThrow().login();
        String url = links.api("/organizations/" + team.organizationId() + "/team/" + team.id());
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
