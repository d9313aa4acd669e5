package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/** Ids or numbers of one kind: the given ones are reserved first, the rest count upward over the free ones. */
final class IdAllocator {

    private final String what;
    private final LongPredicate used;
    private final Set<Long> given = new HashSet<>();
    private long next;
    private long greatest;

    /**
     * Starts at {@code counter}; null: at 1, so that gaps are filled.
     *
     * @param used whether one is in use where nothing is read from
     */
    IdAllocator(String what, Number counter, LongPredicate used) {
        this.what = what;
        this.next = counter == null ? 1 : counter.longValue();
        this.used = used;
    }

    /** Reserves what was given, if it was. */
    void reserve(Number number, DocumentPath place) {
        if (number != null && !given.add(number.longValue())) {
            throw new DocumentException(place, "the " + what + " " + number + " is taken; expected another");
        }
    }

    /** What was given, or else the next free one. */
    long orNext(Number number) {
        long id = number == null ? free() : number.longValue();
        greatest = Math.max(greatest, id);
        return id;
    }

    /** The greatest that was ever handed out; 0 if none was. */
    long greatest() {
        return greatest;
    }

    private long free() {
        while (given.contains(next) || used.test(next)) {
            next++;
        }
        return next++;
    }
}
