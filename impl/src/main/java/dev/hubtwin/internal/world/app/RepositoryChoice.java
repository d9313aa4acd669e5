package dev.hubtwin.internal.world.app;

import java.util.Collection;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Repositories of an account that an installation or a token reaches.
 *
 * @param all every one, also those to come
 * @param repositories the selected ones; empty if {@code all}
 */
public record RepositoryChoice(boolean all, PSet<Long> repositories) {

    /** Every repository of the account. */
    public static final RepositoryChoice ALL = new RepositoryChoice(true, HashTreePSet.empty());

    /** These repositories alone. */
    public static RepositoryChoice of(Collection<Long> repositories) {
        return new RepositoryChoice(false, HashTreePSet.from(repositories));
    }

    /** Returns these with one more; everything stays everything. */
    public RepositoryChoice plus(Long repositoryId) {
        return all ? this : new RepositoryChoice(false, repositories.plus(repositoryId));
    }

    /** Returns these without one; everything stays everything. */
    public RepositoryChoice minus(Long repositoryId) {
        return all ? this : new RepositoryChoice(false, repositories.minus(repositoryId));
    }

    /** Whether the account's repository is among them. */
    public boolean includes(long repositoryId) {
        return all || repositories.contains(repositoryId);
    }
}
