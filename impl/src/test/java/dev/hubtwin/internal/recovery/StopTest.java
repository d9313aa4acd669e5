package dev.hubtwin.internal.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A twin that keeps its worlds, stopped while four write,")
@Timeout(120)
class StopTest {

    private static final int WRITERS = 4;
    private static final int FIRST = 20;

    @TempDir
    private Path files;

    @RepeatedTest(3)
    @DisplayName("leaves snapshots with all that it acknowledged, and no log")
    void stopsCleanly() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch busy = new CountDownLatch(WRITERS * FIRST);
        List<Future<Integer>> last = new ArrayList<>();
        try (KeptTwin twin = KeptTwin.in(files)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                twin.ask(201, "PUT", "/_twin/worlds/w" + writer, "");
                String path = "/w/w" + writer + "/orgs/acme";
                last.add(threads.submit(() -> write(twin, path, busy)));
            }
            busy.await();
        }
        assertEquals(0, KeptTwin.sql(files, "select count(*) from log where world <> ''"));
        try (KeptTwin again = KeptTwin.in(files)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int there = again.get("/w/w" + writer + "/orgs/acme")
                        .path("company")
                        .asInt();
                int acknowledged = last.get(writer).get();
                assertTrue(there == acknowledged || there == acknowledged + 1, there + ", not " + acknowledged);
            }
        }
        threads.shutdown();
    }

    /** Returns the last thing that was acknowledged. */
    private static int write(KeptTwin twin, String path, CountDownLatch busy) throws Exception {
        for (int number = 1; ; number++) {
            try {
                if (twin.send("PATCH", path, "{'company':'" + number + "'}").statusCode() != 200) {
                    return number - 1;
                }
            } catch (IOException e) {
                return number - 1; // it is closed
            }
            busy.countDown();
        }
    }
}
