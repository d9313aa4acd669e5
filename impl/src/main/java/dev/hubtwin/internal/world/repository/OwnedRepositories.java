package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.index.SortedIndex;

/**
 * The repositories of one owner.
 *
 * @param ids all of them, ascending
 * @param publicOnes how many are for everybody
 * @param privateOnes how many are private or internal
 * @param diskUsage the sum of their sizes
 */
public record OwnedRepositories(SortedIndex<Long> ids, long publicOnes, long privateOnes, long diskUsage) {

    static final OwnedRepositories NONE = new OwnedRepositories(SortedIndex.natural(), 0, 0, 0);

    OwnedRepositories with(Repository repository) {
        return changed(ids.plus(repository.id()), repository, 1);
    }

    OwnedRepositories without(Repository repository) {
        return changed(ids.minus(repository.id()), repository, -1);
    }

    private OwnedRepositories changed(SortedIndex<Long> now, Repository repository, int by) {
        int hidden = repository.isPrivate() ? by : 0;
        return new OwnedRepositories(
                now,
                publicOnes + by - hidden,
                privateOnes + hidden,
                diskUsage + by * repository.counts().size());
    }
}
