package dev.hubtwin.world;

import java.util.List;
import java.util.function.Predicate;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Ordered lists of ids, one for each condition; an id stands in the lists whose condition its value meets.
 *
 * @param lists      one for each condition
 * @param conditions what a value must meet to stand in the list of the same rank
 */
record Listings<V>(PVector<Ranked<Long>> lists, PVector<Predicate<V>> conditions) {

  static <V> Listings<V> of(List<Predicate<V>> conditions) {
    PVector<Ranked<Long>> empty = TreePVector.empty();
    for (int i = 0; i < conditions.size(); i++) {
      empty = empty.plus(Ranked.natural());
    }
    return new Listings<>(empty, TreePVector.from(conditions));
  }

  Ranked<Long> get(Enum<?> list) {
    return lists.get(list.ordinal());
  }

  Listings<V> with(Long id, V value) {
    PVector<Ranked<Long>> changed = lists;
    for (int i = 0; i < conditions.size(); i++) {
      Ranked<Long> list = lists.get(i);
      Ranked<Long> now = conditions.get(i).test(value) ? list.plus(id) : list.minus(id);
      changed = now == list ? changed : changed.with(i, now);
    }
    return changed == lists ? this : new Listings<>(changed, conditions);
  }

  Listings<V> without(Long id) {
    PVector<Ranked<Long>> changed = lists;
    for (int i = 0; i < lists.size(); i++) {
      changed = changed.with(i, lists.get(i).minus(id));
    }
    return new Listings<>(changed, conditions);
  }
}
