package dev.hubtwin.world;

import java.util.Collection;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Repositories of an account that an installation or a token reaches.
 *
 * @param all          every one, also those to come
 * @param repositories the selected ones; empty if {@code all}
 */
public record Selection(boolean all, PSet<Long> repositories) {

  /** Every repository of the account. */
  public static final Selection ALL = new Selection(true, HashTreePSet.empty());

  /** These repositories alone. */
  public static Selection of(Collection<Long> repositories) {
    return new Selection(false, HashTreePSet.from(repositories));
  }

  /** Whether the account's repository is among them. */
  public boolean includes(long repositoryId) {
    return all || repositories.contains(repositoryId);
  }
}
