package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.team.Team.Privacy;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.TreePVector;

/**
 * Worlds in which one organization has any number of teams and invitations, and one of its teams any number of people.
 */
final class TeamWorlds {

    static final String MIKES_TOKEN = "ghp_mike";

    private static final long BIG = 10;
    private static final long MIKE = 2;
    private static final long CROWD = 5;
    private static final long TEAM = 1_000;
    private static final long PERSON = 1_000_000_000;
    private static final long ADDRESS = 2_000_000_000;
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private TeamWorlds() {}

    /**
     * So many people in the team {@code crowd} of {@code big}, every other one a maintainer; as many teams, every other
     * one secret, with mike in all of them; as many pending invitations of addresses, and failed ones. Olivia owns it.
     */
    static World of(int size) {
        World world = OrganizationWorlds.of(3)
                .with(OrganizationWorlds.organization(BIG, "big"))
                .withMembership(BIG, Membership.active(OrganizationWorlds.OLIVIA, Role.ADMIN, false))
                .withMembership(BIG, Membership.active(MIKE, Role.MEMBER, false));
        world = world.with(world.tokens()
                .with(new Token(
                        2,
                        MIKES_TOKEN,
                        new Grant.Classic(MIKE, TreePVector.singleton("admin:org")),
                        Token.Label.NONE,
                        false,
                        THEN,
                        THEN,
                        null,
                        null)));
        Set<Long> people = new HashSet<>();
        Set<Long> maintainers = new HashSet<>();
        for (int i = 0; i < size; i++) {
            world = world.with(OrganizationWorlds.user(PERSON + i, "person-" + i, true))
                    .withMembership(BIG, Membership.active(PERSON + i, Role.MEMBER, false));
            people.add(PERSON + i);
            if (i % 2 == 0) {
                maintainers.add(PERSON + i);
            }
        }
        world = world.with(team(CROWD, "crowd", Privacy.CLOSED, people, maintainers));
        for (int i = 0; i < size; i++) {
            Privacy privacy = i % 2 == 0 ? Privacy.CLOSED : Privacy.SECRET;
            world = world.with(team(TEAM + i, "team-" + i, privacy, Set.of(MIKE), Set.of()));
            world = invited(invited(world, 2L * i, null), 2L * i + 1, Instant.now());
        }
        return world;
    }

    private static Team team(long id, String slug, Privacy privacy, Set<Long> people, Set<Long> maintainers) {
        return new Team(
                id,
                BIG,
                slug,
                slug,
                null,
                null,
                privacy,
                RepositoryPermission.PULL,
                null,
                HashTreePSet.from(people),
                HashTreePSet.from(maintainers),
                HashTreePMap.empty(),
                THEN,
                THEN);
    }

    private static World invited(World world, long number, Instant failed) {
        return world.with(world.memberships()
                .with(
                        BIG,
                        new Invitation(
                                ADDRESS + number,
                                null,
                                "somebody-" + number + "@example.com",
                                Invitation.Role.values()[(int) (number / 2 % 2)],
                                OrganizationWorlds.OLIVIA,
                                Instant.now().minus(Duration.ofHours(1)).plusMillis(number),
                                HashTreePMap.empty(),
                                failed)));
    }

    /** The lists, each with the token that it is asked for with and the part of the size that stands in it. */
    static final List<CountedList> LISTS = List.of(
            new CountedList("/orgs/big/teams?x", OrganizationWorlds.TOKEN, 1),
            new CountedList("/orgs/big/teams?mike", MIKES_TOKEN, 1),
            new CountedList("/user/teams?x", MIKES_TOKEN, 1),
            new CountedList("/orgs/big/teams/crowd/members?x", OrganizationWorlds.TOKEN, 1),
            new CountedList("/orgs/big/teams/crowd/members?role=maintainer", OrganizationWorlds.TOKEN, 2),
            new CountedList("/orgs/big/teams/crowd/members?role=member", OrganizationWorlds.TOKEN, 2),
            new CountedList("/orgs/big/invitations?x", OrganizationWorlds.TOKEN, 1),
            new CountedList("/orgs/big/invitations?role=admin", OrganizationWorlds.TOKEN, 2),
            new CountedList("/orgs/big/invitations?role=direct_member", OrganizationWorlds.TOKEN, 2),
            new CountedList("/orgs/big/failed_invitations?x", OrganizationWorlds.TOKEN, 1));

    /**
     * A list that is counted.
     *
     * @param part which part of the size of the world stands in it
     */
    record CountedList(String path, String token, int part) {}
}
