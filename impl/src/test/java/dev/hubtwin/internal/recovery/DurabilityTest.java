package dev.hubtwin.internal.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.internal.world.World;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A twin that keeps its worlds")
@Timeout(60)
class DurabilityTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ACME = "/orgs/acme";

    @TempDir
    private Path files;

    @Test
    @DisplayName("tells nobody of a change before it is durable: no writer, no reader, no webhook")
    void tellsNobodyTooSoon() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            if (exchange.getRequestHeaders().getFirst("X-GitHub-Event").equals("organization")) {
                heard.countDown();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        HeldDatabase database = new HeldDatabase(files);
        try (KeptTwin twin = KeptTwin.with(database.url())) {
            try {
                twin.ask(201, "PUT", "/_twin/worlds/other", "");
                String to = "http://127.0.0.1:" + receiver.getAddress().getPort();
                twin.ask(
                        201,
                        "POST",
                        "/orgs/acme/hooks",
                        "{'name':'web','events':['organization'],'config':{'url':'" + to + "'}}");
                twin.ask(200, "PUT", "/orgs/acme/memberships/mike", "{'role':'admin'}");
                database.hold();
                List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
                World before = twin.server().store().now();
                answers.add(ask(twin, "DELETE", "/orgs/acme/members/mike", ""));
                while (twin.server().store().now() == before) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 4; i++) {
                    answers.add(ask(twin, "GET", ACME + "/members/mike", ""));
                    answers.add(ask(twin, "GET", ACME + "/members", ""));
                    answers.add(ask(twin, "GET", "/_twin/state", ""));
                }
                answers.add(ask(twin, "PATCH", ACME, "{\"company\":\"later\"}"));
                for (int i = 0; i < 20; i++) {
                    twin.get("/w/other/orgs/acme");
                }
                assertTrue(answers.stream().noneMatch(CompletableFuture::isDone), "answers before the commit");
                assertEquals(1, heard.getCount());
                database.release();
                assertEquals(204, answers.remove(0).get().statusCode());
                for (CompletableFuture<HttpResponse<String>> answer : answers) {
                    String path = answer.get().request().uri().getPath();
                    assertEquals(
                            path.endsWith("/mike") ? 404 : 200, answer.get().statusCode(), path);
                }
                heard.await();
            } finally {
                database.release();
            }
        } finally {
            receiver.stop(0);
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(KeptTwin twin, String method, String path, String body) {
        return CLIENT.sendAsync(twin.request(method, path, body), BodyHandlers.ofString());
    }

    @Test
    @DisplayName(
            "refuses as GitHub does while its database fails, and then has what was acknowledged, and nothing else")
    void refusesWhatItCannotKeep() throws Exception {
        HeldDatabase database = new HeldDatabase(files);
        try (KeptTwin twin = KeptTwin.with(database.url())) {
            twin.ask(201, "PUT", "/_twin/worlds/other", "");
            twin.ask(200, "PATCH", ACME, "{'company':'kept'}");
            twin.ask(200, "PATCH", "/w/other/orgs/acme", "{'company':'kept, too'}");
            database.fail(true);
            HttpResponse<String> refused = twin.send("PATCH", ACME, "{'company':'lost'}");
            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertTrue(
                    refused.body()
                            .matches("\\{\"message\":\"[^\"]+\",\"documentation_url\":\"[^\"]+\",\"status\":\"503\"}"),
                    refused.body());
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (String path : List.of(ACME, "/w/other/orgs/acme", "/_twin/state", "/api/v3/orgs/acme")) {
                answers.add(ask(twin, "GET", path, ""));
            }
            database.fail(false);
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                boolean isRefused = answer.get().statusCode() == 503;
                assertTrue(
                        isRefused || answer.get().body().contains("kept"),
                        answer.get().body());
            }
            while (twin.send("GET", ACME, "").statusCode() == 503) {
                Thread.onSpinWait();
            }
            assertEquals("kept", twin.get(ACME).path("company").asText());
            assertEquals(
                    "kept, too", twin.get("/w/other/orgs/acme").path("company").asText());
            assertEquals(2, twin.get("/_twin/worlds").size());
            twin.ask(200, "PATCH", ACME, "{'company':'kept again'}");
            assertEquals("kept again", twin.get(ACME).path("company").asText());
        }
    }
}
