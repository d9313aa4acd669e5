package dev.hubtwin.internal.world.index;

import java.util.List;

/** A list in an order of which any stretch is found by its rank, without a walk through what stands before. */
public interface RankedList<T> {

    /** How many elements there are. */
    int size();

    /** At most {@code count} elements from the rank {@code from} on, from 0; none beyond the end. */
    List<T> slice(long from, int count);

    /** As {@link #slice}, counted from the greatest element downwards. */
    List<T> sliceDescending(long from, int count);
}
