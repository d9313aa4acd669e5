package dev.hubtwin.internal.world.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Distinct elements in an order, each found by its rank: what a list operation serves, its length included.
 *
 * @param elements the elements, ascending: a plain list of a few, a persistent one of more
 * @param order what they are ordered by; elements that it calls equal are the same to this index
 */
public record SortedIndex<T>(List<T> elements, Comparator<? super T> order) implements RankedList<T> {

    /** The most elements of a plain list, of which a change copies them all. */
    private static final int FEW = 32;

    /** An empty index in natural order. */
    public static <T extends Comparable<? super T>> SortedIndex<T> natural() {
        return by(Comparator.naturalOrder());
    }

    /** An index of distinct elements that come in any order. */
    public static <T> SortedIndex<T> of(Collection<T> elements, Comparator<? super T> order) {
        return new SortedIndex<>(kept(elements.stream().sorted(order).toList()), order);
    }

    /** An empty index ordered by {@code order}. */
    public static <T> SortedIndex<T> by(Comparator<? super T> order) {
        return new SortedIndex<>(List.of(), order);
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
        return holdsBefore(rank, element) ? this : new SortedIndex<>(with(rank, element), order);
    }

    /** Returns this without {@code element}; the same object if it is not here. */
    public SortedIndex<T> minus(T element) {
        int rank = rankAfter(element);
        return holdsBefore(rank, element) ? new SortedIndex<>(without(rank - 1), order) : this;
    }

    private List<T> with(int rank, T element) {
        if (elements instanceof PVector<T> many) {
            return many.plus(rank, element);
        }
        List<T> more = new ArrayList<>(size() + 1);
        more.addAll(elements);
        more.add(rank, element);
        return kept(more);
    }

    private List<T> without(int rank) {
        if (elements instanceof PVector<T> many && size() > FEW + 1) {
            return many.minus(rank);
        }
        List<T> fewer = new ArrayList<>(elements);
        fewer.remove(rank);
        return kept(fewer);
    }

    private static <T> List<T> kept(List<T> elements) {
        return elements.size() > FEW ? TreePVector.from(elements) : List.copyOf(elements);
    }

    private boolean holdsBefore(int rank, T element) {
        return rank > 0 && order.compare(get(rank - 1), element) == 0;
    }
}
