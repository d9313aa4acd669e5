package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateCampaign;
import dev.hubtwin.internal.control.model.StateCampaignAlerts;
import dev.hubtwin.internal.control.model.StateCampaignIssue;
import dev.hubtwin.internal.control.model.StateCampaignState;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.campaign.Campaign.State;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Repository;
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
final class CampaignMapper {

    private static final Instant END = Instant.parse("2099-12-31T00:00:00Z");

    private CampaignMapper() {}

    static Campaign read(
            StateCampaign campaign, int number, long organizationId, ReferenceResolver names, DocumentPath place) {
        State state = WireName.read(State.class, campaign.state().text());
        DocumentException.throwIf(
                state == State.DRAFT && campaign.publishedAt() != null,
                place.at("published_at"),
                "a draft is not published; expected none");
        DocumentException.throwIf(
                state != State.CLOSED && campaign.closedAt() != null,
                place.at("closed_at"),
                "the campaign is not closed; expected none");
        Instant created = Values.created(campaign.createdAt());
        Instant updated = Values.instant(campaign.updatedAt(), created);
        return new Campaign(
                organizationId,
                number,
                campaign.name(),
                campaign.description(),
                TreePVector.from(names.users(campaign.managers(), place.at("managers"))),
                TreePVector.from(Lists.map(
                        campaign.teamManagers(),
                        place.at("team_managers"),
                        (slug, at) -> names.team(organizationId, slug, at).id())),
                Values.instant(campaign.endsAt(), END),
                campaign.contactLink(),
                state,
                alerts(campaign, organizationId, names, place.at("code_scanning_alerts")),
                TreePVector.from(Lists.map(
                        campaign.issues(),
                        place.at("issues"),
                        (issue, at) -> new Campaign.Issue(
                                names.repository(organizationId, issue.repository(), at.at("repository"))
                                        .id(),
                                issue.number()))),
                created,
                updated,
                state == State.DRAFT ? null : Values.instant(campaign.publishedAt(), created),
                state == State.CLOSED ? Values.instant(campaign.closedAt(), updated) : null);
    }

    private static PMap<Long, PSet<Integer>> alerts(
            StateCampaign campaign, long organizationId, ReferenceResolver names, DocumentPath place) {
        PMap<Long, PSet<Integer>> alerts = HashTreePMap.empty();
        List<StateCampaignAlerts> given = Values.all(campaign.codeScanningAlerts());
        for (int i = 0; i < given.size(); i++) {
            DocumentPath at = place.at(i);
            Repository repository =
                    names.repository(organizationId, given.get(i).repository(), at.at("repository"));
            DocumentException.throwIf(
                    alerts.containsKey(repository.id()),
                    at.at("repository"),
                    Excerpt.of(repository.name()) + " is here twice; expected it once");
            Lists.in(
                    given.get(i).alertNumbers(),
                    at.at("alert_numbers"),
                    (number, there) -> DocumentException.throwIf(
                            !repository.alerts().containsKey(number),
                            there,
                            "there is no alert " + number + " in " + Excerpt.cut(repository.name())
                                    + "; expected one of its \"code_scanning_alerts\""));
            alerts = alerts.plus(
                    repository.id(), HashTreePSet.from(Values.all(given.get(i).alertNumbers())));
        }
        return alerts;
    }

    static StateCampaign write(Campaign campaign, World world, ReferenceResolver names) {
        return StateCampaign.builder()
                .number(campaign.number())
                .name(campaign.name())
                .description(campaign.description())
                .managers(Values.some(
                        campaign.managers().stream().map(names::login).toList()))
                .teamManagers(Values.some(campaign.teamManagers().stream()
                        .map(id -> world.teams().byId().get(id).slug())
                        .toList()))
                .endsAt(Values.time(campaign.endsAt(), END))
                .contactLink(campaign.contactLink())
                .state(StateCampaignState.of(campaign.state().word()))
                .codeScanningAlerts(Values.some(alerts(campaign, names)))
                .issues(Values.some(campaign.issues().stream()
                        .map(issue -> StateCampaignIssue.builder()
                                .repository(
                                        names.repository(issue.repositoryId()).name())
                                .number(issue.number())
                                .build())
                        .toList()))
                .createdAt(Values.created(campaign.createdAt()))
                .updatedAt(Values.time(campaign.updatedAt(), campaign.createdAt()))
                .publishedAt(Values.time(campaign.publishedAt(), campaign.createdAt()))
                .closedAt(Values.time(campaign.closedAt(), campaign.updatedAt()))
                .build();
    }

    private static List<StateCampaignAlerts> alerts(Campaign campaign, ReferenceResolver names) {
        List<StateCampaignAlerts> alerts = new ArrayList<>();
        new TreeMap<>(campaign.alerts())
                .forEach((id, numbers) -> alerts.add(StateCampaignAlerts.builder()
                        .repository(names.repository(id).name())
                        .alertNumbers(numbers.stream().sorted().toList())
                        .build()));
        return alerts;
    }
}
