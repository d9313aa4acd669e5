package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.campaign.Campaign.State;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.repository.Alert;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.TreePVector;

/** Worlds in which one organization has any number of campaigns. */
final class CampaignWorlds {

    static final long ORGANIZATION = 10;
    static final long REPOSITORY = 10;

    private static final long TEAM = 10;
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private CampaignWorlds() {}

    /** So many campaigns of {@code big}, every other one closed; each order is another one. */
    static World of(int campaigns) {
        World world = OrganizationWorlds.of(3)
                .with(OrganizationWorlds.organization(ORGANIZATION, "big"))
                .withMembership(
                        ORGANIZATION, Membership.active(OrganizationWorlds.OLIVIA, Membership.Role.ADMIN, false));
        world = world.with(OrganizationWorlds.repository(REPOSITORY, ORGANIZATION)
                        .withAlerts(HashTreePMap.singleton(1, new Alert(1, Alert.State.OPEN, false))))
                .with(team());
        for (int number = 1; number <= campaigns; number++) {
            World counted = world.draw(new Counters.Series(Counters.Numbered.CAMPAIGNS, ORGANIZATION))
                    .world();
            world = counted.with(counted.campaigns().with(campaign(number)));
        }
        return world;
    }

    private static Team team() {
        return new Team(
                TEAM,
                ORGANIZATION,
                "team",
                "Team",
                null,
                null,
                Team.Privacy.CLOSED,
                RepositoryPermission.PULL,
                null,
                HashTreePSet.singleton(OrganizationWorlds.OLIVIA),
                HashTreePSet.empty(),
                HashTreePMap.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Campaign campaign(int number) {
        State state = number % 2 == 0 ? State.OPEN : State.CLOSED;
        return new Campaign(
                ORGANIZATION,
                number,
                "c",
                "d",
                TreePVector.singleton(OrganizationWorlds.OLIVIA),
                TreePVector.singleton(TEAM),
                THEN.plusSeconds(number * 7L % 1_000),
                null,
                state,
                HashTreePMap.singleton(REPOSITORY, HashTreePSet.singleton(1)),
                TreePVector.empty(),
                THEN.plusSeconds(number),
                THEN.plusSeconds(number * 11L % 1_000),
                THEN.plusSeconds(number / 3),
                state == State.OPEN ? null : THEN);
    }
}
