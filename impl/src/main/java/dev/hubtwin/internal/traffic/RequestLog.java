package dev.hubtwin.internal.traffic;

import dev.hubtwin.internal.memory.Evictable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The last requests of a world and their answers. Keeping one takes references and nothing else. */
public final class RequestLog implements Evictable {

    private static final int KEPT = 1_000;

    private final LongConsumer budget;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long count;
    private long bytes;

    /** Nothing is kept yet; {@code budget} hears how many bytes are added, less those that are forgotten. */
    public RequestLog(LongConsumer budget) {
        this.budget = budget;
    }

    /** Keeps one more; {@code made} makes it of its number. */
    public void add(LongFunction<LoggedRequest> made) {
        budget.accept(keep(made));
    }

    private synchronized long keep(LongFunction<LoggedRequest> made) {
        long before = bytes;
        LoggedRequest added = made.apply(++count);
        kept.addFirst(new Kept(added, added.bytes()));
        bytes += kept.getFirst().bytes();
        if (kept.size() > KEPT) {
            forgetOldest();
        }
        return bytes - before;
    }

    private void forgetOldest() {
        bytes -= kept.removeLast().bytes();
    }

    /** Forgets all; numbers go on. */
    public void clear() {
        budget.accept(-forgetAll());
    }

    private synchronized long forgetAll() {
        long forgotten = bytes;
        kept.clear();
        bytes = 0;
        return forgotten;
    }

    @Override
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void evictHalf() {
        for (int left = kept.size() / 2; kept.size() > left; ) {
            forgetOldest();
        }
    }

    /** What is kept and fits, the newest first. */
    public List<LoggedRequest> all(Predicate<LoggedRequest> fits) {
        return copy().filter(fits).toList();
    }

    private synchronized Stream<LoggedRequest> copy() {
        return List.copyOf(kept).stream().map(Kept::request);
    }

    private record Kept(LoggedRequest request, long bytes) {}
}
