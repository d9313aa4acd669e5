package dev.hubtwin.internal.world.repository;

/** What lists know of a repository: all that some list is ordered by. */
public record RepositoryEntry(long id, long ownerId, String name, Repository.Times times) {

    /** The entry of a repository. */
    public static RepositoryEntry of(Repository repository) {
        return new RepositoryEntry(repository.id(), repository.ownerId(), repository.name(), repository.times());
    }
}
