package dev.hubtwin.internal.world.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lists of keys in one order, one for each condition; a key stands in the lists whose condition its value meets.
 *
 * @param lists one for each condition
 * @param conditions what a value must meet to stand in the list of the same rank; so few that copying all lists is
 *     cheap
 */
public record ConditionalIndexes<K, V>(List<SortedIndex<K>> lists, List<Predicate<V>> conditions) {

    public static <K, V> ConditionalIndexes<K, V> of(Comparator<? super K> order, List<Predicate<V>> conditions) {
        return new ConditionalIndexes<>(
                List.copyOf(Collections.nCopies(conditions.size(), SortedIndex.by(order))), List.copyOf(conditions));
    }

    @SuppressWarnings("EnumOrdinal") // the conditions stand in the order of their names
    public SortedIndex<K> get(Enum<?> list) {
        return lists.get(list.ordinal());
    }

    public ConditionalIndexes<K, V> with(K key, V value) {
        List<SortedIndex<K>> changed = new ArrayList<>(lists.size());
        boolean same = true;
        for (int i = 0; i < lists.size(); i++) {
            SortedIndex<K> list = lists.get(i);
            SortedIndex<K> now = conditions.get(i).test(value) ? list.plus(key) : list.minus(key);
            changed.add(now);
            same &= now == list;
        }
        return same ? this : new ConditionalIndexes<>(List.copyOf(changed), conditions);
    }

    public ConditionalIndexes<K, V> without(K key) {
        return new ConditionalIndexes<>(
                lists.stream().map(list -> list.minus(key)).toList(), conditions);
    }
}
