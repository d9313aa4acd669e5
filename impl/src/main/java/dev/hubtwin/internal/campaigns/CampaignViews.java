package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.model.CampaignAlertStats;
import dev.hubtwin.internal.api.model.CampaignState;
import dev.hubtwin.internal.api.model.CampaignSummary;
import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.api.model.Team;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.TeamViews;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import java.util.List;

/** How campaigns look in answers. */
record CampaignViews(World world, Links links) {

    /** Several, without telling how far they have got. */
    List<CampaignSummary> all(Page<Campaign> campaigns) {
        return campaigns.map(campaign -> summary(campaign).build());
    }

    /** One, and how far it has got. */
    CampaignSummary full(Campaign campaign) {
        CampaignProgress progress = CampaignProgress.of(world, campaign);
        return summary(campaign)
                .alertStats(new CampaignAlertStats(progress.open(), progress.closed(), progress.inProgress()))
                .build();
    }

    private CampaignSummary.Builder summary(Campaign campaign) {
        return CampaignSummary.builder()
                .number((long) campaign.number())
                .createdAt(Timestamps.utc(campaign.createdAt()))
                .updatedAt(Timestamps.utc(campaign.updatedAt()))
                .name(campaign.name())
                .description(campaign.description())
                .managers(managers(campaign))
                .teamManagers(teams(campaign))
                .publishedAt(Timestamps.utc(campaign.publishedAt()))
                .endsAt(Timestamps.utc(campaign.endsAt()))
                .closedAt(Timestamps.utc(campaign.closedAt()))
                .contactLink(campaign.contactLink())
                .state(CampaignState.of(campaign.state().word()));
    }

    /** One who left is a manager no more (decisions: campaigns). */
    private List<SimpleUser> managers(Campaign campaign) {
        return campaign.managers().stream()
                .filter(world.memberships().roster(campaign.organizationId())::isMember)
                .map(id -> UserViews.simple(world.accounts().user(id).orElseThrow(), links))
                .toList();
    }

    /** Nor is a team that was removed. */
    private List<Team> teams(Campaign campaign) {
        TeamViews teams = new TeamViews(world, links);
        return campaign.teamManagers().stream()
                .flatMap(id -> world.teams().team(id).stream())
                .map(teams::full)
                .toList();
    }
}
