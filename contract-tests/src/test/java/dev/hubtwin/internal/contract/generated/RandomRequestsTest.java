package dev.hubtwin.internal.contract.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.description.ResponseValidator;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random requests: 1,000 of them, a million in the full form; {@code -Dhubtwin.seed=N} begins elsewhere. */
@DisplayName("Random requests")
class RandomRequestsTest {

    private static final int IN_A_WORLD = 250;
    private static final int WORLDS = Boolean.getBoolean("hubtwin.full") ? 4_000 : 4;
    private static final long FIRST = Long.getLong("hubtwin.seed", 1);
    private static final HttpClient WIRE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @DisplayName(
            "None fails the server, each status is the operation's and each body fits; the world still goes out and in again")
    void areAnsweredAsTheDescriptionSays() throws Exception {
        ExecutorService threads =
                Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors());
        try (Twin twin = TestTwin.start(CredentialWorld.seed())) {
            List<Callable<Void>> lives = new ArrayList<>();
            for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
                long own = seed;
                lives.add(() -> live(twin.url(), own));
            }
            for (Future<Void> life : threads.invokeAll(lives)) {
                life.get();
            }
            TestTwin.assertKeepsItsContract(twin);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void live(String server, long seed) throws IOException, InterruptedException {
        String world = server + "/w/seed-" + seed;
        assertEquals(201, send("PUT", server + "/_twin/worlds/seed-" + seed, "").statusCode());
        RandomRequests requests = new RandomRequests(seed);
        for (int number = 0; number < IN_A_WORLD; number++) {
            String root = world + (number % 2 == 0 ? "" : "/api/v3");
            HttpRequest request = requests.next(root);
            HttpResponse<byte[]> response = WIRE.send(request, BodyHandlers.ofByteArray());
            try {
                HttpAnswer answer = new HttpAnswer(response.statusCode(), response.headers(), response.body());
                Target target = new Target(URI.create(root), true, Optional.empty(), Map.of(), ExchangeListener.NONE);
                new Exchange(
                                request.method(),
                                request.uri(),
                                request.headers(),
                                new byte[0],
                                answer,
                                new ResponseValidator(target).judge(request.method(), request.uri(), answer))
                        .approve();
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", request " + number + ", "
                                + request.headers().map(),
                        e);
            }
        }
        String state = send("GET", world + "/_twin/state", "").body();
        assertEquals(
                204, send("PUT", world + "/_twin/state", state).statusCode(), "import of what seed " + seed + " left");
        assertEquals(state, send("GET", world + "/_twin/state", "").body(), "seed " + seed);
        assertEquals(
                204, send("DELETE", server + "/_twin/worlds/seed-" + seed, "").statusCode());
        return null;
    }

    private static HttpResponse<String> send(String method, String url, String body)
            throws IOException, InterruptedException {
        return WIRE.send(
                HttpRequest.newBuilder(URI.create(url))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
