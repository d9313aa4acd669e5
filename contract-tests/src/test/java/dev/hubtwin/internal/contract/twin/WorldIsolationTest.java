package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.client.api.MembershipsApi;
import dev.hubtwin.client.api.OrganizationsApi;
import dev.hubtwin.client.control.api.ControlApi;
import dev.hubtwin.client.control.model.Mail;
import dev.hubtwin.client.control.model.World;
import dev.hubtwin.client.invoker.ApiClient;
import dev.hubtwin.client.model.OrgMembershipSet;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.OrganizationUpdate;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.net.http.HttpClient;
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
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
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
        String before = state(twin.url());
        List<Callable<Void>> lives = new ArrayList<>();
        IntStream.range(0, WORLDS).forEach(number -> lives.add(() -> live("leak-" + number)));
        for (Future<Void> life : threads.invokeAll(lives)) {
            life.get();
        }
        assertEquals(before, state(twin.url()), "the world they were forked from");
        assertEquals(1, control(twin.url()).getHealth().getWorlds(), "worlds left");
    }

    /** Everything that a world's neighbours do as well, and at the same time. */
    private Void live(String name) throws Exception {
        World world = control(twin.url()).forkWorld(name, null);
        assertEquals(twin.url() + "/w/" + name, world.getUrl());
        ApiClient client = client(world.getUrl());
        OrganizationsApi organizations = new OrganizationsApi(client);
        for (int round = 0; round < 3; round++) {
            organizations.update("acme", new OrganizationUpdate().description(name + round));
            new MembershipsApi(client).setMembershipForUser("acme", "zoe", new OrgMembershipSet());
            OrganizationFull acme = organizations.get("acme");
            assertEquals(name + round, acme.getDescription());
            assertTrue(acme.getUrl().startsWith(world.getUrl() + "/"), acme.getUrl());
            assertEquals(
                    List.of("zoe"),
                    control(world.getUrl()).listMails(null, null, null, null, null).stream()
                            .map(Mail::getTo)
                            .toList());
            control(world.getUrl()).reset();
            assertEquals("the first", organizations.get("acme").getDescription());
        }
        control(twin.url()).dropWorld(name);
        return null;
    }

    @Test
    @DisplayName("Forks that are made and changed in parallel do not see each other")
    void forksInParallel() throws Exception {
        List<Callable<String>> forks = new ArrayList<>();
        IntStream.range(0, FORKS).forEach(number -> forks.add(() -> fork("fork-" + number)));
        List<Future<String>> made = threads.invokeAll(forks);
        for (int i = 0; i < made.size(); i++) {
            assertEquals(
                    "fork-" + i,
                    new OrganizationsApi(client(made.get(i).get())).get("acme").getDescription());
        }
        assertEquals(FORKS + 1, control(twin.url()).getHealth().getWorlds());
        assertEquals(
                "the first",
                new OrganizationsApi(client(twin.url())).get("acme").getDescription());
    }

    private String fork(String name) throws Exception {
        String url = control(twin.url()).forkWorld(name, null).getUrl();
        new OrganizationsApi(client(url)).update("acme", new OrganizationUpdate().description(name));
        return url;
    }

    private static String state(String root) throws Exception {
        return control(root).getState(null, null).toString();
    }

    private static ControlApi control(String root) {
        dev.hubtwin.client.control.ApiClient client = new dev.hubtwin.client.control.ApiClient(null, JSON, root) {
            @Override
            public HttpClient getHttpClient() {
                return WIRE;
            }
        };
        return new ControlApi(client);
    }

    private static ApiClient client(String root) {
        ApiClient client = new ApiClient(null, JSON, root) {
            @Override
            public HttpClient getHttpClient() {
                return WIRE;
            }
        };
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer ghp_olivia"));
        return client;
    }
}
