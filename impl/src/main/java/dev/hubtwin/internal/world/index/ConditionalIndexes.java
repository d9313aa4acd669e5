package dev.hubtwin.internal.world.index;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Lists of keys in one order, one for each condition; a key stands in the lists whose condition its value meets.
 *
 * @param lists one for each condition
 * @param conditions what a value must meet to stand in the list of the same rank
 */
public record ConditionalIndexes<K, V>(PVector<SortedIndex<K>> lists, PVector<Predicate<V>> conditions) {

    public static <K, V> ConditionalIndexes<K, V> of(Comparator<? super K> order, List<Predicate<V>> conditions) {
        PVector<SortedIndex<K>> empty = TreePVector.empty();
        for (int i = 0; i < conditions.size(); i++) {
            empty = empty.plus(SortedIndex.by(order));
        }
        return new ConditionalIndexes<>(empty, TreePVector.from(conditions));
    }

    @SuppressWarnings("EnumOrdinal") // the conditions stand in the order of their names
    public SortedIndex<K> get(Enum<?> list) {
        return lists.get(list.ordinal());
    }

    public ConditionalIndexes<K, V> with(K key, V value) {
        PVector<SortedIndex<K>> changed = lists;
        for (int i = 0; i < conditions.size(); i++) {
            SortedIndex<K> list = lists.get(i);
            SortedIndex<K> now = conditions.get(i).test(value) ? list.plus(key) : list.minus(key);
            changed = now == list ? changed : changed.with(i, now);
        }
        return changed == lists ? this : new ConditionalIndexes<>(changed, conditions);
    }

    public ConditionalIndexes<K, V> without(K key) {
        PVector<SortedIndex<K>> changed = lists;
        for (int i = 0; i < lists.size(); i++) {
            changed = changed.with(i, lists.get(i).minus(key));
        }
        return new ConditionalIndexes<>(changed, conditions);
    }
}
