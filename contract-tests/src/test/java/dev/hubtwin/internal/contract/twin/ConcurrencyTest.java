package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.contract.support.TwinExtension;
import dev.hubtwin.internal.contract.support.TwinTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Many writers at once. Nothing here waits for time to pass. */
@ExtendWith(TwinExtension.class)
@ResourceLock("the world of the target")
class ConcurrencyTest {

    private static final int WRITERS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TwinTarget target;

    @BeforeEach
    void at(TwinTarget twin) {
        target = twin;
    }

    @AfterEach
    void putBack() throws IOException, InterruptedException {
        threads.shutdownNow();
        target.reset();
    }

    /**
     * The demotion sets the name in the same change: any other name afterwards was written by somebody who is not an
     * owner.
     */
    @RepeatedTest(5)
    @DisplayName("An owner who is demoted while changing an organization writes nothing after the demotion (R45)")
    void theDemotedWriteNothing() throws Exception {
        CountDownLatch underWay = new CountDownLatch(3 * WRITERS);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "writer " + writer;
            writers.add(threads.submit(() -> writeUntilRefused(name, underWay)));
        }
        underWay.await();
        assertEquals(204, send("PATCH", target.control() + "/state", """
        {"organizations": [{"login": "tinker", "name": "the last word",
            "members": [{"login": "olivia", "role": "member"}]}]}""").statusCode());
        for (Future<Integer> writer : writers) {
            assertEquals(403, writer.get());
        }
        assertEquals("the last word", tinker().path("name").asText());
    }

    private int writeUntilRefused(String name, CountDownLatch written) throws Exception {
        for (int i = 0; ; i++) {
            int status = patch("{\"name\": \"" + name + ", " + i + "\"}").statusCode();
            if (status != 200) {
                return status;
            }
            written.countDown();
        }
    }

    @Test
    @DisplayName("Concurrent changes of distinct members are all there in the end, and each answer shows its own")
    void noChangeIsLost() throws Exception {
        List<String> members = List.of(
                "billing_email", "company", "email", "twitter_username", "location", "name", "description", "blog");
        List<Callable<Void>> writers = new ArrayList<>();
        for (String member : members) {
            writers.add(() -> {
                for (int i = 0; i < 40; i++) {
                    HttpResponse<String> answer = patch("{\"" + member + "\": \"" + member + " " + i + "\"}");
                    assertEquals(
                            member + " " + i,
                            JSON.readTree(answer.body()).path(member).asText());
                }
                return null;
            });
        }
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }
        JsonNode tinker = tinker();
        members.forEach(
                member -> assertEquals(member + " 39", tinker.path(member).asText()));
    }

    @Test
    @DisplayName("A reader sees one moment: of two members that change together never one alone")
    void readersSeeOneMoment() throws Exception {
        Future<Void> writer = threads.submit(() -> {
            for (int i = 0; i < 150; i++) {
                patch("{\"name\": \"" + i + "\", \"company\": \"" + i + "\"}");
            }
            return null;
        });
        int read = 0;
        while (!writer.isDone() || read == 0) {
            JsonNode tinker = tinker();
            assertEquals(tinker.path("name"), tinker.path("company"));
            read++;
        }
        writer.get();
        assertTrue(read > 0);
    }

    private JsonNode tinker() throws IOException, InterruptedException {
        return JSON.readTree(
                send("GET", target.twin().url() + "/orgs/tinker", "").body());
    }

    private HttpResponse<String> patch(String body) throws IOException, InterruptedException {
        return send("PATCH", target.twin().url() + "/orgs/tinker", body);
    }

    private HttpResponse<String> send(String method, String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer ghp_olivia")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
