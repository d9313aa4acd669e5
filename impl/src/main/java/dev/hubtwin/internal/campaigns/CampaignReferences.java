package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.model.CampaignAlerts;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.team.Team;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** What the members of a body stand for in an organization, as it is at that moment. */
record CampaignReferences(World world, long organizationId) {

    private static final int LAST_YEAR = 9999;

    /**
     * The ids of members, by their logins (R16, R17).
     *
     * @throws ApiException 422 if one is not a member
     */
    PVector<Long> managers(List<String> logins) {
        PVector<Long> managers = TreePVector.empty();
        for (String login : logins) {
            managers = managers.plus(world.accounts()
                    .user(login)
                    .map(User::id)
                    .filter(world.memberships().roster(organizationId)::isMember)
                    .orElseThrow(() -> refusal("There is no member \"" + login + "\" in the organization.")));
        }
        return managers;
    }

    /**
     * The ids of teams, by their slugs, each once (R18).
     *
     * @throws ApiException 422 if there is none with a slug
     */
    PVector<Long> teams(List<String> slugs) {
        PVector<Long> teams = TreePVector.empty();
        for (String slug : slugs) {
            Long team = world.teams()
                    .team(organizationId, slug)
                    .map(Team::id)
                    .orElseThrow(() -> refusal("There is no team \"" + slug + "\" in the organization."));
            teams = teams.contains(team) ? teams : teams.plus(team);
        }
        return teams;
    }

    /** The organization's repository with the id, if it is one of its (R23). */
    Optional<Repository> repository(long id) {
        return world.repositories().repository(id).filter(known -> known.ownerId() == organizationId);
    }

    /**
     * The numbers of alerts by their repositories (R22 to R24). A repository may be named twice, an alert may not.
     *
     * @throws ApiException 422 if one is not there, is another owner's or is named twice
     */
    PMap<Long, PSet<Integer>> alerts(List<CampaignAlerts> named) {
        PMap<Long, PSet<Integer>> alerts = HashTreePMap.empty();
        for (CampaignAlerts some : named) {
            Repository repository = repository(some.repositoryId())
                    .orElseThrow(
                            () -> refusal("There is no repository " + some.repositoryId() + " in the organization."));
            PSet<Integer> known = alerts.getOrDefault(repository.id(), HashTreePSet.empty());
            alerts = alerts.plus(repository.id(), withAll(known, repository, some.alertNumbers()));
        }
        return alerts;
    }

    private static PSet<Integer> withAll(PSet<Integer> known, Repository repository, List<Long> numbers) {
        PSet<Integer> all = known;
        for (Long number : numbers) {
            String alert = "code scanning alert " + number + " in " + repository.name();
            if (number > Integer.MAX_VALUE || number < 1 || !repository.alerts().containsKey(number.intValue())) {
                throw refusal("There is no " + alert + ".");
            }
            if (all.contains(number.intValue())) {
                throw refusal("The " + alert + " is named twice.");
            }
            all = all.plus(number.intValue());
        }
        return all;
    }

    /**
     * An end that is still to come (R19, R20).
     *
     * @throws ApiException 422 if it is not, or in a year that no answer can show
     */
    static Instant end(OffsetDateTime at, Instant now) {
        if (!at.toInstant().isAfter(now)) {
            throw refusal("The end date must be in the future.");
        }
        if (at.withOffsetSameInstant(ZoneOffset.UTC).getYear() > LAST_YEAR) {
            throw refusal("The end date must be in the year " + LAST_YEAR + " or before.");
        }
        return at.toInstant();
    }

    private static ApiException refusal(String message) {
        return ApiException.of(422, message);
    }
}
