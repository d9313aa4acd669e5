package dev.hubtwin.internal.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hubtwin.internal.recording.Recording;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * Writes what is logged to a database, on a thread of its own: what waits when a transaction begins is committed by it,
 * all worlds together. As long as it owns the database it says something there every second; what has not been heard of
 * for some seconds is not ours to show, for another process may own it.
 */
public final class LogWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LogWriter.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int GROUP = 1_000;

    private final Database database;
    private final String version;
    private final Consumer<Throwable> lost;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "hubtwin-log");
    private volatile long oursUntil;
    private volatile boolean isOver;
    private volatile boolean hasEnded;

    private sealed interface Job {}

    /** A deed that was done, and what it took from outside. */
    record Told(Deed deed, Recording recording) {}

    private record Append(StoredJournal journal, long number, Told told) implements Job {}

    private record Whole(StoredJournal journal, long number, Supplier<byte[]> state) implements Job {}

    private record Task(Statement work, CompletableFuture<Void> done) implements Job {}

    /** What is done with the database, in one transaction. */
    @FunctionalInterface
    interface Statement {
        void run(Database database) throws SQLException;
    }

    /**
     * Begins to write.
     *
     * @param database belongs to this from here on
     * @param version of the program
     * @param lost hears once that the database is lost, on the thread of the log
     */
    public LogWriter(Database database, String version, Consumer<Throwable> lost) {
        this.database = database;
        this.version = version;
        this.lost = lost;
        this.oursUntil = System.nanoTime() + LEASE.toNanos();
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns what writes and reads entries. */
    public static ObjectMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(new JsonNullableModule())
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // records say by components what they are
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Returns whether the database is surely owned by this process. */
    boolean isOurs() {
        return !isOver && (!database.kind().isShared() || System.nanoTime() - oursUntil < 0);
    }

    /** Returns how much waits to be written. */
    public int waiting() {
        return jobs.size();
    }

    /** Logs a deed under a number of its journal. */
    void append(StoredJournal journal, long number, Told told) {
        add(new Append(journal, number, told));
    }

    /** Keeps the world of a journal whole, in the place of the deed with a number and all before it. */
    void keepWhole(StoredJournal journal, long number, Supplier<byte[]> state) {
        add(new Whole(journal, number, state));
    }

    private void add(Job job) {
        jobs.add(job);
        if (hasEnded) {
            abandon(new SQLException("the database is closed"));
        }
    }

    /** Has a snapshot take the place of what is older, unless a later one has by then, or the journal is lost. */
    public CompletableFuture<Void> compact(StoredJournal journal, long number, byte[] state) {
        return submit(database -> {
            if (!journal.isLost() && number > journal.kept()) {
                database.compact(journal.world(), number, state);
                journal.compacted(number, state.length);
            }
        });
    }

    /** Begins a world, in the place of the one that has its name. */
    public CompletableFuture<Void> begin(String world, byte[] state) {
        return submit(database -> database.begin(world, state));
    }

    /** Drops a world. */
    public CompletableFuture<Void> drop(String world) {
        return submit(database -> database.drop(world));
    }

    private CompletableFuture<Void> submit(Statement work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        add(new Task(work, done));
        return done;
    }

    private void run() {
        ObjectMapper json = json();
        try {
            while (!isOver || !jobs.isEmpty()) {
                Job next = jobs.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                long sent = System.nanoTime();
                if (next == null) {
                    database.beat();
                } else {
                    write(next, json);
                }
                oursUntil = sent + LEASE.toNanos();
            }
            database.close();
            end(new SQLException("the database is closed"));
        } catch (Throwable e) { // whatever it is: without this thread, nobody is ever answered
            isOver = true;
            closeQuietly();
            lost.accept(e);
            end(e);
            LOG.log(System.Logger.Level.ERROR, "the database that keeps the worlds is lost: " + e.getMessage());
        }
    }

    private void end(Throwable cause) {
        hasEnded = true; // who adds something later abandons it
        abandon(cause);
    }

    private void closeQuietly() {
        try {
            database.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "its connection was gone already", e);
        }
    }

    private void write(Job first, ObjectMapper json) throws SQLException, JsonProcessingException {
        List<Job> group = new ArrayList<>(List.of(first));
        jobs.drainTo(group, GROUP);
        try {
            write(group, json);
        } catch (Throwable e) {
            jobs.addAll(group); // to be abandoned: somebody waits for each of them
            throw e;
        }
    }

    private void write(List<Job> group, ObjectMapper json) throws SQLException, JsonProcessingException {
        List<Append> appends = new ArrayList<>();
        for (Job job : group) {
            if (job instanceof Append append) {
                appends.add(append);
            } else {
                append(appends, json);
                appends.clear();
                run(job);
            }
        }
        append(appends, json);
    }

    private void append(List<Append> appends, ObjectMapper json) throws SQLException, JsonProcessingException {
        if (appends.isEmpty()) {
            return;
        }
        List<Database.Row> rows = new ArrayList<>();
        Map<StoredJournal, Long> last = new LinkedHashMap<>();
        for (Append one : appends) {
            if (one.journal().isLost()) {
                continue; // another world has its name
            }
            Recording recording = one.told().recording();
            Entry entry = new Entry(
                    version, recording.moment(), recording.drawn(), one.told().deed());
            String text = json.writeValueAsString(entry);
            rows.add(new Database.Row(one.journal().world(), one.number(), text));
            one.journal().grown(text.length());
            last.put(one.journal(), one.number());
        }
        database.append(rows);
        last.forEach(StoredJournal::durable);
    }

    private void run(Job job) throws SQLException {
        if (job instanceof Task task) {
            run(task);
        } else if (job instanceof Whole one && !one.journal().isLost()) {
            byte[] state = one.state().get();
            database.compact(one.journal().world(), one.number(), state);
            one.journal().compacted(one.number(), state.length);
            one.journal().durable(one.number());
        }
    }

    private void run(Task task) throws SQLException {
        try {
            task.work().run(database);
            task.done().complete(null);
        } catch (SQLException e) {
            task.done().completeExceptionally(e);
            throw e;
        }
    }

    private void abandon(Throwable cause) {
        for (Job job = jobs.poll(); job != null; job = jobs.poll()) {
            if (job instanceof Append append) {
                append.journal().lose();
            } else if (job instanceof Whole one) {
                one.journal().lose();
            } else if (job instanceof Task task) {
                task.done().completeExceptionally(cause);
            }
        }
    }

    /** Writes what waits, and lets the database go. */
    @Override
    public void close() {
        isOver = true;
        add(new Task(database -> {}, new CompletableFuture<>())); // wakes the thread
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
