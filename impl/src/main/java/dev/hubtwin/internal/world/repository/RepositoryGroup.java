package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.repository.Repository.Visibility;

/** Those repositories of an owner that no list with a filter tells apart. */
public record RepositoryGroup(Visibility visibility, boolean fork) {

    /** The group of a repository. */
    public static RepositoryGroup of(Repository repository) {
        return new RepositoryGroup(
                repository.visibility(), repository.about().origin().fork());
    }
}
