package dev.hubtwin.internal.world.index;

import java.util.List;
import java.util.function.Predicate;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Ordered lists of ids, one for each condition; an id stands in the lists whose condition its value meets.
 *
 * @param lists one for each condition
 * @param conditions what a value must meet to stand in the list of the same rank
 */
public record ConditionalIndexes<V>(PVector<SortedIndex<Long>> lists, PVector<Predicate<V>> conditions) {

    public static <V> ConditionalIndexes<V> of(List<Predicate<V>> conditions) {
        PVector<SortedIndex<Long>> empty = TreePVector.empty();
        for (int i = 0; i < conditions.size(); i++) {
            empty = empty.plus(SortedIndex.natural());
        }
        return new ConditionalIndexes<>(empty, TreePVector.from(conditions));
    }

    @SuppressWarnings("EnumOrdinal") // the conditions stand in the order of their names
    public SortedIndex<Long> get(Enum<?> list) {
        return lists.get(list.ordinal());
    }

    public ConditionalIndexes<V> with(Long id, V value) {
        PVector<SortedIndex<Long>> changed = lists;
        for (int i = 0; i < conditions.size(); i++) {
            SortedIndex<Long> list = lists.get(i);
            SortedIndex<Long> now = conditions.get(i).test(value) ? list.plus(id) : list.minus(id);
            changed = now == list ? changed : changed.with(i, now);
        }
        return changed == lists ? this : new ConditionalIndexes<>(changed, conditions);
    }

    public ConditionalIndexes<V> without(Long id) {
        PVector<SortedIndex<Long>> changed = lists;
        for (int i = 0; i < lists.size(); i++) {
            changed = changed.with(i, lists.get(i).minus(id));
        }
        return new ConditionalIndexes<>(changed, conditions);
    }
}
