package dev.hubtwin.internal.repositories;

import dev.hubtwin.internal.auth.RepositoryAccess;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.MergedIndex;
import dev.hubtwin.internal.world.index.RankedList;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Who collaborates in a repository. Of an organization, the members who all may do the same there are taken as they are
 * listed already, so that only those are looked at whom the repository was given to.
 *
 * @param least what they may do at least
 */
record CollaboratorList(World world, Repository repository, RepositoryPermission least) {

    /** By what they reach the repository. */
    enum Affiliation implements WireName {
        OUTSIDE,
        DIRECT,
        ALL
    }

    /** Those who reach the repository so, by login. */
    RankedList<UserName> of(Affiliation by) {
        Set<Long> direct = repository.collaborators().keySet();
        Roster roster = world.memberships().roster(repository.ownerId());
        return switch (by) {
            case DIRECT -> named(direct);
            case OUTSIDE ->
                named(direct.stream().filter(user -> !roster.isMember(user)).toList());
            case ALL -> all(roster);
        };
    }

    private RankedList<UserName> all(Roster roster) {
        boolean base = RepositoryAccess.base(world, repository.ownerId())
                .filter(least::isWithin)
                .isPresent();
        SortedIndex<UserName> members = base ? roster.active() : roster.owners();
        Set<Long> others = new HashSet<>(repository.collaborators().keySet());
        world.accounts().user(repository.ownerId()).map(User::id).ifPresent(others::add);
        if (!base) {
            RepositoryAccess.inTeams(world, repository.id()).map(UserName::id).forEach(others::add);
        }
        others.removeIf(user -> base ? roster.isMember(user) : roster.isOwner(user));
        return MergedIndex.of(members, named(others));
    }

    /** Those of some users who may do enough. */
    private SortedIndex<UserName> named(Collection<Long> users) {
        return SortedIndex.of(
                users.stream()
                        .filter(user -> RepositoryAccess.of(world, user, repository)
                                .filter(least::isWithin)
                                .isPresent())
                        .flatMap(user -> world.accounts().user(user).stream())
                        .map(UserName::of)
                        .toList(),
                UserName.ORDER);
    }
}
