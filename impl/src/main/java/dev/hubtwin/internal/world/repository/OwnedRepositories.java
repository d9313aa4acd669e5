package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.SortedIndex;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The repositories of one owner.
 *
 * @param ids all of them, ascending
 * @param groups all of them by what filters tell apart, in each order
 * @param publicOnes how many are for everybody
 * @param privateOnes how many are private or internal
 * @param diskUsage the sum of their sizes
 */
public record OwnedRepositories(
        SortedIndex<Long> ids,
        PMap<RepositoryGroup, RepositoryLists> groups,
        long publicOnes,
        long privateOnes,
        long diskUsage) {

    static final OwnedRepositories NONE = new OwnedRepositories(SortedIndex.natural(), HashTreePMap.empty(), 0, 0, 0);

    OwnedRepositories with(Repository repository) {
        RepositoryLists more = listed(repository).with(RepositoryEntry.of(repository));
        return changed(ids.plus(repository.id()), more, repository, 1);
    }

    OwnedRepositories without(Repository repository) {
        RepositoryLists fewer = listed(repository).without(RepositoryEntry.of(repository));
        return changed(ids.minus(repository.id()), fewer, repository, -1);
    }

    private RepositoryLists listed(Repository repository) {
        return groups.getOrDefault(RepositoryGroup.of(repository), RepositoryLists.NONE);
    }

    private OwnedRepositories changed(SortedIndex<Long> now, RepositoryLists lists, Repository repository, int by) {
        int hidden = repository.isPrivate() ? by : 0;
        return new OwnedRepositories(
                now,
                IndexMaps.put(groups, RepositoryGroup.of(repository), lists, RepositoryLists.NONE),
                publicOnes + by - hidden,
                privateOnes + hidden,
                diskUsage + by * repository.counts().size());
    }
}
