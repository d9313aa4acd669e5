package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.control.model.Mail;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many worlds at once, full of the same names, through the generated clients; five times as many in the full form. */
@DisplayName("Worlds beside each other")
class WorldIsolationTest {

    private static final int THREADS = 8;
    private static final int WORLDS = Boolean.getBoolean("hubtwin.full") ? 200 : 40;
    private static final int FORKS = 5 * WORLDS;
    private static final HttpClient WIRE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String SEED = """
      users: [{login: olivia}, {login: zoe}]
      organizations: [{login: acme, description: the first, members: [{login: olivia, role: admin}]}]
      tokens: [{token: ghp_olivia, user: olivia, scopes: ["admin:org"]}]
      """;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Twin twin;

    @BeforeEach
    void start() {
        twin = TestTwin.start(SEED);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    @Test
    @DisplayName("Worlds on 8 threads, with the same names, leak nothing into each other")
    void leakNothing() throws Exception {
        String before = state();
        List<Callable<Void>> lives = new ArrayList<>();
        IntStream.range(0, WORLDS).forEach(number -> lives.add(() -> live("leak-" + number)));
        for (Future<Void> life : threads.invokeAll(lives)) {
            life.get();
        }
        assertEquals(before, state(), "the world they were forked from");
        assertEquals(1, worlds(), "worlds left");
    }

    /** Everything that a world's neighbours do as well, and at the same time. */
    private Void live(String name) throws Exception {
        TwinWorld world = twin.fork(name);
        assertEquals(twin.url() + "/w/" + name, world.url());
        GitHubClient client = client(world);
        for (int round = 0; round < 3; round++) {
            client.organizations().update("acme").description(name + round).execute();
            client.memberships().set("acme", "zoe").execute();
            OrganizationFull acme = client.organizations().get("acme");
            assertEquals(name + round, acme.getDescription());
            assertTrue(acme.getUrl().startsWith(world.url() + "/"), acme.getUrl());
            assertEquals(List.of("zoe"), world.mails().stream().map(Mail::getTo).toList());
            world.state().reset();
            assertEquals("the first", client.organizations().get("acme").getDescription());
        }
        twin.drop(name);
        return null;
    }

    @Test
    @DisplayName("Forks that are made and changed in parallel do not see each other")
    void forksInParallel() throws Exception {
        List<Callable<TwinWorld>> forks = new ArrayList<>();
        IntStream.range(0, FORKS).forEach(number -> forks.add(() -> fork("fork-" + number)));
        List<Future<TwinWorld>> made = threads.invokeAll(forks);
        for (int i = 0; i < made.size(); i++) {
            assertEquals("fork-" + i, description(made.get(i).get()));
        }
        assertEquals(FORKS + 1, worlds());
        assertEquals("the first", description(twin.world()));
    }

    private TwinWorld fork(String name) {
        TwinWorld world = twin.fork(name);
        client(world).organizations().update("acme").description(name).execute();
        return world;
    }

    private static String description(TwinWorld world) {
        return client(world).organizations().get("acme").getDescription();
    }

    private static GitHubClient client(TwinWorld world) {
        return world.asToken("ghp_olivia");
    }

    private String state() throws Exception {
        return control("/_twin/state");
    }

    private int worlds() throws Exception {
        return new ObjectMapper()
                .readTree(control("/_twin/health"))
                .path("worlds")
                .asInt();
    }

    private String control(String path) throws Exception {
        return WIRE.send(HttpRequest.newBuilder(URI.create(twin.url() + path)).build(), BodyHandlers.ofString())
                .body();
    }
}
