package dev.hubtwin.internal.world.cost;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of a world was touched.
 *
 * @param records what map lookups and iterations gave out
 * @param probes ids that were looked at in an index by their rank, and questions whether something is there
 */
record TouchCount(AtomicLong records, AtomicLong probes) {

    TouchCount() {
        this(new AtomicLong(), new AtomicLong());
    }

    /** What was touched, and from now on nothing is. */
    Count take() {
        return new Count(records.getAndSet(0), probes.getAndSet(0));
    }

    /** The numbers of one moment. */
    record Count(long records, long probes) {}
}
