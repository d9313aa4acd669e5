package dev.hubtwin.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Where apps are installed.
 *
 * @param byId      all of them
 * @param byApp     ids by app, ascending
 * @param byChange  ids by app, in the order of their last change
 * @param byAccount ids by account, ascending
 * @param byPlace   ids by app and account: an app is installed on an account once
 */
public record Installations(
    PMap<Long, Installation> byId,
    PMap<Long, Ranked<Long>> byApp,
    PMap<Long, Ranked<Changed>> byChange,
    PMap<Long, Ranked<Long>> byAccount,
    PMap<Place, Long> byPlace) {

  /** An app on an account. */
  public record Place(long appId, long accountId) {}

  /** When an installation was changed last; the last changed comes last. */
  public record Changed(Instant at, long id) implements Comparable<Changed> {

    private static final Comparator<Changed> ORDER = Comparator.comparing(Changed::at).thenComparing(Changed::id);

    /** What stands before every change at or after the moment, and after every other. */
    public static Changed before(Instant moment) {
      return new Changed(moment, Long.MIN_VALUE);
    }

    private static Changed of(Installation one) {
      return new Changed(one.updatedAt(), one.id());
    }

    @Override
    public int compareTo(Changed other) {
      return ORDER.compare(this, other);
    }
  }

  static final Installations NONE =
      new Installations(
          HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  /** The installation with the id. */
  public Optional<Installation> installation(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The installation of the app on the account. */
  public Optional<Installation> on(long appId, long accountId) {
    return Optional.ofNullable(byPlace.get(new Place(appId, accountId))).map(byId::get);
  }

  /** The installations of the app, ids ascending. */
  public Ranked<Long> of(long appId) {
    return byApp.getOrDefault(appId, Ranked.natural());
  }

  /** The installations of the app in the order of their last change (R130). */
  public Ranked<Changed> changed(long appId) {
    return byChange.getOrDefault(appId, Ranked.natural());
  }

  /** The installations on the account, ids ascending (R55). */
  public Ranked<Long> onAccount(long accountId) {
    return byAccount.getOrDefault(accountId, Ranked.natural());
  }

  /** This with the installation in the place of the one with its id. */
  public Installations with(Installation one) {
    Installations others = without(one.id());
    return new Installations(
        others.byId.plus(one.id(), one),
        Tables.rank(others.byApp, one.appId(), one.id()),
        Tables.rank(others.byChange, one.appId(), Changed.of(one)),
        Tables.rank(others.byAccount, one.accountId(), one.id()),
        others.byPlace.plus(new Place(one.appId(), one.accountId()), one.id()));
  }

  Installations without(long id) {
    Installation one = byId.get(id);
    return one == null
        ? this
        : new Installations(
            byId.minus(id),
            Tables.unrank(byApp, one.appId(), id),
            Tables.unrank(byChange, one.appId(), Changed.of(one)),
            Tables.unrank(byAccount, one.accountId(), id),
            byPlace.minus(new Place(one.appId(), one.accountId())));
  }
}
