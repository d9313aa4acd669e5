package dev.hubtwin.internal.journal;

import dev.hubtwin.internal.recording.Recording;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The journal of one world in a database. Deeds follow one another, each under a number of its own; the log writes them
 * in groups, and tells here how far it has come.
 */
public final class StoredJournal implements Journal {

    private static final int MOST_ENTRIES = 5_000;
    private static final long LEAST_BYTES = 1 << 20;

    private final String world;
    private final LogWriter log;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private volatile long seen;
    private volatile long durable;
    private volatile long kept;
    private volatile boolean isReplaying = true;
    private volatile boolean isLost;
    private boolean isComplete;
    private boolean hasChanged;
    private Runnable full = () -> {};
    private Supplier<Supplier<byte[]>> whole;
    private long entries;
    private long bytes;
    private long least = LEAST_BYTES;

    /** What is to be done when everything up to a number is durable. */
    private record Waiting(long number, Runnable then, Runnable otherwise) {}

    /**
     * A journal whose world is still being rebuilt: until {@link #open} nothing is logged.
     *
     * @param clock the machine's
     */
    public StoredJournal(String world, LogWriter log, Clock clock) {
        this.world = world;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins to log.
     *
     * @param snapshot up to which number a snapshot has everything
     * @param last that of the last entry
     */
    public void open(long snapshot, long last) {
        kept = snapshot;
        seen = last;
        durable = last;
        isReplaying = false;
    }

    /** Sets what takes an image of the world between two deeds; what is returned writes it, on any thread. */
    public void onWhole(Supplier<Supplier<byte[]>> image) {
        whole = image;
    }

    /** Sets who hears, on the thread of the log, that the log is long enough for a snapshot to take its place. */
    public void onFull(Runnable hearer) {
        full = hearer;
    }

    /**
     * The log has grown by an entry, of so many bytes. It may become as long as a snapshot is, and so costs no more.
     */
    public void grown(long by) {
        entries++;
        bytes += by;
        if (entries >= MOST_ENTRIES || bytes >= least) {
            full.run();
            entries = 0;
            bytes = 0;
        }
    }

    /** A snapshot of so many bytes is in the place of everything up to a number. */
    public void compacted(long number, long size) {
        kept = number;
        least = Math.max(LEAST_BYTES, size);
    }

    /** Returns how much happened since the last snapshot. */
    public long tail() {
        return seen - kept;
    }

    /** Returns up to which number a snapshot has everything. */
    long kept() {
        return kept;
    }

    String world() {
        return world;
    }

    @Override
    public <T> T alone(Supplier<Deed> deed, Supplier<T> work) {
        if (isReplaying || turn.isHeldByCurrentThread() && hasChanged) {
            return work.get(); // a part of the deed that is under way
        }
        turn.lock();
        Recording recording = Recording.at(Recording.moment(clock::instant));
        try {
            return recording.during(work);
        } finally {
            end(deed, recording);
        }
    }

    private void end(Supplier<Deed> deed, Recording recording) {
        try {
            boolean isLogged = hasChanged && !isComplete;
            hasChanged = false;
            if (isLogged) {
                log(deed.get(), recording);
            }
        } catch (RuntimeException | Error e) {
            lose(); // what happened since has no foundation
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void log(Deed deed, Recording recording) {
        if (deed == Deed.WHOLE) {
            log.keepWhole(this, seen, whole.get());
        } else {
            log.append(this, seen, new LogWriter.Told(deed, recording));
        }
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only who has the turn counts on
    public void changing() {
        if (isReplaying) {
            return;
        }
        if (!turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a world that is kept changes by deeds only");
        }
        if (!hasChanged) {
            hasChanged = true;
            seen++;
        }
    }

    /**
     * Looks at the world between two deeds.
     *
     * @param look is given the number of the last one
     */
    public <T> T between(LongFunction<T> look) {
        turn.lock();
        try {
            return look.apply(seen);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Looks at the world between two deeds, the last time: what happens later is not logged, and so is never durable.
     *
     * @param look is given the number of the last deed
     */
    public <T> T complete(LongFunction<T> look) {
        return between(number -> {
            isComplete = true;
            return look.apply(number);
        });
    }

    @Override
    public boolean isDurable() {
        return seen <= durable && !isLost && log.isOurs();
    }

    @Override
    public void whenDurable(Runnable then, Runnable otherwise) {
        if (isReplaying) {
            return; // it was done when it happened
        }
        synchronized (waiting) {
            if (!isLost && seen > durable) {
                waiting.add(new Waiting(seen, then, otherwise));
                return;
            }
        }
        run(then, otherwise);
    }

    private void run(Runnable then, Runnable otherwise) {
        (isLost || !log.isOurs() ? otherwise : then).run();
    }

    /** Everything up to the number is durable. */
    void durable(long number) {
        List<Waiting> due = new ArrayList<>();
        synchronized (waiting) {
            durable = number;
            while (!waiting.isEmpty() && waiting.peek().number() <= number) {
                due.add(waiting.poll());
            }
        }
        due.forEach(one -> run(one.then(), one.otherwise()));
    }

    /** Returns whether nothing more is kept. */
    boolean isLost() {
        return isLost;
    }

    /** Nothing more is kept: of what waits nothing may be seen. */
    public void lose() {
        List<Waiting> lost;
        synchronized (waiting) {
            isLost = true;
            lost = new ArrayList<>(waiting);
            waiting.clear();
        }
        lost.forEach(one -> one.otherwise().run());
    }
}
