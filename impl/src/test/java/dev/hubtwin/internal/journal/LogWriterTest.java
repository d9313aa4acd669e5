package dev.hubtwin.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.hubtwin.internal.recording.Recording;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The writer of a log")
@Timeout(60)
class LogWriterTest {

    private static final Deed DEED = new Deed() {};
    private static final byte[] EARLIER = {1};
    private static final byte[] LATER = {2};

    @TempDir
    private Path files;

    private Database open() throws SQLException {
        return Database.open("jdbc:sqlite:" + files.resolve("worlds.db"));
    }

    private StoredJournal journal(LogWriter log) {
        log.begin("a", new byte[0]).join();
        StoredJournal journal = new StoredJournal("a", log, Clock.systemUTC());
        journal.onWhole(() -> () -> LATER);
        journal.open(0, 0);
        return journal;
    }

    private static void change(StoredJournal journal, Deed deed) {
        journal.alone(() -> deed, () -> {
            journal.changing();
            return null;
        });
    }

    @Test
    @DisplayName("does not put an earlier snapshot in the place of a later one")
    void keepsTheLatestSnapshot() throws Exception {
        LogWriter log = new LogWriter(open(), "1", cause -> {});
        StoredJournal journal = journal(log);
        change(journal, DEED);
        long earlier = journal.between(number -> number);
        change(journal, Deed.WHOLE);
        log.compact(journal, earlier, EARLIER).join();
        log.close();
        try (Database database = open()) {
            assertEquals(Map.of("a", 2L), database.worlds());
            assertEquals(LATER[0], database.snapshot("a", 2).read());
        }
    }

    @Test
    @DisplayName("logs a deed within one that changed nothing yet on its own, before it, at the same moment")
    void logsDeedsWithinDeeds() throws Exception {
        LogWriter log = new LogWriter(open(), "1", cause -> {});
        StoredJournal journal = journal(log);
        journal.alone(() -> new Named("outer"), () -> {
            change(journal, new Named("time"));
            journal.changing();
            change(journal, new Named("a part"));
            return null;
        });
        log.close();
        try (Database database = open()) {
            List<String> entries = new ArrayList<>();
            database.read("a", 0, (number, entry) -> entries.add(entry));
            assertEquals(2, entries.size());
            assertTrue(entries.get(0).contains("\"time\""), entries.get(0));
            assertEquals(entries.get(0).replace("time", "outer"), entries.get(1));
        }
    }

    @Test
    @DisplayName("logs nothing that happens after the last look at a world")
    void endsWithTheLastLook() throws Exception {
        LogWriter log = new LogWriter(open(), "1", cause -> {});
        StoredJournal journal = journal(log);
        change(journal, DEED);
        long last = journal.complete(number -> number);
        change(journal, DEED);
        journal.whenDurable(() -> fail("it is not kept"), () -> {});
        log.compact(journal, last, LATER).join();
        log.close();
        journal.lose();
        try (Database database = open()) {
            assertEquals(Map.of("a", 1L), database.worlds());
            database.read("a", 1, (number, entry) -> fail(entry));
        }
    }

    private record Named(String name) implements Deed {}

    @Test
    @DisplayName("holds nobody up after a deed that cannot be told; nothing of that world is shown any more")
    void losesWhatCannotBeTold() throws Exception {
        LogWriter log = new LogWriter(open(), "1", cause -> {});
        StoredJournal journal = journal(log);
        assertThrows(
                IllegalStateException.class,
                () -> journal.alone(
                        () -> {
                            throw new IllegalStateException("no deed");
                        },
                        () -> {
                            journal.changing();
                            return null;
                        }));
        CountDownLatch refused = new CountDownLatch(1);
        new Thread(() -> {
                    change(journal, DEED);
                    journal.whenDurable(() -> {}, refused::countDown);
                })
                .start();
        refused.await();
        log.close();
        try (Database database = open()) {
            database.read("a", 0, (number, entry) -> fail(entry));
        }
    }

    @Test
    @DisplayName("refuses at once what comes when it has ended")
    void refusesWhatIsLate() throws Exception {
        LogWriter log = new LogWriter(open(), "1", cause -> {});
        StoredJournal journal = journal(log);
        log.close();
        assertThrows(CompletionException.class, log.drop("a")::join);
        change(journal, DEED);
        CountDownLatch refused = new CountDownLatch(1);
        journal.whenDurable(() -> {}, refused::countDown);
        refused.await();
    }

    @Test
    @DisplayName("refuses what waits and what comes while it ends because the database is lost")
    void refusesWhatIsLost() throws Exception {
        Database database = open();
        CountDownLatch lost = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Consumer<Throwable> hearer = cause -> {
            lost.countDown();
            await(told);
        };
        LogWriter log = new LogWriter(database, "1", hearer);
        database.close();
        log.drop("a");
        lost.await();
        CompletableFuture<Void> late = log.drop("a");
        told.countDown();
        assertThrows(CompletionException.class, late::join);
        assertThrows(CompletionException.class, log.drop("a")::join);
    }

    @Test
    @DisplayName("refuses whatever was to be written together with what could not be")
    void refusesTheWholeGroup() throws Exception {
        CountDownLatch isFull = new CountDownLatch(1);
        LogWriter log = new LogWriter(open(), "1", cause -> {});
        StoredJournal journal = journal(log);
        journal.onWhole(() -> () -> {
            await(isFull);
            return LATER;
        });
        change(journal, Deed.WHOLE);
        LogWriter.Told told = new LogWriter.Told(DEED, Recording.at(Instant.EPOCH));
        log.append(journal, 5, told);
        log.append(journal, 5, told);
        CompletableFuture<Void> dropped = log.drop("a");
        isFull.countDown();
        assertThrows(CompletionException.class, dropped::join);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
