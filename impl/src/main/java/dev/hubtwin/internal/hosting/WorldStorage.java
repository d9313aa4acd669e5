package dev.hubtwin.internal.hosting;

import java.util.Optional;

/** Where the worlds of a server are kept, as far as others may know. */
public interface WorldStorage {

    /** In memory only. */
    WorldStorage MEMORY = new WorldStorage() {
        @Override
        public String kind() {
            return "memory";
        }

        @Override
        public boolean isOwned() {
            return true;
        }

        @Override
        public Optional<String> peer() {
            return Optional.empty();
        }

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public long tail() {
            return 0;
        }
    };

    /** Returns the kind of the database, in lower case. */
    String kind();

    /** Returns whether this process owns the worlds. */
    boolean isOwned();

    /** Returns where the other process listens that owns them; empty if none does. */
    Optional<String> peer();

    /** Returns how many changes wait to be written. */
    long waiting();

    /** Returns how many changes no snapshot has yet. */
    long tail();
}
