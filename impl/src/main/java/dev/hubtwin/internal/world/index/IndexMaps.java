package dev.hubtwin.internal.world.index;

import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** What the tables share: an entry that says nothing is not kept, so that equal worlds are equal values. */
public final class IndexMaps {

    private IndexMaps() {}

    public static <K, V> PMap<K, V> put(PMap<K, V> map, K key, V value, V nothing) {
        return value.equals(nothing) ? map.minus(key) : kept(map, key, value);
    }

    public static <K, E> PMap<K, PSet<E>> add(PMap<K, PSet<E>> map, K key, E element) {
        return kept(map, key, map.getOrDefault(key, HashTreePSet.empty()).plus(element));
    }

    public static <K, E> PMap<K, PSet<E>> remove(PMap<K, PSet<E>> map, K key, E element) {
        return put(map, key, map.getOrDefault(key, HashTreePSet.empty()).minus(element), HashTreePSet.empty());
    }

    public static <K, E extends Comparable<E>> PMap<K, SortedIndex<E>> rank(
            PMap<K, SortedIndex<E>> map, K key, E element) {
        return kept(map, key, map.getOrDefault(key, SortedIndex.natural()).plus(element));
    }

    public static <K, E extends Comparable<E>> PMap<K, SortedIndex<E>> unrank(
            PMap<K, SortedIndex<E>> map, K key, E element) {
        SortedIndex<E> fewer = map.getOrDefault(key, SortedIndex.<E>natural()).minus(element);
        return fewer.size() == 0 ? map.minus(key) : kept(map, key, fewer);
    }

    /** A map copies its way to an entry even if the very same value is there. */
    private static <K, V> PMap<K, V> kept(PMap<K, V> map, K key, V value) {
        return map.get(key) == value ? map : map.plus(key, value);
    }
}
