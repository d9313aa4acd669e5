package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Locale;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The teams of one organization, as their ids.
 *
 * @param ids all of them, ascending
 * @param closed those that every member sees
 * @param bySlug by slug in lower case
 * @param byMember by user
 * @param secret of those, by user, the ones that nobody else but owners sees
 * @param securityManagers the teams whose members manage security (R2)
 */
public record OrganizationTeams(
        SortedIndex<Long> ids,
        SortedIndex<Long> closed,
        PMap<String, Long> bySlug,
        PMap<Long, PSet<Long>> byMember,
        PMap<Long, SortedIndex<Long>> secret,
        PSet<Long> securityManagers) {

    private static final SortedIndex<Long> EMPTY = SortedIndex.natural();

    static final OrganizationTeams NONE = new OrganizationTeams(
            EMPTY, EMPTY, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty());

    /** The teams that the user is in. */
    public PSet<Long> of(long userId) {
        return byMember.getOrDefault(userId, HashTreePSet.empty());
    }

    /** Those of the user's teams that are secret. */
    public SortedIndex<Long> secretOf(long userId) {
        return secret.getOrDefault(userId, EMPTY);
    }

    /** Whether a member of the organization sees the team. */
    public boolean isSeen(long teamId, long userId) {
        return closed.contains(teamId) || secretOf(userId).contains(teamId);
    }

    OrganizationTeams with(Team team) {
        Long id = team.id();
        OrganizationTeams changed = new OrganizationTeams(
                ids.plus(id),
                team.privacy() == Team.Privacy.CLOSED ? closed.plus(id) : closed,
                bySlug.plus(key(team), id),
                byMember,
                secret,
                securityManagers);
        for (Long user : team.members()) {
            changed = changed.withMember(team, user);
        }
        return changed;
    }

    OrganizationTeams without(Team team) {
        Long id = team.id();
        OrganizationTeams changed = new OrganizationTeams(
                ids.minus(id), closed.minus(id), bySlug.minus(key(team)), byMember, secret, securityManagers);
        for (Long user : team.members()) {
            changed = changed.withoutMember(team, user);
        }
        return changed;
    }

    OrganizationTeams withMember(Team team, Long userId) {
        return new OrganizationTeams(
                ids,
                closed,
                bySlug,
                IndexMaps.add(byMember, userId, team.id()),
                team.privacy() == Team.Privacy.SECRET ? IndexMaps.rank(secret, userId, team.id()) : secret,
                securityManagers);
    }

    OrganizationTeams withoutMember(Team team, Long userId) {
        return new OrganizationTeams(
                ids,
                closed,
                bySlug,
                IndexMaps.remove(byMember, userId, team.id()),
                IndexMaps.unrank(secret, userId, team.id()),
                securityManagers);
    }

    OrganizationTeams withSecurityManager(Long teamId) {
        return new OrganizationTeams(ids, closed, bySlug, byMember, secret, securityManagers.plus(teamId));
    }

    OrganizationTeams withoutSecurityManager(Long teamId) {
        return new OrganizationTeams(ids, closed, bySlug, byMember, secret, securityManagers.minus(teamId));
    }

    private static String key(Team team) {
        return team.slug().toLowerCase(Locale.ROOT);
    }
}
