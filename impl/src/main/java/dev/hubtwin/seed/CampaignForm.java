package dev.hubtwin.seed;

import dev.hubtwin.control.model.StateCampaign;
import dev.hubtwin.control.model.StateCampaignAlerts;
import dev.hubtwin.control.model.StateCampaignIssue;
import dev.hubtwin.control.model.StateCampaignState;
import dev.hubtwin.world.Campaign;
import dev.hubtwin.world.Campaign.State;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.Worded;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePVector;

/** A security campaign, in and out. */
final class CampaignForm {

  private static final Instant END = Instant.parse("2099-12-31T00:00:00Z");

  private CampaignForm() {}

  static Campaign read(StateCampaign campaign, int number, long organizationId, Names names, Place place) {
    State state = Worded.read(State.class, campaign.state().text());
    Names.refuseIf(state == State.DRAFT && campaign.publishedAt() != null, place.at("published_at"), "a draft is not published; expected none");
    Names.refuseIf(state != State.CLOSED && campaign.closedAt() != null, place.at("closed_at"), "the campaign is not closed; expected none");
    Instant created = Values.created(campaign.createdAt());
    Instant updated = Values.instant(campaign.updatedAt(), created);
    return new Campaign(
        organizationId,
        number,
        campaign.name(),
        campaign.description(),
        TreePVector.from(names.users(campaign.managers(), place.at("managers"))),
        TreePVector.from(Each.map(campaign.teamManagers(), place.at("team_managers"), (slug, at) -> names.team(organizationId, slug, at).id())),
        Values.instant(campaign.endsAt(), END),
        campaign.contactLink(),
        state,
        alerts(campaign, organizationId, names, place.at("code_scanning_alerts")),
        TreePVector.from(Each.map(campaign.issues(), place.at("issues"), (issue, at) ->
            new Campaign.Issue(names.repository(organizationId, issue.repository(), at.at("repository")).id(), issue.number()))),
        created,
        updated,
        state == State.DRAFT ? null : Values.instant(campaign.publishedAt(), created),
        state == State.CLOSED ? Values.instant(campaign.closedAt(), updated) : null);
  }

  private static PMap<Long, PSet<Integer>> alerts(StateCampaign campaign, long organizationId, Names names, Place place) {
    PMap<Long, PSet<Integer>> alerts = HashTreePMap.empty();
    List<StateCampaignAlerts> given = Values.all(campaign.codeScanningAlerts());
    for (int i = 0; i < given.size(); i++) {
      Place at = place.at(i);
      Repository repository = names.repository(organizationId, given.get(i).repository(), at.at("repository"));
      Names.refuseIf(alerts.containsKey(repository.id()), at.at("repository"), "\"" + repository.name() + "\" stands here twice; expected it once");
      Each.in(given.get(i).alertNumbers(), at.at("alert_numbers"), (number, there) ->
          Names.refuseIf(!repository.alerts().containsKey(number), there,
              "there is no alert " + number + " in " + repository.name() + "; expected one of its \"code_scanning_alerts\""));
      alerts = alerts.plus(repository.id(), HashTreePSet.from(Values.all(given.get(i).alertNumbers())));
    }
    return alerts;
  }

  static StateCampaign write(Campaign campaign, World world, Names names) {
    return StateCampaign.builder()
        .number(campaign.number())
        .name(campaign.name())
        .description(campaign.description())
        .managers(Values.some(campaign.managers().stream().map(names::login).toList()))
        .teamManagers(Values.some(campaign.teamManagers().stream().map(id -> world.teams().byId().get(id).slug()).toList()))
        .endsAt(Values.time(campaign.endsAt(), END))
        .contactLink(campaign.contactLink())
        .state(StateCampaignState.of(campaign.state().word()))
        .codeScanningAlerts(Values.some(alerts(campaign, names)))
        .issues(Values.some(campaign.issues().stream().map(issue -> StateCampaignIssue.builder()
            .repository(names.repository(issue.repositoryId()).name()).number(issue.number()).build()).toList()))
        .createdAt(Values.created(campaign.createdAt()))
        .updatedAt(Values.time(campaign.updatedAt(), campaign.createdAt()))
        .publishedAt(Values.time(campaign.publishedAt(), campaign.createdAt()))
        .closedAt(Values.time(campaign.closedAt(), campaign.updatedAt()))
        .build();
  }

  private static List<StateCampaignAlerts> alerts(Campaign campaign, Names names) {
    List<StateCampaignAlerts> alerts = new ArrayList<>();
    new TreeMap<>(campaign.alerts()).forEach((id, numbers) -> alerts.add(StateCampaignAlerts.builder()
        .repository(names.repository(id).name()).alertNumbers(numbers.stream().sorted().toList()).build()));
    return alerts;
  }
}
