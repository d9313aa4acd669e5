package dev.hubtwin.internal.recovery;

import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.WorldKeeper;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.journal.Database;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.journal.LogWriter;
import dev.hubtwin.internal.journal.StoredJournal;
import dev.hubtwin.internal.rest.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the worlds of a server in a database that this process owns: rebuilds them from snapshots and logs, begins and
 * drops them, and has a snapshot take the place of a log that has become long.
 */
final class WorldVault implements WorldKeeper, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WorldVault.class.getName());

    private final Database database;
    private final LogWriter log;
    private final WorldRegistry registry;
    private final WorldRebuilder rebuilder;
    private final Clock clock;
    private final String version;
    private final Map<String, StoredJournal> journals = new HashMap<>();
    private final ExecutorService compaction = Executors.newSingleThreadExecutor(WorldVault::thread);

    /**
     * Opens it; the database is owned by this process already.
     *
     * @param version of the program
     * @param lost hears once that the database is lost, on the thread of its log
     */
    WorldVault(
            Database database,
            WorldRegistry registry,
            Replay replay,
            Clock clock,
            String version,
            Consumer<WorldVault> lost) {
        this.database = database;
        this.registry = registry;
        this.rebuilder = new WorldRebuilder(registry, replay);
        this.clock = clock;
        this.version = version;
        this.log = new LogWriter(database, version, cause -> {
            all().forEach(StoredJournal::lose);
            lost.accept(this);
        });
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hubtwin-compaction");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized Collection<StoredJournal> all() {
        return List.copyOf(journals.values());
    }

    /**
     * Rebuilds the worlds and puts them in the place of those that the server has.
     *
     * @param start what the default world begins as, if the database has none yet
     * @throws IllegalStateException if what is kept cannot be done again; the message says why
     */
    void rebuild(HostedWorld.Origin start) throws SQLException {
        List<HostedWorld> rebuilt = new ArrayList<>();
        for (Map.Entry<String, Long> world : database.worlds().entrySet()) {
            rebuilt.add(rebuilt(world.getKey(), world.getValue()));
        }
        if (rebuilt.stream().noneMatch(world -> world.name().equals(WorldRegistry.DEFAULT))) {
            rebuilt.add(begin(
                    WorldRegistry.DEFAULT, start, journal -> registry.host(WorldRegistry.DEFAULT, start, journal)));
        }
        registry.replace(rebuilt, this);
        rebuilt.forEach(world -> world.runtime().deliveries().resume());
    }

    private HostedWorld rebuilt(String name, long snapshot) throws SQLException {
        Tail tail = Tail.read(database, name, snapshot);
        HostedWorld world = rebuilder.rebuild(database, tail, () -> journal(name));
        StoredJournal journal = (StoredJournal) world.journal();
        tail.entries().values().forEach(entry -> journal.grown(entry.length()));
        journal.open(snapshot, tail.last());
        snapshots(world, journal);
        return world;
    }

    private synchronized StoredJournal journal(String name) {
        StoredJournal journal = new StoredJournal(name, log, clock);
        StoredJournal former = journals.put(name, journal);
        if (former != null) {
            former.lose();
        }
        return journal;
    }

    /** Returns how many changes wait to be written. */
    long waiting() {
        return log.waiting();
    }

    /** Returns how many changes no snapshot has yet. */
    long tail() {
        return all().stream().mapToLong(StoredJournal::tail).sum();
    }

    @Override
    public HostedWorld begin(String name, HostedWorld.Origin origin, Function<Journal, HostedWorld> making) {
        StoredJournal journal = journal(name);
        HostedWorld made = making.apply(journal);
        byte[] state = written(made.image());
        waitFor(() -> log.begin(name, state).join());
        journal.open(0, 0);
        snapshots(made, journal);
        return made;
    }

    @Override
    public void drop(String name) {
        synchronized (this) {
            StoredJournal former = journals.remove(name);
            if (former != null) {
                former.lose();
            }
        }
        waitFor(() -> log.drop(name).join());
    }

    private static void waitFor(Runnable written) {
        try {
            written.run();
        } catch (CompletionException e) {
            throw ApiException.overloaded();
        }
    }

    private byte[] written(HostedWorld.Image image) {
        try {
            return SnapshotCodec.write(image, version);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes anything", e);
        }
    }

    private void snapshots(HostedWorld world, StoredJournal journal) {
        journal.onFull(() -> compactSoon(world, journal));
        journal.onWhole(() -> {
            HostedWorld.Image image = world.image();
            return () -> written(image);
        });
    }

    private void compactSoon(HostedWorld world, StoredJournal journal) {
        try {
            compaction.execute(() -> compact(world, journal));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "all logs are compacted at the end", e);
        }
    }

    private record Moment(long number, HostedWorld.Image image) {}

    private void compact(HostedWorld world, StoredJournal journal) {
        compact(world, journal, journal.between(number -> new Moment(number, world.image())));
    }

    private void compact(HostedWorld world, StoredJournal journal, Moment moment) {
        try {
            byte[] state = written(moment.image());
            log.compact(journal, moment.number(), state).join();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the log of the world " + world.name() + " stays long", e);
        }
    }

    /** Lets the database go as it is: what was rebuilt is not served. */
    void abandon() {
        compaction.shutdown();
        log.close();
    }

    /** Leaves a snapshot of each world, so that the next start replays nothing, and lets the database go. */
    @Override
    public void close() {
        compaction.shutdown();
        for (HostedWorld world : registry.all()) {
            if (world.journal() instanceof StoredJournal journal) {
                Moment last = journal.complete(number -> new Moment(number, world.image()));
                if (journal.tail() > 0) {
                    compact(world, journal, last);
                }
            }
        }
        log.close();
        all().forEach(StoredJournal::lose);
    }
}
