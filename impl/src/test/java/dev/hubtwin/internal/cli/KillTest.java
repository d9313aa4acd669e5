package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.support.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two kills, a hundred in the full form; {@code -Dhubtwin.seed=N} draws other moments. */
@DisplayName("A process that keeps its worlds, killed under four writers,")
@Timeout(3_600)
class KillTest {

    private static final boolean IS_FULL = Boolean.getBoolean("hubtwin.full");
    private static final int KILLS = Integer.getInteger("hubtwin.kills", IS_FULL ? 100 : 2);
    private static final int LONGEST_LIFE = 1_500;
    private static final int LIVES = 3;

    @TempDir
    private Path files;

    private final Random random = new Random(Long.getLong("hubtwin.seed", 1));

    @Test
    @DisplayName("loses nothing that it acknowledged, does nothing twice and nothing by half: SQLite")
    void keepsInSqlite() throws Exception {
        killOften("jdbc:sqlite:" + files.resolve("worlds.db"));
    }

    @Test
    @Tag("slow")
    @DisplayName("loses nothing that it acknowledged, does nothing twice and nothing by half: PostgreSQL")
    void keepsInPostgres() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            killOften(server.url());
        }
    }

    private void killOften(String database) throws Exception {
        Ledger ledger = new Ledger();
        for (int kill = 0; kill < KILLS; kill++) {
            try (TwinProcess twin = start(database)) {
                Writers writers = begin(twin, ledger, kill);
                writers.join(random.nextInt(LONGEST_LIFE));
                twin.process().destroyForcibly().waitFor();
                writers.end();
            }
        }
        try (TwinProcess twin = start(database)) {
            ledger.check(twin);
        }
        assertTrue(ledger.acknowledged() > KILLS, ledger.toString());
        System.out.println(KILLS + " kills: " + ledger);
    }

    @Test
    @Tag("slow")
    @DisplayName("goes on when its PostgreSQL server is killed and comes back")
    void outlivesItsDatabase() throws Exception {
        Ledger ledger = new Ledger();
        try (PostgresServer server = PostgresServer.start();
                TwinProcess twin = start(server.url())) {
            for (int kill = 0; kill < KILLS; kill++) {
                Writers writers = begin(twin, ledger, kill);
                writers.join(random.nextInt(LONGEST_LIFE));
                server.kill();
                writers.end();
                server.serve();
                while (twin.send("GET", "/orgs/acme", null).statusCode() != 200) {
                    Thread.onSpinWait();
                }
            }
            ledger.check(twin);
            assertEquals(200, twin.send("GET", "/_twin/health", null).statusCode());
        }
        System.out.println(KILLS + " kills of the server: " + ledger);
    }

    /**
     * Checks what there is, and begins to write; now and then after a reset, for an organization has 20 hooks at most.
     */
    private static Writers begin(TwinProcess twin, Ledger ledger, int kill) throws Exception {
        ledger.check(twin);
        if (kill % LIVES == 0) {
            twin.send("POST", "/_twin/reset", null);
            ledger.begin(twin);
        }
        return new Writers(twin, ledger, kill);
    }

    private static TwinProcess start(String database) throws Exception {
        return new TwinProcess(List.of("-XX:+UseSerialGC", "-Xmx256m"), "--data", database);
    }
}
