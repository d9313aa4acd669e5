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
import java.time.Instant;
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
        Instant created = Values.created(team.createdAt());
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
                HashTreePSet.from(maintainers(team, names, place.at("maintainers"))),
                repositories(team, organizationId, names, place.at("repositories")),
                created,
                Values.instant(team.updatedAt(), created));
    }

    private static List<Long> maintainers(StateTeam team, ReferenceResolver names, DocumentPath place) {
        Set<Long> members = new HashSet<>(names.users(team.members(), place));
        List<Long> users = names.users(team.maintainers(), place);
        Lists.in(
                users,
                place,
                (user, at) -> DocumentException.throwIf(
                        !members.contains(user),
                        at,
                        Excerpt.of(names.login(user))
                                + " is not a member of the team; expected one of its \"members\""));
        return users;
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

    /** The world, the team standing below the one it names. */
    static World placed(StateTeam team, long organizationId, World world, ReferenceResolver names, DocumentPath place) {
        if (team.parent() == null) {
            return world;
        }
        Team child = world.teams().team(organizationId, team.slug()).orElseThrow();
        Team parent = names.team(organizationId, team.parent(), place.at("parent"));
        Set<Long> below = new HashSet<>(Set.of(child.id()));
        for (Long above = parent.id();
                above != null;
                above = world.teams().byId().get(above).parentId()) {
            DocumentException.throwIf(
                    !below.add(above), place.at("parent"), "the team would stand below itself; expected another");
        }
        return world.with(child.below(parent.id()));
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
                .maintainers(Values.some(names.logins(team.maintainers())))
                .repositories(Values.some(repositories))
                .createdAt(Values.created(team.createdAt()))
                .updatedAt(Values.time(team.updatedAt(), team.createdAt()))
                .build();
    }
}
