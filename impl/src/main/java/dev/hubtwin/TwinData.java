package dev.hubtwin;

import java.util.Optional;

/**
 * A database that keeps the worlds of a twin: nothing that was acknowledged is lost, whatever happens to the process.
 * Its driver must be on the class path.
 *
 * @param url as JDBC has it: {@code jdbc:sqlite:hubtwin.db} for one process, {@code jdbc:postgresql://host/database}
 *     for any number of them, which are one twin
 * @param peerUrl where the other processes reach this one; if it is empty, where it listens
 */
public record TwinData(String url, Optional<String> peerUrl) {

    /** Returns a database; other processes that share it reach this one where it listens. */
    public static TwinData at(String url) {
        return new TwinData(url, Optional.empty());
    }
}
