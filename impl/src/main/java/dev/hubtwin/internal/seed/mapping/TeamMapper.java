package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateAccess;
import dev.hubtwin.internal.control.model.StatePrivacy;
import dev.hubtwin.internal.control.model.StateTeam;
import dev.hubtwin.internal.control.model.StateTeamRepository;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.team.Teams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

/** A team, in and out. */
final class TeamMapper {

    private TeamMapper() {}

    /** Reads a team without its parent, because the other teams are not known yet. */
    static Team read(
            StateTeam team, long id, long organizationId, World world, ReferenceResolver names, DocumentPath place) {
        return new Team(
                id,
                organizationId,
                team.slug(),
                Values.or(team.name(), team.slug()),
                team.nodeId(),
                team.description(),
                WireName.read(Team.Privacy.class, team.privacy().text()),
                WireName.read(RepositoryPermission.class, team.permission().text()),
                null,
                HashTreePSet.from(
                        members(team, world.memberships().roster(organizationId), names, place.at("members"))),
                repositories(team, organizationId, names, place.at("repositories")));
    }

    private static List<Long> members(StateTeam team, Roster roster, ReferenceResolver names, DocumentPath place) {
        List<Long> users = names.users(team.members(), place);
        Lists.in(users, place, (user, at) -> {
            Optional<Membership> membership = roster.membership(user);
            DocumentException.throwIf(
                    membership.isEmpty(),
                    at,
                    Excerpt.of(names.login(user))
                            + " is not a member of the organization; expected the login of one in its \"members\"");
        });
        return users;
    }

    private static PMap<Long, RepositoryPermission> repositories(
            StateTeam team, long organizationId, ReferenceResolver names, DocumentPath place) {
        PMap<Long, RepositoryPermission> known = HashTreePMap.empty();
        List<StateTeamRepository> given = Values.all(team.repositories());
        for (int i = 0; i < given.size(); i++) {
            DocumentPath at = place.at(i).at("name");
            Long id = names.repository(organizationId, given.get(i).name(), at).id();
            DocumentException.throwIf(
                    known.containsKey(id), at, Excerpt.of(given.get(i).name()) + " is here twice; expected it once");
            known = known.plus(
                    id,
                    WireName.read(
                            RepositoryPermission.class,
                            given.get(i).permission().text()));
        }
        return known;
    }

    /** The teams, this one standing below the one it names. */
    static Teams placed(StateTeam team, long organizationId, Teams teams, ReferenceResolver names, DocumentPath place) {
        if (team.parent() == null) {
            return teams;
        }
        Team child = teams.team(organizationId, team.slug()).orElseThrow();
        Team parent = names.team(organizationId, team.parent(), place.at("parent"));
        Teams placed = teams.with(new Team(
                child.id(),
                child.organizationId(),
                child.slug(),
                child.name(),
                child.givenNodeId(),
                child.description(),
                child.privacy(),
                child.permission(),
                parent.id(),
                child.members(),
                child.repositories()));
        Set<Long> below = new HashSet<>(Set.of(child.id()));
        for (Long above = parent.id();
                above != null;
                above = placed.byId().get(above).parentId()) {
            DocumentException.throwIf(
                    !below.add(above), place.at("parent"), "the team would stand below itself; expected another");
        }
        return placed;
    }

    static StateTeam write(Team team, World world, ReferenceResolver names) {
        Map<Long, RepositoryPermission> byId = new TreeMap<>(team.repositories());
        List<StateTeamRepository> repositories = new ArrayList<>();
        byId.forEach((id, access) -> repositories.add(StateTeamRepository.builder()
                .name(names.repository(id).name())
                .permission(StateAccess.of(access.word()))
                .build()));
        return StateTeam.builder()
                .slug(team.slug())
                .id(team.id())
                .nodeId(team.givenNodeId())
                .name(Values.unless(team.name(), team.slug()))
                .description(team.description())
                .privacy(StatePrivacy.of(team.privacy().word()))
                .permission(StateAccess.of(team.permission().word()))
                .parent(
                        team.parentId() == null
                                ? null
                                : world.teams().byId().get(team.parentId()).slug())
                .members(Values.some(names.logins(team.members())))
                .repositories(Values.some(repositories))
                .build();
    }
}
