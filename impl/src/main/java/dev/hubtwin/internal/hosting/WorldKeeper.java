package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.journal.Journal;
import java.util.function.Function;

/** Gives the worlds that are made the journals that keep them, if any do. */
public interface WorldKeeper {

    /** Keeps none. */
    WorldKeeper NONE = new WorldKeeper() {
        @Override
        public HostedWorld begin(String name, HostedWorld.Origin origin, Function<Journal, HostedWorld> making) {
            return making.apply(Journal.NONE);
        }

        @Override
        public void drop(String name) {
            // nothing is kept of it
        }
    };

    /**
     * Begins to keep a world, in the place of the one that has its name; returns when it is kept.
     *
     * @param making makes the world with its journal
     */
    HostedWorld begin(String name, HostedWorld.Origin origin, Function<Journal, HostedWorld> making);

    /** Keeps a world no more; returns when nothing of it is kept. */
    void drop(String name);
}
