package dev.hubtwin.internal.seed.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Visits the elements of a list of a document together with their paths; an absent list counts as empty. */
public final class Lists {

    private Lists() {}

    /** Calls {@code action} with each element and its path. */
    public static <T> void in(List<T> list, DocumentPath place, BiConsumer<T, DocumentPath> action) {
        for (int i = 0; list != null && i < list.size(); i++) {
            action.accept(list.get(i), place.at(i));
        }
    }

    /** Returns what {@code function} makes of each element and its path. */
    public static <T, R> List<R> map(List<T> list, DocumentPath place, BiFunction<T, DocumentPath, R> function) {
        List<R> results = new ArrayList<>();
        in(list, place, (element, at) -> results.add(function.apply(element, at)));
        return results;
    }
}
