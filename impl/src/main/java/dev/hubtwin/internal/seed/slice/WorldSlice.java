package dev.hubtwin.internal.seed.slice;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Some of the things of a world, which grow in number; or all of them. */
public final class WorldSlice {

    private static final long NOTHING = 0;

    private record Section(SliceKind kind, long within) {}

    private final Map<Section, Set<Comparable<?>>> keys = new HashMap<>();
    private boolean whole;

    /** Returns a slice that holds everything. */
    public static WorldSlice whole() {
        WorldSlice slice = new WorldSlice();
        slice.takeAll();
        return slice;
    }

    /** Returns whether this holds everything. */
    public boolean isWhole() {
        return whole;
    }

    /** Takes everything. */
    public void takeAll() {
        whole = true;
    }

    /** Returns how many things this holds by their keys. */
    int size() {
        return keys.values().stream().mapToInt(Set::size).sum();
    }

    /** Takes the thing with the key; a list with its organization. */
    void take(SliceKind kind, Comparable<?> key) {
        take(kind, NOTHING, key);
        if (SliceKind.LISTS.contains(kind)) {
            take(SliceKind.ACCOUNTS, key);
        }
    }

    /** Takes the thing with the key, and the organization or app that it is in. */
    void take(SliceKind kind, long within, Comparable<?> key) {
        keys.computeIfAbsent(new Section(kind, within), section -> new TreeSet<>())
                .add(key);
        if (within != NOTHING) {
            take(kind == SliceKind.INSTALLATIONS ? SliceKind.APPS : SliceKind.ACCOUNTS, within);
        }
    }

    /** Returns whether this holds the thing with the key. */
    public boolean holds(SliceKind kind, Comparable<?> key) {
        return whole || keys(kind, NOTHING).contains(key);
    }

    /** Returns the keys of the things that were taken one by one. */
    public <K> Set<K> keys(SliceKind kind) {
        return keys(kind, NOTHING);
    }

    /** Returns the keys of the things in an organization or app that were taken one by one. */
    @SuppressWarnings("unchecked")
    public <K> Set<K> keys(SliceKind kind, long within) {
        return (Set<K>) keys.getOrDefault(new Section(kind, within), Set.of());
    }

    /** Returns those of all things of a kind that this holds. */
    public <K, T> Collection<T> of(SliceKind kind, Map<K, T> all) {
        return of(kind, NOTHING, all);
    }

    /** Returns those of all things of a kind in an organization or app that this holds. */
    public <K, T> Collection<T> of(SliceKind kind, long within, Map<K, T> all) {
        return whole
                ? all.values()
                : this.<K>keys(kind, within).stream()
                        .map(all::get)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
