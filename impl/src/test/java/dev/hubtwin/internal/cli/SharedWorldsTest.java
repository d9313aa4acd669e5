package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.support.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Two processes that share their worlds")
@Tag("slow")
@Timeout(300)
class SharedWorldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MIKE = "/orgs/acme/memberships/mike";
    private static final String OLIVIA = "/orgs/acme/memberships/olivia";
    private static final String OWNER = "{\"role\": \"admin\"}";
    private static final String MEMBER = "{\"role\": \"member\"}";
    private static final int ROUNDS = 50;

    private PostgresServer database;
    private TwinProcess one;
    private TwinProcess two;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.start();
        one = process();
        two = process();
    }

    private TwinProcess process() throws IOException {
        return new TwinProcess(List.of("-XX:+UseSerialGC"), "--data", database.url(), "--rate-limit", "off");
    }

    @AfterEach
    void stop() throws IOException {
        if (two != null) {
            two.close();
        }
        if (one != null) {
            one.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    @DisplayName("go on without an owner that hangs; awake again, it writes nothing and tells nothing old")
    void outliveAnOwnerThatHangs() throws Exception {
        assertEquals("self", storage(one).path("owner").asText());
        assertEquals("peer", storage(two).path("owner").asText());
        assertEquals(200, one.send("PUT", MIKE, OWNER).statusCode());
        signal("STOP", one);
        while (!storage(two).path("owner").asText().equals("self")) {
            Thread.onSpinWait();
        }
        assertEquals("admin", role(two.send("GET", MIKE, null)));
        assertEquals(200, two.send("PUT", MIKE, MEMBER).statusCode());
        CompletableFuture<HttpResponse<String>> read = later("GET", null);
        CompletableFuture<HttpResponse<String>> write = later("PUT", OWNER);
        signal("CONT", one);
        boolean isWritten = write.join().statusCode() == 200;
        HttpResponse<String> seen = read.join();
        assertTrue(
                seen.statusCode() == 503 || isWritten || role(seen).equals("member"),
                seen.statusCode() + " " + seen.body());
        while (!storage(one).path("owner").asText().equals("peer")) {
            Thread.onSpinWait();
        }
        String now = role(two.send("GET", MIKE, null));
        assertEquals(isWritten ? "admin" : "member", now);
        assertEquals(now, role(one.send("GET", MIKE, null)));
    }

    private CompletableFuture<HttpResponse<String>> later(String method, String body) {
        return one.client.sendAsync(one.request(method, MIKE, body), BodyHandlers.ofString());
    }

    @Test
    @DisplayName("never lose the last owner of an organization, whichever of them is asked")
    void keepTheLastOwner() throws Exception {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(204, two.send("POST", "/_twin/reset", null).statusCode());
            assertEquals(200, one.send("PUT", MIKE, OWNER).statusCode());
            var demoted = one.client.sendAsync(one.request("PUT", OLIVIA, MEMBER), BodyHandlers.ofString());
            var other = two.client.sendAsync(two.request("PUT", MIKE, MEMBER), BodyHandlers.ofString());
            refused += demoted.join().statusCode() == 200 && other.join().statusCode() == 200 ? 0 : 1;
            JsonNode owners = JSON.readTree(
                    two.send("GET", "/orgs/acme/members?role=admin", null).body());
            assertTrue(owners.size() > 0, "round " + round);
        }
        assertEquals(ROUNDS, refused);
    }

    private static JsonNode storage(TwinProcess twin) throws Exception {
        return JSON.readTree(twin.send("GET", "/_twin/health", null).body()).path("storage");
    }

    private static String role(HttpResponse<String> membership) throws IOException {
        return JSON.readTree(membership.body()).path("role").asText();
    }

    private static void signal(String name, TwinProcess twin) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, "" + twin.process().pid())
                        .start()
                        .waitFor());
    }
}
