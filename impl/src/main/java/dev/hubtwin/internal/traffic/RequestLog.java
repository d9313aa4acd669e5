package dev.hubtwin.internal.traffic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The last requests of a world and their answers. Keeping one takes references and nothing else. */
public final class RequestLog {

    private static final int KEPT = 1_000;

    private final Deque<LoggedRequest> kept = new ArrayDeque<>();
    private long count;

    /** Keeps one more; {@code made} makes it of its number. */
    public synchronized void add(LongFunction<LoggedRequest> made) {
        kept.addFirst(made.apply(++count));
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
    }

    /** Forgets all; numbers go on. */
    public synchronized void clear() {
        kept.clear();
    }

    /** What is kept and fits, the newest first. */
    public List<LoggedRequest> all(Predicate<LoggedRequest> fits) {
        return copy().filter(fits).toList();
    }

    private synchronized Stream<LoggedRequest> copy() {
        return List.copyOf(kept).stream();
    }
}
