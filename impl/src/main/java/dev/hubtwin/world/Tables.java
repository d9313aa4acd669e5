package dev.hubtwin.world;

import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** What the tables share: an entry that says nothing is not kept, so that equal worlds are equal values. */
final class Tables {

  private Tables() {}

  static <K, V> PMap<K, V> put(PMap<K, V> map, K key, V value, V nothing) {
    return value.equals(nothing) ? map.minus(key) : map.plus(key, value);
  }

  static <K, E> PMap<K, PSet<E>> add(PMap<K, PSet<E>> map, K key, E element) {
    return map.plus(key, map.getOrDefault(key, HashTreePSet.empty()).plus(element));
  }

  static <K, E> PMap<K, PSet<E>> remove(PMap<K, PSet<E>> map, K key, E element) {
    return put(map, key, map.getOrDefault(key, HashTreePSet.empty()).minus(element), HashTreePSet.empty());
  }

  static <K, E extends Comparable<E>> PMap<K, Ranked<E>> rank(PMap<K, Ranked<E>> map, K key, E element) {
    return map.plus(key, map.getOrDefault(key, Ranked.natural()).plus(element));
  }

  static <K, E extends Comparable<E>> PMap<K, Ranked<E>> unrank(PMap<K, Ranked<E>> map, K key, E element) {
    Ranked<E> fewer = map.getOrDefault(key, Ranked.<E>natural()).minus(element);
    return fewer.size() == 0 ? map.minus(key) : map.plus(key, fewer);
  }
}
