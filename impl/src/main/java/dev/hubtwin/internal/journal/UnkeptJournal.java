package dev.hubtwin.internal.journal;

import java.util.function.Supplier;

/**
 * Keeps nothing.
 *
 * @param isDurable whether what happens may be seen all the same
 */
record UnkeptJournal(boolean isDurable) implements Journal {

    @Override
    public <T> T alone(Supplier<Deed> deed, Supplier<T> work) {
        return work.get();
    }

    @Override
    public void changing() {
        // nothing is kept
    }

    @Override
    public void whenDurable(Runnable then, Runnable otherwise) {
        (isDurable ? then : otherwise).run();
    }
}
