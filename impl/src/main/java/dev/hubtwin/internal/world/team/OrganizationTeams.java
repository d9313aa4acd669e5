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
 * @param bySlug by slug in lower case
 * @param byMember by user
 * @param securityManagers the teams whose members manage security (R2)
 */
public record OrganizationTeams(
        SortedIndex<Long> ids,
        PMap<String, Long> bySlug,
        PMap<Long, PSet<Long>> byMember,
        PSet<Long> securityManagers) {

    static final OrganizationTeams NONE = new OrganizationTeams(
            SortedIndex.natural(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty());

    /** The teams that the user is in. */
    public PSet<Long> of(long userId) {
        return byMember.getOrDefault(userId, HashTreePSet.empty());
    }

    OrganizationTeams with(Team team) {
        Long id = team.id();
        PMap<Long, PSet<Long>> members = byMember;
        for (Long user : team.members()) {
            members = IndexMaps.add(members, user, id);
        }
        return new OrganizationTeams(ids.plus(id), bySlug.plus(key(team), id), members, securityManagers);
    }

    OrganizationTeams without(Team team) {
        Long id = team.id();
        PMap<Long, PSet<Long>> members = byMember;
        for (Long user : team.members()) {
            members = IndexMaps.remove(members, user, id);
        }
        return new OrganizationTeams(ids.minus(id), bySlug.minus(key(team)), members, securityManagers);
    }

    OrganizationTeams withoutMember(Long userId) {
        return new OrganizationTeams(ids, bySlug, byMember.minus(userId), securityManagers);
    }

    OrganizationTeams withSecurityManager(Long teamId) {
        return new OrganizationTeams(ids, bySlug, byMember, securityManagers.plus(teamId));
    }

    OrganizationTeams withoutSecurityManager(Long teamId) {
        return new OrganizationTeams(ids, bySlug, byMember, securityManagers.minus(teamId));
    }

    private static String key(Team team) {
        return team.slug().toLowerCase(Locale.ROOT);
    }
}
