package dev.hubtwin.internal.recovery;

import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.journal.Database;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.journal.LogWriter;
import dev.hubtwin.internal.journal.StoredJournal;
import dev.hubtwin.internal.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The worlds of a database as tools see them, which serve none: nothing is delivered, and no request comes. */
public final class OfflineWorlds implements AutoCloseable {

    private final Database database;
    private final WorldRebuilder rebuilder;

    private OfflineWorlds(Database database, Function<byte[], WorldRebuilder> rebuilder) throws SQLException {
        this.database = database;
        byte[] pageKey = database.secret().map(KeptWorlds::pageKey).orElseGet(ServerContext::drawKey);
        this.rebuilder = rebuilder.apply(pageKey);
    }

    /** What is done with a database, whose failures are told in one way. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw KeptWorlds.failed(e);
        }
    }

    /**
     * Opens a database to look at it as it is now, whoever owns it.
     *
     * @param url as JDBC has it
     * @param rebuilder is given what all processes with this database seal their pages with
     * @throws IllegalArgumentException if the URL is of no kind that keeps worlds, or its driver is missing
     * @throws UncheckedIOException if it cannot be opened, or keeps no worlds
     */
    public static OfflineWorlds look(String url, Function<byte[], WorldRebuilder> rebuilder) {
        return told(() -> new OfflineWorlds(Database.look(url), rebuilder));
    }

    /**
     * Opens a database to change it; as {@link #look} otherwise.
     *
     * @throws IllegalStateException if another process owns it
     */
    public static OfflineWorlds own(String url, Function<byte[], WorldRebuilder> rebuilder) {
        return told(() -> {
            Database database = Database.openExisting(url);
            if (!database.own()) {
                database.close();
                throw new IllegalStateException("another process owns the worlds of --data; stop it first");
            }
            return new OfflineWorlds(database, rebuilder);
        });
    }

    /** Returns how each world is kept, after rebuilding it; in the order of their names. */
    public List<WorldReport> check() {
        return told(() -> {
            List<WorldReport> reports = new ArrayList<>();
            for (Map.Entry<String, Long> world : database.worlds().entrySet()) {
                reports.add(check(Tail.read(database, world.getKey(), world.getValue())));
            }
            database.baseless().forEach(world -> reports.add(WorldReport.baseless(world)));
            return reports;
        });
    }

    private WorldReport check(Tail tail) throws SQLException {
        Optional<String> version = SnapshotCodec.version(database.snapshot(tail.world(), tail.snapshot()));
        try {
            rebuilder.rebuild(database, tail, () -> Journal.LOST).end();
            return WorldReport.of(tail, version, Optional.empty());
        } catch (IllegalStateException e) {
            return WorldReport.of(tail, version, Optional.of(e.getMessage()));
        }
    }

    /**
     * A world whose log a snapshot took the place of.
     *
     * @param snapshot the number of the snapshot
     * @param entries how many the log had
     */
    public record Compacted(String world, long snapshot, int entries) {}

    /**
     * Has a snapshot take the place of each log, as a server does that ends; this has to own the database.
     *
     * @param clock the machine's
     * @param version of the program
     * @throws IllegalStateException if what is kept cannot be done again; the message says what to do
     */
    public List<Compacted> compact(Clock clock, String version) {
        try (LogWriter log = new LogWriter(database, version, cause -> {})) {
            return told(() -> {
                List<Compacted> compacted = new ArrayList<>();
                for (Map.Entry<String, Long> world : database.worlds().entrySet()) {
                    Tail tail = Tail.read(database, world.getKey(), world.getValue());
                    if (!tail.entries().isEmpty()) {
                        compact(tail, log, clock, version);
                    }
                    compacted.add(new Compacted(
                            tail.world(), tail.last(), tail.entries().size()));
                }
                return compacted;
            });
        }
    }

    private void compact(Tail tail, LogWriter log, Clock clock, String version) throws SQLException {
        StoredJournal journal = new StoredJournal(tail.world(), log, clock);
        HostedWorld world = rebuilder.rebuild(database, tail, () -> journal);
        try {
            byte[] state = SnapshotCodec.write(world.image(), version);
            log.compact(journal, tail.last(), state).join();
        } catch (CompletionException e) {
            throw new SQLException(e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes anything", e);
        } finally {
            world.end();
        }
    }

    /**
     * Returns a world as it is now.
     *
     * @param clock the machine's
     * @throws IllegalArgumentException if there is no such world
     * @throws IllegalStateException if what is kept cannot be done again; the message says what to do
     */
    public World state(String name, Clock clock) {
        return told(() -> {
            Map<String, Long> worlds = database.worlds();
            if (!worlds.containsKey(name)) {
                throw new IllegalArgumentException("there is no world \"" + name + "\" in the database; those in it: "
                        + (worlds.isEmpty() ? "none" : String.join(", ", worlds.keySet())));
            }
            Tail tail = Tail.read(database, name, worlds.get(name));
            return rebuilder.rebuild(database, tail, () -> Journal.LOST).store().at(clock.instant(), event -> event);
        });
    }

    @Override
    public void close() {
        told(() -> {
            database.close();
            return null;
        });
    }
}
