package dev.hubtwin.internal.world.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Distinct elements in an order, each found by its rank: what a list operation serves, its length included.
 *
 * @param elements the elements, ascending
 * @param order what they are ordered by; elements that it calls equal are the same to this index
 */
public record SortedIndex<T>(PVector<T> elements, Comparator<? super T> order) implements RankedList<T> {

    /** An empty index in natural order. */
    public static <T extends Comparable<? super T>> SortedIndex<T> natural() {
        return by(Comparator.naturalOrder());
    }

    /** An index of distinct elements that come in any order. */
    public static <T> SortedIndex<T> of(Collection<T> elements, Comparator<? super T> order) {
        return new SortedIndex<>(
                TreePVector.from(elements.stream().sorted(order).toList()), order);
    }

    /** An empty index ordered by {@code order}. */
    public static <T> SortedIndex<T> by(Comparator<? super T> order) {
        return new SortedIndex<>(TreePVector.empty(), order);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** The element of the rank {@code index}, from 0. */
    public T get(int index) {
        return elements.get(index);
    }

    /** Whether {@code element} is here. */
    public boolean contains(T element) {
        return holdsBefore(rankAfter(element), element);
    }

    /** The number of elements that are not greater than {@code element}: the rank of the first one after it. */
    public int rankAfter(T element) {
        int low = 0;
        int high = size();
        if (high == 0 || order.compare(get(high - 1), element) <= 0) {
            return high; // ids mostly come ascending
        }
        high--;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(get(middle), element) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public List<T> slice(long from, int count) {
        int start = (int) Math.min(from, size());
        return IntStream.range(start, (int) Math.min((long) start + count, size()))
                .mapToObj(this::get)
                .toList();
    }

    @Override
    public List<T> sliceDescending(long from, int count) {
        int start = (int) Math.min(from, size());
        int last = size() - 1;
        return IntStream.range(start, (int) Math.min((long) start + count, size()))
                .mapToObj(i -> get(last - i))
                .toList();
    }

    /** Returns this with {@code element}; the same object if it is here already. */
    public SortedIndex<T> plus(T element) {
        int rank = rankAfter(element);
        return holdsBefore(rank, element) ? this : new SortedIndex<>(elements.plus(rank, element), order);
    }

    /** Returns this without {@code element}; the same object if it is not here. */
    public SortedIndex<T> minus(T element) {
        int rank = rankAfter(element);
        return holdsBefore(rank, element) ? new SortedIndex<>(elements.minus(rank - 1), order) : this;
    }

    private boolean holdsBefore(int rank, T element) {
        return rank > 0 && order.compare(get(rank - 1), element) == 0;
    }
}
