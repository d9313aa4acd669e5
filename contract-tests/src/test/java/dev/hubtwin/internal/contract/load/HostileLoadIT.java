package dev.hubtwin.internal.contract.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.generated.RandomRequests;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with a small heap under random requests and attacks: 300 requests, 300,000 in the full form, which then
 * writes what it measured into docs/limits.md.
 */
@DisplayName("Under random requests and attacks")
@Tag("slow")
class HostileLoadIT {

    private static final boolean IS_FULL = Boolean.getBoolean("hubtwin.full");
    private static final int REQUESTS = IS_FULL ? 300_000 : 300;
    private static final int SAMPLES = 20;
    private static final int IN_A_WORLD = 250;
    private static final int BETWEEN_ATTACKS = IS_FULL ? 100 : 10;
    private static final long SEED = Long.getLong("hubtwin.seed", 1);
    private static final int HEAP = 256;
    private static final int MOST_RESIDENT = 3 * HEAP;
    private static final Wire WIRE = new Wire();

    @TempDir
    private Path folder;

    /** Megabytes after so many requests. */
    private record Sample(int requests, long resident, long heap) {}

    @Test
    @DisplayName("a process stays within its memory, never answers 500, and ends as it should")
    void staysWithinItsMemory() throws Exception {
        Path seed = Files.writeString(folder.resolve("world.yaml"), CredentialWorld.seed());
        List<Sample> samples = new ArrayList<>();
        try (PackedTwin twin = new PackedTwin(folder, seed, HEAP + "m");
                Attackers attackers = new Attackers(twin.url(), SEED)) {
            RandomRequests requests = new RandomRequests(SEED);
            Random roots = new Random(SEED);
            String root = twin.url().toString();
            for (int number = 1; number <= REQUESTS; number++) {
                if (number % IN_A_WORLD == 1) {
                    root = twin.url() + "/w/load-" + number % (100 * IN_A_WORLD);
                    control("PUT", URI.create(root.replace("/w/", "/_twin/worlds/")));
                }
                if (number % BETWEEN_ATTACKS == 0) {
                    attackers.strike();
                }
                HttpRequest request = requests.next(roots.nextBoolean() ? root : root + "/api/v3");
                int status = WIRE.send(request, BodyHandlers.discarding()).statusCode();
                assertTrue(status != 500, () -> request + " was answered 500");
                if (number % (REQUESTS / SAMPLES) == 0) {
                    samples.add(new Sample(number, twin.resident(), twin.heap()));
                }
            }
            assertTrue(twin.isAlive());
            assertTrue(samples.stream().allMatch(sample -> sample.resident() < MOST_RESIDENT), samples::toString);
            assertEquals(0, twin.end());
        }
        if (IS_FULL) {
            MemoryPlot.write(samples.stream()
                    .map(sample -> MemoryPlot.row(sample.requests(), sample.resident(), sample.heap()))
                    .toList());
        }
    }

    private static void control(String method, URI url) throws IOException, InterruptedException {
        WIRE.send(
                HttpRequest.newBuilder(url)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }
}
