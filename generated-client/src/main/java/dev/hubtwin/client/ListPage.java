package dev.hubtwin.client;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list, as one answer has it.
 *
 * @param elements in the order of the answer
 * @param next where the rest is; empty if this is the last page
 * @param <T> what the list is of
 */
public record ListPage<T>(List<T> elements, Optional<URI> next) implements Iterable<T> {

    /** Keeps a copy of the elements. */
    public ListPage {
        elements = List.copyOf(elements);
    }

    @Override
    public Iterator<T> iterator() {
        return elements.iterator();
    }
}
