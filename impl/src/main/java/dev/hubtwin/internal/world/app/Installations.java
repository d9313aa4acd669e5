package dev.hubtwin.internal.world.app;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Where apps are installed.
 *
 * @param byId all of them
 * @param byApp ids by app, ascending
 * @param byChange ids by app, in the order of their last change
 * @param byAccount ids by account, ascending
 * @param references ids by who suspended them
 * @param byPlace ids by app and account: an app is installed on an account once
 */
public record Installations(
        PMap<Long, Installation> byId,
        PMap<Long, SortedIndex<Long>> byApp,
        PMap<Long, SortedIndex<Changed>> byChange,
        PMap<Long, SortedIndex<Long>> byAccount,
        References<Long> references,
        PMap<Place, Long> byPlace) {

    /** An app on an account. */
    public record Place(long appId, long accountId) {}

    /** When an installation was changed last; the last changed comes last. */
    public record Changed(Instant at, long id) implements Comparable<Changed> {

        private static final Comparator<Changed> ORDER =
                Comparator.comparing(Changed::at).thenComparing(Changed::id);

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

    public static final Installations NONE = new Installations(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            References.none(),
            HashTreePMap.empty());

    /** The installation with the id. */
    public Optional<Installation> installation(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The installation of the app on the account. */
    public Optional<Installation> on(long appId, long accountId) {
        return Optional.ofNullable(byPlace.get(new Place(appId, accountId))).map(byId::get);
    }

    /** The installations of the app, ids ascending. */
    public SortedIndex<Long> of(long appId) {
        return byApp.getOrDefault(appId, SortedIndex.natural());
    }

    /** The installations of the app in the order of their last change (R130). */
    public SortedIndex<Changed> changed(long appId) {
        return byChange.getOrDefault(appId, SortedIndex.natural());
    }

    /** The installations on the account, ids ascending (R55). */
    public SortedIndex<Long> onAccount(long accountId) {
        return byAccount.getOrDefault(accountId, SortedIndex.natural());
    }

    /** Returns this with the installation in the place of the one with its id. */
    public Installations with(Installation one) {
        Installations others = without(one.id());
        return new Installations(
                others.byId.plus(one.id(), one),
                IndexMaps.rank(others.byApp, one.appId(), one.id()),
                IndexMaps.rank(others.byChange, one.appId(), Changed.of(one)),
                IndexMaps.rank(others.byAccount, one.accountId(), one.id()),
                others.references.with(one.id(), one.references()),
                others.byPlace.plus(new Place(one.appId(), one.accountId()), one.id()));
    }

    public Installations without(long id) {
        Installation one = byId.get(id);
        return one == null
                ? this
                : new Installations(
                        byId.minus(id),
                        IndexMaps.unrank(byApp, one.appId(), id),
                        IndexMaps.unrank(byChange, one.appId(), Changed.of(one)),
                        IndexMaps.unrank(byAccount, one.accountId(), id),
                        references.without(id, one.references()),
                        byPlace.minus(new Place(one.appId(), one.accountId())));
    }
}
