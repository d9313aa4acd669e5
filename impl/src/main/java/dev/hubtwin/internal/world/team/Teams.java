package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
 */
public record Teams(
        PMap<Long, Team> byId,
        PMap<Long, OrganizationTeams> organizations,
        References<Long> references,
        PMap<Long, PSet<Long>> byRepository) {

    public static final Teams NONE =
            new Teams(HashTreePMap.empty(), HashTreePMap.empty(), References.none(), HashTreePMap.empty());

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

    /** Whether the user is in a team that manages the organization's security (R2). */
    public boolean isSecurityManager(long organizationId, long userId) {
        OrganizationTeams teams = of(organizationId);
        return teams.of(userId).stream().anyMatch(teams.securityManagers()::contains);
    }

    /** Returns this with the team in the place of the one with its id. */
    public Teams with(Team team) {
        Teams others = byId.containsKey(team.id()) ? dropped(team.id()) : this;
        PMap<Long, PSet<Long>> repositories = others.byRepository;
        for (Long repository : team.repositories().keySet()) {
            repositories = IndexMaps.add(repositories, repository, team.id());
        }
        return new Teams(
                        others.byId.plus(team.id(), team),
                        others.organizations,
                        others.references.with(team.id(), team.references()),
                        repositories)
                .with(team.organizationId(), others.of(team.organizationId()).with(team));
    }

    /** Returns this without the team; it manages no security any more. */
    public Teams without(long id) {
        return byId.containsKey(id) ? withoutSecurityManager(id).dropped(id) : this;
    }

    /** Returns this, the user in none of the organization's teams any more. */
    public Teams withoutMember(long organizationId, long userId) {
        OrganizationTeams teams = of(organizationId);
        PMap<Long, Team> changed = byId;
        for (Long id : teams.of(userId)) {
            Team team = Objects.requireNonNull(byId.get(id));
            changed = changed.plus(id, team.withMembers(team.members().minus(userId)));
        }
        return changed == byId
                ? this
                : new Teams(
                        changed,
                        organizations.plus(organizationId, teams.withoutMember(userId)),
                        references,
                        byRepository);
    }

    /** Returns this, the team managing its organization's security. */
    public Teams withSecurityManager(long teamId) {
        long organization = Objects.requireNonNull(byId.get(teamId)).organizationId();
        return with(organization, of(organization).withSecurityManager(teamId));
    }

    /** Returns this, the team managing no security. */
    public Teams withoutSecurityManager(long teamId) {
        long organization = Objects.requireNonNull(byId.get(teamId)).organizationId();
        return with(organization, of(organization).withoutSecurityManager(teamId));
    }

    /** Returns this without the team, which still manages its organization's security once it is back. */
    public Teams dropped(long id) {
        Team team = Objects.requireNonNull(byId.get(id));
        PMap<Long, PSet<Long>> repositories = byRepository;
        for (Long repository : team.repositories().keySet()) {
            repositories = IndexMaps.remove(repositories, repository, id);
        }
        return new Teams(byId.minus(id), organizations, references.without(id, team.references()), repositories)
                .with(team.organizationId(), of(team.organizationId()).without(team));
    }

    private Teams with(long organizationId, OrganizationTeams teams) {
        return new Teams(
                byId,
                IndexMaps.put(organizations, organizationId, teams, OrganizationTeams.NONE),
                references,
                byRepository);
    }
}
