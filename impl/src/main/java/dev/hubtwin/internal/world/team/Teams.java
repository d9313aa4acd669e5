package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Teams.
 *
 * @param byId all of them
 * @param organizations the teams of each organization
 * @param references ids by the team that they stand below
 * @param byRepository the teams that have something to do in a repository
 * @param rosters who is listed in each team
 * @param byUser the teams that each user is in as a member of their organization, whichever it is
 */
public record Teams(
        PMap<Long, Team> byId,
        PMap<Long, OrganizationTeams> organizations,
        References<Long> references,
        PMap<Long, PSet<Long>> byRepository,
        PMap<Long, TeamRoster> rosters,
        PMap<Long, SortedIndex<Long>> byUser) {

    public static final Teams NONE = new Teams(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            References.none(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty());

    /** The team with the id. */
    public Optional<Team> team(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The team of the organization with the slug, in any case. */
    public Optional<Team> team(long organizationId, String slug) {
        return Optional.ofNullable(of(organizationId).bySlug().get(slug.toLowerCase(Locale.ROOT)))
                .map(byId::get);
    }

    /** The teams of the organization. */
    public OrganizationTeams of(long organizationId) {
        return organizations.getOrDefault(organizationId, OrganizationTeams.NONE);
    }

    /** The teams that have something to do in the repository. */
    public PSet<Long> reaching(long repositoryId) {
        return byRepository.getOrDefault(repositoryId, HashTreePSet.empty());
    }

    /** Who is listed in the team. */
    public TeamRoster roster(long teamId) {
        return rosters.getOrDefault(teamId, TeamRoster.NONE);
    }

    /** The teams of all organizations that the user is in, ascending. */
    public SortedIndex<Long> ofUser(long userId) {
        return byUser.getOrDefault(userId, SortedIndex.natural());
    }

    /** What the user is in the team: by being in it, or in one below it, where nobody but owners maintains it. */
    public Optional<TeamRole> role(Team team, Teammate person) {
        Optional<TeamRole> own = team.role(person.id());
        if (own.isEmpty() && !isInTeamBelow(team, person.id())) {
            return Optional.empty();
        }
        return person.owner() ? Optional.of(TeamRole.MAINTAINER) : own.or(() -> Optional.of(TeamRole.MEMBER));
    }

    private boolean isInTeamBelow(Team team, long userId) {
        return of(team.organizationId()).of(userId).stream()
                .anyMatch(id -> upward(id).contains(team.id()));
    }

    /** Whether the user is in a team that manages the organization's security (R2). */
    public boolean isSecurityManager(long organizationId, long userId) {
        OrganizationTeams teams = of(organizationId);
        return teams.of(userId).stream().anyMatch(teams.securityManagers()::contains);
    }

    /**
     * Returns this with the team in the place of the one with its id.
     *
     * @param people the users by their ids
     */
    public Teams with(Team team, LongFunction<Teammate> people) {
        Set<Long> listed = new HashSet<>(team.members());
        roster(team.id()).everybody().elements().forEach(name -> listed.add(name.id()));
        for (Long below : references.to(Reference.Kind.TEAM, team.id())) {
            roster(below).everybody().elements().forEach(name -> listed.add(name.id()));
        }
        Set<Long> affected = new HashSet<>(upward(team.id()));
        Teams changed = replaced(team);
        affected.addAll(changed.upward(team.id()));
        for (Long user : listed) {
            changed = changed.ranked(affected, people.apply(user));
        }
        return changed;
    }

    private Teams replaced(Team team) {
        Team old = byId.get(team.id());
        OrganizationTeams others = of(team.organizationId());
        PMap<Long, PSet<Long>> repositories = byRepository;
        if (old != null) {
            others = others.without(old);
            for (Long repository : old.repositories().keySet()) {
                repositories = IndexMaps.remove(repositories, repository, team.id());
            }
        }
        for (Long repository : team.repositories().keySet()) {
            repositories = IndexMaps.add(repositories, repository, team.id());
        }
        return new Teams(
                byId.plus(team.id(), team),
                organizations.plus(team.organizationId(), others.with(team)),
                (old == null ? references : references.without(team.id(), old.references()))
                        .with(team.id(), team.references()),
                repositories,
                rosters,
                byUser);
    }

    /** Returns this, the team having something to do in a repository. */
    public Teams withRepository(Team team, Long repositoryId, RepositoryPermission access) {
        return new Teams(
                byId.plus(team.id(), team.withRepository(repositoryId, access)),
                organizations,
                references,
                IndexMaps.add(byRepository, repositoryId, team.id()),
                rosters,
                byUser);
    }

    /** Returns this with the user in the team, in the role. */
    public Teams withMember(Team team, Teammate person, TeamRole role) {
        return with(
                        team.withMember(person.id(), role),
                        of(team.organizationId()).withMember(team, person.id()))
                .ranked(upward(team.id()), person);
    }

    /** Returns this without the user in the team; whoever is in one below it is listed all the same. */
    public Teams withoutMember(Team team, Teammate person) {
        return with(team.withoutMember(person.id()), of(team.organizationId()).withoutMember(team, person.id()))
                .ranked(upward(team.id()), person);
    }

    /** Returns this, the user in none of the organization's teams any more. */
    public Teams withoutMember(long organizationId, Teammate person) {
        Teams changed = this;
        for (Long id : of(organizationId).of(person.id())) {
            changed = changed.withoutMember(Objects.requireNonNull(byId.get(id)), person);
        }
        return changed;
    }

    /** Returns this, after a user became a member or an owner of the organization, or ceased to be an owner. */
    public Teams changed(long organizationId, Teammate person) {
        Set<Long> affected = new HashSet<>();
        of(organizationId).of(person.id()).forEach(id -> affected.addAll(upward(id)));
        return ranked(affected, person);
    }

    /** Returns this, after a member of the organization who was called {@code former} got another login. */
    public Teams renamed(long organizationId, UserName former, Teammate person) {
        PMap<Long, TeamRoster> others = rosters;
        for (Long direct : of(organizationId).of(person.id())) {
            for (Long id : upward(direct)) {
                others =
                        others.plus(id, others.getOrDefault(id, TeamRoster.NONE).without(former));
            }
        }
        return new Teams(byId, organizations, references, byRepository, others, byUser).changed(organizationId, person);
    }

    /** Returns this, the team managing its organization's security. */
    public Teams withSecurityManager(long teamId) {
        Team team = Objects.requireNonNull(byId.get(teamId));
        return with(team, of(team.organizationId()).withSecurityManager(teamId));
    }

    /** Returns this, the team managing no security. */
    public Teams withoutSecurityManager(long teamId) {
        Team team = Objects.requireNonNull(byId.get(teamId));
        return with(team, of(team.organizationId()).withoutSecurityManager(teamId));
    }

    /**
     * Returns this without the team, which still manages its organization's security once it is back, as those below it
     * still stand below it.
     *
     * @param people the users by their ids
     */
    public Teams without(Team team, LongFunction<Teammate> people) {
        Long id = team.id();
        PMap<Long, PSet<Long>> repositories = byRepository;
        for (Long repository : team.repositories().keySet()) {
            repositories = IndexMaps.remove(repositories, repository, id);
        }
        PMap<Long, SortedIndex<Long>> own = byUser;
        for (Long user : team.members()) {
            own = IndexMaps.unrank(own, user, id);
        }
        OrganizationTeams others = of(team.organizationId()).without(team);
        Teams rest = new Teams(
                byId.minus(id),
                IndexMaps.put(organizations, team.organizationId(), others, OrganizationTeams.NONE),
                references.without(id, team.references()),
                repositories,
                rosters.minus(id),
                own);
        List<Long> above = upward(id).stream().skip(1).toList();
        for (UserName name : roster(id).everybody().elements()) {
            rest = rest.ranked(above, people.apply(name.id()));
        }
        return rest;
    }

    private Teams with(Team team, OrganizationTeams teams) {
        return new Teams(
                byId.plus(team.id(), team),
                IndexMaps.put(organizations, team.organizationId(), teams, OrganizationTeams.NONE),
                references,
                byRepository,
                rosters,
                byUser);
    }

    /** Returns this, the user standing in the lists of the teams as far as they are in those by now. */
    private Teams ranked(Collection<Long> teams, Teammate person) {
        PMap<Long, TeamRoster> lists = rosters;
        PMap<Long, SortedIndex<Long>> own = byUser;
        for (Long id : teams) {
            Team team = Objects.requireNonNull(byId.get(id));
            TeamRoster roster = lists.getOrDefault(id, TeamRoster.NONE);
            Optional<TeamRole> role = person.member() ? role(team, person) : Optional.empty();
            TeamRoster now = role.isPresent() ? roster.with(person.name(), role.get()) : roster.without(person.name());
            lists = IndexMaps.put(lists, id, now, TeamRoster.NONE);
            own = person.member() && team.members().contains(person.id())
                    ? IndexMaps.rank(own, person.id(), id)
                    : IndexMaps.unrank(own, person.id(), id);
        }
        return new Teams(byId, organizations, references, byRepository, lists, own);
    }

    /** The team and those above it. */
    private List<Long> upward(long id) {
        List<Long> teams = new ArrayList<>();
        Optional<Team> next = team(id);
        while (next.isPresent()) {
            teams.add(next.get().id());
            next = next.map(Team::parentId).flatMap(this::team);
        }
        return teams;
    }
}
