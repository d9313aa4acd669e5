package dev.hubtwin.internal.seed.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Goes through a list of a document, knowing where each element stands; an absent list is an empty one. */
public final class Lists {

    private Lists() {}

    public static <T> void in(List<T> list, DocumentPath place, BiConsumer<T, DocumentPath> action) {
        for (int i = 0; list != null && i < list.size(); i++) {
            action.accept(list.get(i), place.at(i));
        }
    }

    public static <T, R> List<R> map(List<T> list, DocumentPath place, BiFunction<T, DocumentPath, R> function) {
        List<R> results = new ArrayList<>();
        in(list, place, (element, at) -> results.add(function.apply(element, at)));
        return results;
    }
}
