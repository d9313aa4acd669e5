package dev.hubtwin.internal.contract.coverage;

import java.util.concurrent.atomic.LongAdder;

/** Counts for a {@link CoveredItem}, from any thread. */
final class Counter {

    private final String name;
    private final CoveredItem.Due due;
    private final LongAdder times = new LongAdder();
    private final LongAdder filled = new LongAdder();

    Counter(String name, CoveredItem.Due due) {
        this.name = name;
        this.due = due;
    }

    void count(boolean withValue) {
        times.increment();
        if (withValue) {
            filled.increment();
        }
    }

    CoveredItem item() {
        return new CoveredItem(name, due, times.sum(), filled.sum());
    }
}
