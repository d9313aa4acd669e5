package dev.hubtwin.internal.recovery;

import dev.hubtwin.internal.journal.Database;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was logged of a world since its newest snapshot.
 *
 * @param snapshot the number of the snapshot
 * @param entries by their numbers
 */
record Tail(String world, long snapshot, NavigableMap<Long, String> entries) {

    /** Reads that of a world. */
    static Tail read(Database database, String world, long snapshot) throws SQLException {
        NavigableMap<Long, String> entries = new TreeMap<>();
        database.read(world, snapshot, entries::put);
        return new Tail(world, snapshot, entries);
    }

    /** Returns the number of the last entry; that of the snapshot, if there is none. */
    long last() {
        return entries.isEmpty() ? snapshot : entries.lastKey();
    }

    /** Returns how many bytes the entries have. */
    long bytes() {
        return entries.values().stream()
                .mapToLong(entry -> entry.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** @throws IllegalStateException if an entry is missing */
    void requireWhole() {
        long next = snapshot + 1;
        for (long number : entries.keySet()) {
            if (number != next) {
                throw new IllegalStateException(
                        "entry " + next + " of the world " + world + " is missing; entry " + number + " is there");
            }
            next++;
        }
    }
}
