package dev.hubtwin.internal.world.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Stretches of some indexes, read as one list. Where a page begins is found by halving the stretches, so that it costs
 * the number of stretches and the logarithm of their length, not the rank.
 *
 * @param stretches the parts; no element stands in two of them
 * @param order the order of the whole, which each part is in, too
 */
public record MergedIndex<T>(List<Stretch<T>> stretches, Comparator<? super T> order) implements RankedList<T> {

    /** What stands in an index from the rank {@code from} up to, not including, {@code to}. */
    public record Stretch<T>(SortedIndex<T> index, int from, int to) {

        /** The whole of an index. */
        public static <T> Stretch<T> of(SortedIndex<T> index) {
            return new Stretch<>(index, 0, index.size());
        }

        /** The elements, in order. */
        public List<T> elements() {
            return index.slice(from, to - from);
        }

        /** The rank below {@code high}, not below {@code low}, at which what follows {@code element} begins. */
        private int rankAfter(T element, Comparator<? super T> order, int low, int high) {
            int least = low;
            int most = high;
            while (least < most) {
                int middle = (least + most) >>> 1;
                if (order.compare(index.get(middle), element) <= 0) {
                    least = middle + 1;
                } else {
                    most = middle;
                }
            }
            return least;
        }
    }

    /** All of two indexes in the same order; no element is in both. */
    public static <T> MergedIndex<T> of(SortedIndex<T> one, SortedIndex<T> other) {
        return new MergedIndex<>(List.of(Stretch.of(one), Stretch.of(other)), one.order());
    }

    @Override
    public int size() {
        return stretches.stream().mapToInt(each -> each.to - each.from).sum();
    }

    @Override
    public List<T> slice(long from, int count) {
        int[] ranks = ranks((int) Math.min(from, size()));
        PriorityQueue<Integer> next =
                new PriorityQueue<>((one, other) -> order.compare(at(one, ranks), at(other, ranks)));
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] < stretches.get(i).to) {
                next.add(i);
            }
        }
        List<T> found = new ArrayList<>();
        while (found.size() < count && !next.isEmpty()) {
            int least = next.remove();
            found.add(at(least, ranks));
            ranks[least]++;
            if (ranks[least] < stretches.get(least).to) {
                next.add(least);
            }
        }
        return found;
    }

    @Override
    public List<T> sliceDescending(long from, int count) {
        int end = size() - (int) Math.min(from, size());
        int start = Math.max(0, end - count);
        List<T> reversed = new ArrayList<>();
        for (T element : slice(start, end - start)) {
            reversed.add(0, element);
        }
        return reversed;
    }

    private T at(int stretch, int[] ranks) {
        return stretches.get(stretch).index.get(ranks[stretch]);
    }

    /** The rank in each index at which the part of the whole begins that has {@code rank} elements before it. */
    private int[] ranks(int rank) {
        int[] low = stretches.stream().mapToInt(Stretch::from).toArray();
        int[] high = stretches.stream().mapToInt(Stretch::to).toArray();
        int before = 0;
        for (int widest = widest(low, high); before < rank; widest = widest(low, high)) {
            T pivot = stretches.get(widest).index.get((low[widest] + high[widest]) >>> 1);
            int[] after = new int[low.length];
            int upTo = before;
            for (int i = 0; i < low.length; i++) {
                after[i] = stretches.get(i).rankAfter(pivot, order, low[i], high[i]);
                upTo += after[i] - low[i];
            }
            if (upTo <= rank) {
                before = upTo;
                low = after;
            } else {
                after[widest]--;
                high = after;
            }
        }
        return low;
    }

    private static int widest(int[] low, int[] high) {
        int widest = 0;
        for (int i = 1; i < low.length; i++) {
            widest = high[i] - low[i] > high[widest] - low[widest] ? i : widest;
        }
        return widest;
    }
}
