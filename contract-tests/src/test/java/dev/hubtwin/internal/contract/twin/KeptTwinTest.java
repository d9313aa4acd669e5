package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.TwinData;
import dev.hubtwin.internal.contract.generated.RandomRequests;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import dev.hubtwin.internal.contract.runner.TwinWorlds;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import dev.hubtwin.internal.contract.support.TestTwin;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;

/**
 * The scenarios do everything that there is to do, each part in a world of its own. A second twin has a copy of the
 * files of the first, as a crash would leave them.
 */
@DisplayName("A twin that keeps its worlds")
@Tag("slow")
class KeptTwinTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WRITERS = 4;
    private static final int REQUESTS = 250;
    private static final long FIRST = Long.getLong("hubtwin.seed", 1);
    private static final int SEEDS = Boolean.getBoolean("hubtwin.full") ? 50 : 1;
    private static final List<String> CONTROLS = List.of(
            "POST /_twin/faults {'method':'GET','status':503,'times':2}",
            "POST /_twin/faults {'headers':{'x-extra':'%d'},'every':2}",
            "POST /_twin/faults {'status':502,'probability':0.3,'seed':%d,'times':5}",
            "DELETE /_twin/faults ",
            "PUT /_twin/clock {'advance':'PT20M'}",
            "PUT /_twin/clock {'advance':'P8D'}",
            "PUT /_twin/clock {'freeze':true}",
            "PUT /_twin/clock {'system':true}",
            "PUT /_twin/settings {'rate_limit':'off'}",
            "PUT /_twin/settings {'rate_limit':30}",
            "PUT /_twin/worlds/forked-%d ",
            "DELETE /_twin/worlds/forked-%d ",
            "PUT /_twin/snapshots/taken-%d ",
            "DELETE /_twin/snapshots/taken-%d ",
            "POST /_twin/snapshots/taken-%d/restore ",
            "PATCH /_twin/state {'users':[{'login':'new-%d'}]}",
            "POST /_twin/state {'users':[{'login':'added-%d'}]}",
            "POST /_twin/reset ",
            "GET /_twin/state ");
    private static final List<String> SHOWN =
            List.of("snapshots", "faults", "mails?per_page=100", "deliveries", "settings");

    @Test
    @DisplayName("passes every scenario, and comes back after a crash as it was, once and once more")
    void comesBack(@TempDir Path files) throws Exception {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        Map<String, JsonNode> before;
        try (Twin twin = twin(files)) {
            TwinWorlds worlds = TwinWorlds.at(URI.create(twin.url()), Optional.empty(), recorder::onExchange);
            new JUnitLauncher(worlds, JUnitLauncher.ALL, List.of(), 4).execute(CancellationToken.create(), recorder);
            assertEquals(
                    List.of(),
                    recorder.results().stream()
                            .filter(result -> result.outcome() != Result.Outcome.PASSED)
                            .map(result -> result.behaviour() + " " + result.name() + ": " + result.reason())
                            .toList());
            TestTwin.assertKeepsItsContract(twin);
            before = shown(twin);
            assertTrue(before.size() > 100, "worlds " + before.keySet());
            copy(files, files.resolve("once"));
        }
        try (Twin again = twin(files.resolve("once"))) {
            assertSame(before, shown(again));
            copy(files.resolve("once"), files.resolve("twice"));
        }
        try (Twin snapshots = twin(files.resolve("once"))) {
            assertSame(before, shown(snapshots));
        }
        try (Twin again = twin(files.resolve("twice"))) {
            assertSame(before, shown(again));
        }
    }

    @Test
    @DisplayName("comes back as it was after random requests of four writers, who also use the control API")
    void comesBackAfterAnything(@TempDir Path files) throws Exception {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Path own = Files.createDirectory(files.resolve("seed-" + seed));
            Map<String, JsonNode> before;
            try (Twin twin = twin(Seed.parseYaml(CredentialWorld.seed()), own)) {
                live(twin, seed);
                before = shown(twin);
                copy(own, own.resolve("once"));
            }
            try (Twin again = twin(own.resolve("once"))) {
                assertSame(before, shown(again));
            }
            try (Twin snapshots = twin(own.resolve("once"))) {
                assertSame(before, shown(snapshots));
            }
        }
    }

    /** Four writers send whatever they draw, two of them to the same world; ends when no delivery waits. */
    private static void live(Twin twin, long seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> lives = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            long own = seed * WRITERS + writer;
            String world = twin.url() + (writer < 2 ? "" : "/w/w" + writer);
            lives.add(threads.submit(() -> write(twin.url(), world, own)));
        }
        for (Future<?> life : lives) {
            life.get();
        }
        threads.shutdown();
        TestTwin.assertKeepsItsContract(twin);
        for (JsonNode world : get(twin, "/_twin/worlds")) {
            String deliveries = "/w/" + world.path("name").asText() + "/_twin/deliveries?status=queued";
            while (!get(twin, deliveries).isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    private static Void write(String server, String world, long seed) throws Exception {
        Random random = new Random(seed);
        RandomRequests requests = new RandomRequests(seed);
        send("PUT", world.replace("/w/", "/_twin/worlds/"), "");
        for (int number = 0; number < REQUESTS; number++) {
            if (random.nextInt(5) == 0) {
                String[] control = CONTROLS.get(random.nextInt(CONTROLS.size())).split(" ", 3);
                String name = "" + random.nextInt(3);
                String root = control[1].contains("/worlds/") ? server : world;
                send(control[0], root + control[1].replace("%d", name), control[2].replace("%d", name));
            } else {
                CLIENT.send(requests.next(world), BodyHandlers.discarding());
            }
        }
        return null;
    }

    private static void send(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 500, method + " " + url + ": " + answer.body());
    }

    private static Twin twin(Path files) {
        return twin(Seed.of(), files);
    }

    private static Twin twin(Seed seed, Path files) {
        return Twin.start(seed, Twin.Options.LOCAL.withData(TwinData.at("jdbc:sqlite:" + files.resolve("worlds.db"))));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (String name : List.of("worlds.db", "worlds.db-wal")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static void assertSame(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        assertEquals(before.keySet(), after.keySet());
        before.forEach((what, shown) ->
                assertEquals(shown.toPrettyString(), after.get(what).toPrettyString(), what));
    }

    /** Everything that the control API shows of each world, but for addresses. */
    private static Map<String, JsonNode> shown(Twin twin) throws Exception {
        Map<String, JsonNode> shown = new TreeMap<>();
        for (JsonNode world : get(twin, "/_twin/worlds")) {
            String name = world.path("name").asText();
            shown.put(name, world);
            shown.put(name + "/state", get(twin, "/w/" + name + "/_twin/state"));
            for (String what : SHOWN) {
                shown.put(name + "/" + what, get(twin, "/w/" + name + "/_twin/" + what));
            }
        }
        return shown;
    }

    private static JsonNode get(Twin twin, String path) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(twin.url() + path)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), path);
        return JSON.readTree(answer.body().replaceAll("http://127\\.0\\.0\\.1:[0-9]+", "http://twin"));
    }
}
