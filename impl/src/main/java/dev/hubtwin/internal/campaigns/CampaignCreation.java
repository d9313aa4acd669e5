package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.model.CampaignAlerts;
import dev.hubtwin.internal.api.model.CampaignCreate;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters.Numbered;
import dev.hubtwin.internal.world.Counters.Series;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.repository.Repository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** How a campaign begins: published at once (R1). */
final class CampaignCreation {

    private CampaignCreation() {}

    /**
     * Begins a campaign (R6, R14 to R25).
     *
     * @param access refuses a repository in which the caller may not see the alerts
     * @throws ApiException as {@code access} does, 404 if there is no such organization, 422 for what cannot be
     */
    static Change<Campaign> create(
            PathEntities named, CampaignCreate body, Instant now, BiConsumer<World, Repository> access) {
        World world = named.world();
        Organization in = named.organization();
        CampaignReferences given = new CampaignReferences(world, in.id());
        for (CampaignAlerts some : body.codeScanningAlerts()) {
            given.repository(some.repositoryId()).ifPresent(repository -> access.accept(world, repository));
        }
        Instant end = CampaignReferences.end(body.endsAt(), now);
        PVector<Long> managers = given.managers(orNone(body.managers()));
        PVector<Long> teams = given.teams(orNone(body.teamManagers()));
        PMap<Long, PSet<Integer>> alerts = given.alerts(body.codeScanningAlerts());
        World.Numbered drawn = draw(world, new Series(Numbered.CAMPAIGNS, in.id()));
        Issued issued = issued(drawn.world(), body.generateIssues() ? alerts.keySet() : List.of());
        Campaign campaign = new Campaign(
                in.id(),
                drawn.number(),
                body.name(),
                body.description(),
                managers,
                teams,
                end,
                body.contactLink().orElse(null),
                Campaign.State.OPEN,
                alerts,
                issued.issues(),
                now,
                now,
                now,
                null);
        return new Change<>(issued.world().with(issued.world().campaigns().with(campaign)), campaign);
    }

    private static List<String> orNone(List<String> names) {
        return names == null ? List.of() : names;
    }

    /** Issues, and the world in which they are open. */
    private record Issued(World world, PVector<Campaign.Issue> issues) {}

    /** One issue in each repository that has issues (R25). */
    private static Issued issued(World world, Collection<Long> repositories) {
        Issued issued = new Issued(world, TreePVector.empty());
        for (Long id : repositories.stream().sorted().toList()) {
            if (world.repositories().repository(id).orElseThrow().features().issues()) {
                World.Numbered drawn = draw(issued.world(), new Series(Numbered.ISSUES, id));
                issued = new Issued(
                        drawn.world().withOpenIssue(id), issued.issues().plus(new Campaign.Issue(id, drawn.number())));
            }
        }
        return issued;
    }

    private static World.Numbered draw(World world, Series series) {
        if (!world.counters().isLeft(series)) {
            throw ApiException.of(
                    422, "There is no number left among the " + series.kind().word() + ".");
        }
        return world.draw(series);
    }
}
