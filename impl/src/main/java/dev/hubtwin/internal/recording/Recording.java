package dev.hubtwin.internal.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the work of a thread takes from outside: the moment it happens at, and what it draws by chance. Written down, it
 * lets the same work be done again with the same outcome. Work that nobody records draws afresh, as ever.
 */
public final class Recording {

    private static final ThreadLocal<Recording> CURRENT = new ThreadLocal<>();

    private final Instant moment;
    private final List<String> drawn = new ArrayList<>();
    private final Iterator<String> given;

    private Recording(Instant moment, Iterator<String> given) {
        this.moment = moment;
        this.given = given;
    }

    /** Begins to record what happens at {@code moment}, by the machine's clock. */
    public static Recording at(Instant moment) {
        return new Recording(moment, null);
    }

    /** Gives what was recorded once more: the moment, and what was drawn, in its order. */
    public static Recording again(Instant moment, List<String> drawn) {
        return new Recording(moment, drawn.iterator());
    }

    /** Does work on this thread that takes from this recording. */
    public <T> T during(Supplier<T> work) {
        Recording outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Returns the moment of the work that is being recorded on this thread; {@code otherwise} gives it if none is. */
    public static Instant moment(Supplier<Instant> otherwise) {
        Recording current = CURRENT.get();
        return current == null ? otherwise.get() : current.moment;
    }

    /** Returns whether the work of this thread is done again. */
    public static boolean isAgain() {
        Recording current = CURRENT.get();
        return current != null && current.given != null;
    }

    /**
     * Draws something by chance, or what was drawn here the first time.
     *
     * @throws IllegalStateException if work that is done again draws more than it did
     */
    public static String draw(Supplier<String> fresh) {
        Recording current = CURRENT.get();
        return current == null ? fresh.get() : current.next(fresh);
    }

    private String next(Supplier<String> fresh) {
        if (given != null) {
            if (!given.hasNext()) {
                throw new IllegalStateException("this draws more than it did when it was recorded");
            }
            return given.next();
        }
        String fallen = fresh.get();
        drawn.add(fallen);
        return fallen;
    }

    /** Returns when it happens. */
    public Instant moment() {
        return moment;
    }

    /** Returns what was drawn so far, in its order. */
    public List<String> drawn() {
        return List.copyOf(drawn);
    }
}
