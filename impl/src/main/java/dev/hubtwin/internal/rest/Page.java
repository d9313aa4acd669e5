package dev.hubtwin.internal.rest;

import dev.hubtwin.internal.world.index.RankedList;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, cut from an ordered index without touching the rest of it.
 *
 * @param items what the page holds
 * @param number which page it is, from 1
 * @param size how many elements a page has
 * @param total how many elements the list has
 */
public record Page<T>(List<T> items, int number, int size, int total) {

    /** The page {@code number} of {@code index}; empty beyond the end. */
    public static <T> Page<T> of(RankedList<T> index, int number, int size) {
        return of(index, 0, number, size);
    }

    /**
     * The page {@code number} of the elements of {@code index} from the rank {@code first} on; empty beyond the end.
     */
    public static <T> Page<T> of(RankedList<T> index, int first, int number, int size) {
        return new Page<>(index.slice(first + (number - 1L) * size, size), number, size, index.size() - first);
    }

    /** Returns the page counted from the greatest element downwards. */
    public static <T> Page<T> descending(RankedList<T> index, int number, int size) {
        return new Page<>(index.sliceDescending((number - 1L) * size, size), number, size, index.size());
    }

    /** The page {@code number} of a short list that was made for the request. */
    public static <T> Page<T> of(List<T> list, int number, int size) {
        int from = (int) Math.min(list.size(), (number - 1L) * size);
        return new Page<>(
                list.subList(from, (int) Math.min(list.size(), from + (long) size)), number, size, list.size());
    }

    /** Returns this page with each element shown as {@code view} shows it. */
    public <R> List<R> map(Function<? super T, ? extends R> view) {
        return items.stream().<R>map(view).toList();
    }

    /** The number of the last page, at least 1. */
    public int last() {
        return Math.max(1, (total + size - 1) / size);
    }
}
