package dev.hubtwin.world;

/**
 * The repositories of one owner.
 *
 * @param ids          all of them, ascending
 * @param publicOnes   how many are for everybody
 * @param privateOnes  how many are private or internal
 * @param diskUsage    the sum of their sizes
 */
public record Holdings(Ranked<Long> ids, long publicOnes, long privateOnes, long diskUsage) {

  static final Holdings NONE = new Holdings(Ranked.natural(), 0, 0, 0);

  Holdings with(Repository repository) {
    return changed(ids.plus(repository.id()), repository, 1);
  }

  Holdings without(Repository repository) {
    return changed(ids.minus(repository.id()), repository, -1);
  }

  private Holdings changed(Ranked<Long> now, Repository repository, int by) {
    int hidden = repository.isPrivate() ? by : 0;
    return new Holdings(
        now, publicOnes + by - hidden, privateOnes + hidden, diskUsage + by * repository.counts().size());
  }
}
