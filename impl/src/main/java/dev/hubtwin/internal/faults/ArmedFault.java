package dev.hubtwin.internal.faults;

import java.util.Random;

/** A fault that was set, and how often it has struck. However many requests come at once, it counts each one once. */
public final class ArmedFault {

    private final long id;
    private final Fault fault;
    private final Random draws;
    private long chosen;
    private long hits;

    ArmedFault(long id, Fault fault) {
        this(id, fault, 0, 0);
    }

    /** One that has struck already: it goes on as it would have. */
    public ArmedFault(long id, Fault fault, long chosen, long hits) {
        this.id = id;
        this.fault = fault;
        this.chosen = chosen;
        this.hits = hits;
        this.draws =
                new Random(fault.timing().seed() == null ? 0 : fault.timing().seed());
        if (fault.timing().probability() != null) {
            draws.doubles(chosen).forEach(passed -> {});
        }
    }

    /** Counted from 1 in its world. */
    public long id() {
        return id;
    }

    /** What it does. */
    public Fault fault() {
        return fault;
    }

    /** How many requests were chosen. */
    public synchronized long chosen() {
        return chosen;
    }

    /** How many of them were struck. */
    public synchronized long hits() {
        return hits;
    }

    /** Counts one more request that is chosen; says whether it is struck. */
    synchronized boolean strikes() {
        chosen++;
        Fault.Timing timing = fault.timing();
        if (!isDue(timing) || timing.times() != null && hits >= timing.times()) {
            return false;
        }
        hits++;
        return true;
    }

    private boolean isDue(Fault.Timing timing) {
        return timing.probability() != null
                ? draws.nextDouble() < timing.probability()
                : timing.every() == null || chosen % timing.every() == 0;
    }
}
