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

@DisplayName("What writes metrics")
@Timeout(60)
class MetricsLoadingTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("is not loaded before somebody asks for them, however much is counted")
    void isLoadedLate() throws Exception {
        Path log = folder.resolve("classes");
        try (TwinProcess twin = new TwinProcess(List.of("-Xlog:class+load:file=" + log))) {
            for (int i = 0; i < 4; i++) {
                assertEquals(200, twin.send("GET", "/orgs/acme", null).statusCode());
            }
            assertTrue(isLoaded(log, "dev.hubtwin.internal.metrics.RequestSeries"));
            assertFalse(isLoaded(log, "io.micrometer.") || isLoaded(log, "io.prometheus."));
            assertEquals(200, twin.send("GET", "/_twin/metrics", null).statusCode());
            assertTrue(isLoaded(log, "io.micrometer.") && isLoaded(log, "io.prometheus."));
        }
    }

    private static boolean isLoaded(Path log, String name) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("] " + name));
        }
    }
}
