package dev.hubtwin.internal.memberships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sixty-four callers at once, over HTTP. Nothing here waits for time to pass. */
class MembersRaceTest {

    private static final int EACH = Boolean.getBoolean("hubtwin.full") ? 500 : 30;
    private static final int WRITERS = 4;
    private static final Set<Integer> EXPECTED = Set.of(200, 204, 403, 404, 422);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Instant start = Instant.now();
    private TwinServer twin;

    @BeforeEach
    void begin() {
        twin = TwinServer.start(RaceWorld.world(start));
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }

    @Test
    @DisplayName("Whoever promotes, demotes, removes, leaves, invites, accepts and converts at once: an owner stays,"
            + " nobody is a member twice, nobody invites too often (R78, R81, R101)")
    void keepsItsOrder() throws Exception {
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < RaceWorld.PEOPLE; caller++) {
            int number = caller;
            callers.add(() -> act(number));
        }
        Future<Integer> watcher = threads.submit(this::watch);
        for (Future<Void> caller : threads.invokeAll(callers)) {
            caller.get();
        }
        watcher.cancel(true);
        RaceWorld.check(world(), start);
    }

    private World world() {
        return twin.store().now();
    }

    private Void act(int number) throws Exception {
        Random random = new Random(number);
        for (int i = 0; i < EACH; i++) {
            String self = RaceWorld.login(random.nextInt(RaceWorld.PEOPLE));
            String other = RaceWorld.login(random.nextInt(RaceWorld.PEOPLE));
            int status =
                    switch (random.nextInt(12)) { // people come as fast as they go
                        case 0, 1, 2 -> call(self, "PUT", "/orgs/arena/memberships/" + other, "{\"role\": \"admin\"}");
                        case 3, 4 -> call(self, "PUT", "/orgs/arena/memberships/" + other, "{\"role\": \"member\"}");
                        case 5 -> call(self, "DELETE", "/orgs/arena/members/" + other, "");
                        case 6 -> call(self, "DELETE", "/orgs/arena/memberships/" + self, "");
                        case 7 -> call(self, "PUT", "/orgs/arena/outside_collaborators/" + other, "");
                        case 8 -> call(self, "PUT", "/orgs/arena/public_members/" + self, "");
                        default -> call(self, "PATCH", "/user/memberships/orgs/arena", "{\"state\": \"active\"}");
                    };
            assertTrue(EXPECTED.contains(status), () -> "status " + status);
            RaceWorld.check(world(), start);
        }
        return null;
    }

    /** Looks at as many moments as it can. */
    private int watch() {
        World seen = null;
        int moments = 0;
        while (!Thread.currentThread().isInterrupted()) {
            World now = world();
            if (now != seen) {
                RaceWorld.check(now, start);
                seen = now;
                moments++;
            }
        }
        return moments;
    }

    /** One change demotes the owner and removes the member: any membership afterwards was written by no owner. */
    @RepeatedTest(5)
    @DisplayName("An owner who is demoted while inviting and promoting writes nothing after the demotion (R76)")
    void theDemotedWriteNothing() throws Exception {
        CountDownLatch underWay = new CountDownLatch(3 * WRITERS);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(() -> writeUntilRefused(underWay)));
        }
        underWay.await();
        assertEquals(204, call("user-0", "PATCH", "/_twin/state", """
        {"organizations": [{"login": "arena", "members": [
            {"login": "user-1", "role": "member"}, {"login": "user-20", "$delete": true}]}]}"""));
        for (Future<Integer> writer : writers) {
            assertEquals(403, writer.get());
        }
        assertEquals(404, call("user-0", "GET", "/orgs/arena/memberships/user-20", ""));
    }

    private int writeUntilRefused(CountDownLatch written) throws Exception {
        for (int i = 0; ; i++) {
            String role = i % 2 == 0 ? "admin" : "member";
            int status = call("user-1", "PUT", "/orgs/arena/memberships/user-20", "{\"role\": \"" + role + "\"}");
            if (status != 200) {
                return status;
            }
            written.countDown();
        }
    }

    private int call(String as, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twin.url() + path))
                .header("Authorization", "Bearer " + RaceWorld.token(as))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
