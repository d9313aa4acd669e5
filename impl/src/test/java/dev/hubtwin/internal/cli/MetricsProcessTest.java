package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The metrics of a process")
@Timeout(60)
class MetricsProcessTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("are written by what is not loaded before somebody asks for them, however much is counted")
    void areLoadedLate() throws Exception {
        Path log = folder.resolve("classes");
        try (TwinProcess twin = new TwinProcess(List.of("-Xlog:class+load:file=" + log))) {
            for (int i = 0; i < 4; i++) {
                assertEquals(200, twin.send("GET", "/orgs/acme", null).statusCode());
            }
            assertTrue(isLoaded(log, "dev.hubtwin.internal.metrics.RequestSeries"));
            assertFalse(isLoaded(log, "io.micrometer.") || isLoaded(log, "io.prometheus."));
            metrics(twin);
            assertTrue(isLoaded(log, "io.micrometer.") && isLoaded(log, "io.prometheus."));
        }
    }

    private static boolean isLoaded(Path log, String name) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("] " + name));
        }
    }

    @Test
    @DisplayName("begin at zero, whatever is done again to rebuild a world that an earlier process left behind")
    void beginAtZero() throws Exception {
        String database = "jdbc:sqlite:" + folder.resolve("worlds.db");
        try (TwinProcess killed = new TwinProcess(List.of(), "--data", database)) {
            assertEquals(
                    200,
                    killed.send("PATCH", "/orgs/acme", "{\"company\":\"Roadrunner\"}")
                            .statusCode());
            assertEquals(
                    204, killed.send("POST", "/orgs/acme/hooks/1/pings", "").statusCode());
            while (!metrics(killed).contains("hubtwin_deliveries_total{outcome=\"failed\"} 1.0\n")) {
                Thread.onSpinWait();
            }
            assertTrue(metrics(killed).contains("orgs/update"));
            assertTrue(metrics(killed).contains("hubtwin_storage_owned{kind=\"sqlite\"} 1.0\n"), metrics(killed));
            assertFalse(metrics(killed).contains("hubtwin_storage_tail 0.0\n"), metrics(killed));
            killed.process().destroyForcibly().waitFor();
        }
        try (TwinProcess next = new TwinProcess(List.of(), "--data", database)) {
            assertTrue(next.send("GET", "/orgs/acme", null).body().contains("Roadrunner"));
            assertTrue(next.send("GET", "/_twin/deliveries", null).body().contains("failed"));
            String metrics = metrics(next);
            assertTrue(metrics.contains("hubtwin_deliveries_total{outcome=\"failed\"} 0.0\n"), metrics);
            assertFalse(metrics.contains("orgs/update"), metrics);
        }
    }

    private static String metrics(TwinProcess twin) throws IOException, InterruptedException {
        return twin.send("GET", "/_twin/metrics", null).body();
    }
}
