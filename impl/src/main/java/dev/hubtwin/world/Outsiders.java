package dev.hubtwin.world;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Who reaches repositories of one owner directly. Each list holds user ids, ascending.
 *
 * @param byUser   how far each collaborator reaches, members too
 * @param listings the lists below
 */
public record Outsiders(PMap<Long, Reach> byUser, Listings<Reach> listings) {

  private enum Lists implements Predicate<Reach> {
    OUTSIDE(Reach::isOutside),
    INSECURE(reach -> reach.isOutside() && !reach.twoFactor()),
    SEATED(reach -> reach.isOutside() && !reach.privateOnes().isEmpty());

    private final Predicate<Reach> condition;

    Lists(Predicate<Reach> condition) {
      this.condition = condition;
    }

    @Override
    public boolean test(Reach reach) {
      return condition.test(reach);
    }
  }

  static final Outsiders NONE =
      new Outsiders(HashTreePMap.empty(), Listings.of(Arrays.<Predicate<Reach>>asList(Lists.values())));

  /** How far the user reaches; empty if nowhere. */
  public Optional<Reach> reach(long userId) {
    return Optional.ofNullable(byUser.get(userId));
  }

  /** Outside collaborators: collaborators, or listed as such, and no active members (R96). */
  public Ranked<Long> outside() {
    return listings.get(Lists.OUTSIDE);
  }

  /** Outside collaborators without a second factor (R97). */
  public Ranked<Long> insecure() {
    return listings.get(Lists.INSECURE);
  }

  /** Outside collaborators of private repositories: each takes a seat of the plan. */
  public Ranked<Long> seated() {
    return listings.get(Lists.SEATED);
  }

  Outsiders with(Long userId, Reach reach) {
    return reach.isNothing()
        ? new Outsiders(byUser.minus(userId), listings.without(userId))
        : new Outsiders(byUser.plus(userId, reach), listings.with(userId, reach));
  }
}
