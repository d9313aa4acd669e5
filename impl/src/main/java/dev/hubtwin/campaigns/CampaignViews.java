package dev.hubtwin.campaigns;

import dev.hubtwin.api.model.CampaignAlertStats;
import dev.hubtwin.api.model.CampaignState;
import dev.hubtwin.api.model.CampaignSummary;
import dev.hubtwin.api.model.SimpleUser;
import dev.hubtwin.api.model.Team;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Page;
import dev.hubtwin.http.Times;
import dev.hubtwin.meta.UserViews;
import dev.hubtwin.organizations.TeamViews;
import dev.hubtwin.world.Campaign;
import dev.hubtwin.world.World;
import java.util.List;

/** How campaigns look in answers. */
record CampaignViews(Exchange exchange) {

  /** Several, without telling how far they have got. */
  List<CampaignSummary> all(Page<Campaign> campaigns) {
    return campaigns.map(campaign -> summary(exchange.world(), campaign).build());
  }

  /** One, as it is in {@code world}. */
  CampaignSummary full(World world, Campaign campaign) {
    Progress progress = Progress.of(world, campaign);
    return summary(world, campaign)
        .alertStats(new CampaignAlertStats(progress.open(), progress.closed(), progress.inProgress()))
        .build();
  }

  private CampaignSummary.Builder summary(World world, Campaign campaign) {
    return CampaignSummary.builder()
        .number((long) campaign.number())
        .createdAt(Times.utc(campaign.createdAt()))
        .updatedAt(Times.utc(campaign.updatedAt()))
        .name(campaign.name())
        .description(campaign.description())
        .managers(managers(world, campaign))
        .teamManagers(teams(world, campaign))
        .publishedAt(Times.utc(campaign.publishedAt()))
        .endsAt(Times.utc(campaign.endsAt()))
        .closedAt(Times.utc(campaign.closedAt()))
        .contactLink(campaign.contactLink())
        .state(CampaignState.of(campaign.state().word()));
  }

  /** One who left is a manager no more (decisions: campaigns). */
  private List<SimpleUser> managers(World world, Campaign campaign) {
    UserViews users = new UserViews(exchange);
    return campaign.managers().stream()
        .filter(world.memberships().roster(campaign.organizationId())::isMember)
        .map(id -> users.simple(world.accounts().user(id).orElseThrow()))
        .toList();
  }

  /** Nor is a team that was removed. */
  private List<Team> teams(World world, Campaign campaign) {
    TeamViews teams = new TeamViews(world, exchange.links());
    return campaign.teamManagers().stream().flatMap(id -> world.teams().team(id).stream()).map(teams::full).toList();
  }
}
