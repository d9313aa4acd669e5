package dev.hubtwin.internal.contract.events;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OURS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.support.TwinExtension;
import dev.hubtwin.internal.contract.webhooks.WebhookSteps;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of deliveries, and doing one again. */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class DeliveryLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fixture fixture;
    private final WebhookSteps hooks;

    DeliveryLogTest(Fixture fixture) {
        this.fixture = fixture;
        this.hooks = new WebhookSteps(fixture);
    }

    private HookReceiver receiver;

    @BeforeEach
    void begin() throws IOException {
        fixture.restoreAfterwards();
        control("POST", "/reset").is(204);
        receiver = new HookReceiver();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private HttpAnswer control(String method, String path) {
        return fixture.control().send(method, path, BodyPublishers.noBody());
    }

    /** What the log has for the query as soon as nothing waits any more. */
    private JsonNode log(String query) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!control("GET", "/deliveries?status=queued").is(200).json().isEmpty()) {
            assertTrue(System.nanoTime() < end, "something waits too long");
            Thread.onSpinWait();
        }
        return control("GET", "/deliveries" + query).is(200).json();
    }

    @Test
    @DisplayName("GET /_twin/deliveries shows request, response and duration, by the world's clock")
    void showsDeliveries() throws Exception {
        fixture.clock("2030-01-01T00:00:00Z");
        hooks.make(
                        FixtureIdentity.WADE,
                        "{\"url\": \"" + receiver.url("/a") + "\", \"content_type\": \"json\", \"secret\": \"hush\"}")
                .is(201);
        HookReceiver.Delivery heard = receiver.next();
        JsonNode log = log("");
        assertEquals(1, log.size());
        JsonNode one = log.get(0);
        assertEquals(
                "1 false ping organization 9401 delivered 2030-01-01T00:00:00Z",
                one.path("id") + " "
                        + one.path("redelivery") + " "
                        + one.path("event").asText() + " "
                        + one.path("target_type").asText() + " " + one.path("target_id") + " "
                        + one.path("status").asText() + " "
                        + one.path("queued_at").asText());
        assertEquals(heard.header("X-GitHub-Delivery"), one.path("guid").asText());
        assertEquals(new String(heard.body()), one.at("/request/body").asText());
        assertEquals(
                heard.header("X-Hub-Signature-256"),
                one.at("/request/headers/X-Hub-Signature-256").asText());
        assertEquals(receiver.url("/a"), one.at("/request/url").asText());
        assertEquals(
                "200 ok false",
                one.at("/response/status") + " " + one.at("/response/body").asText() + " "
                        + one.at("/response/truncated"));
        assertTrue(one.path("duration").isIntegralNumber());
        assertFalse(log.toString().contains("hush"));
        control("POST", "/reset").is(204);
        assertEquals(0, log("").size());
    }

    @Test
    @DisplayName("POST /_twin/deliveries/{id}/redeliver sends the same bytes under the same GUID, though the "
            + "webhook is gone")
    void deliversAgain() throws Exception {
        String hook = hooks.make(
                        FixtureIdentity.WADE, "{\"url\": \"" + receiver.url("/a") + "\", \"secret\": \"hush\"}")
                .is(201)
                .header("Location");
        HookReceiver.Delivery first = receiver.next();
        log("");
        fixture.as(FixtureIdentity.WADE).delete(hook).is(204);
        JsonNode again = control("POST", "/deliveries/1/redeliver").is(202).json();
        assertEquals(
                "2 true queued",
                again.path("id") + " " + again.path("redelivery") + " "
                        + again.path("status").asText());
        HookReceiver.Delivery second = receiver.next();
        assertArrayEquals(first.body(), second.body());
        assertEquals(first.headers(), second.headers());
        assertEquals(2, log("?guid=" + first.header("X-GitHub-Delivery")).size());
        control("POST", "/deliveries/99/redeliver").is(404);
        assertEquals(404, control("POST", "/deliveries/x/redeliver").status());
    }

    @Test
    @DisplayName("Filters choose among the deliveries")
    void filters() throws Exception {
        fixture.merge(
                "{\"apps\": [{\"slug\": \"ear\", \"id\": 77, \"owner\": \"wade\", \"permissions\": {\"members\": \"read\"}, "
                        + "\"events\": [\"organization\"],"
                        + "\"webhook\": {\"url\": \"" + receiver.url("/app")
                        + "\"}, \"installations\": [{\"account\": \"buoy\"}]}]}");
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"" + receiver.url("/a") + "\"}")
                .is(201);
        fixture.as(FixtureIdentity.WADE).post(OURS + "/pings", "").is(204);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        assertEquals(3, log("").size());
        assertEquals(2, log("?event=ping").size());
        assertEquals(1, log("?event=ping&hook=11").size());
        assertEquals(1, log("?app=77").size());
        assertEquals(0, log("?app=11").size());
        assertEquals("failed", log("?hook=11").get(0).path("status").asText());
        assertEquals(1, log("?status=failed").size());
        assertEquals(1, log("?after=2").size());
        control("GET", "/deliveries?status=nonsense").is(422);
        control("GET", "/deliveries?after=x").is(422);
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.0.2.1:9/x, refused",
        "http://10.1.2.3/x, refused",
        "http://169.254.169.254/latest, refused",
        "http://0.0.0.0:9/, refused",
        "http://[::ffff:10.0.0.1]/, refused",
        "http://3232235777/, refused"
    })
    @DisplayName("What is not loopback is logged as refused, and nothing is sent")
    void refusesOthers(String url, String status) {
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"" + url + "\"}").is(201);
        JsonNode one = log("").get(0);
        assertEquals(status, one.path("status").asText());
        assertTrue(
                one.path("error").asText().contains("loopback addresses only"),
                one.path("error").asText());
        assertFalse(one.has("response"));
        assertEquals(url, one.at("/request/url").asText());
    }

    @Test
    @DisplayName("A refused connection is a failed delivery with its reason")
    void tellsOfRefusedConnections() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"http://localhost:" + port + "/\"}")
                .is(201);
        JsonNode one = log("").get(0);
        assertEquals("failed", one.path("status").asText());
        assertTrue(
                one.path("error").asText().contains("refused"),
                one.path("error").asText());
    }

    @Test
    @DisplayName("User-info of a URL is sent as a credential, and masked wherever the log would show it")
    void masksCredentials() throws Exception {
        String url = "http://robot:s%40fe-token@127.0.0.1:" + receiver.port() + "/jenkins";
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"" + url + "\", \"content_type\": \"form\"}")
                .is(201);
        assertEquals("Basic cm9ib3Q6c0BmZS10b2tlbg==", receiver.next().header("Authorization"));
        String log = log("").toString();
        assertEquals(
                -1, Math.max(Math.max(log.indexOf("fe-token"), log.indexOf("robot")), log.indexOf("cm9ib3Q6")), log);
        assertTrue(log.contains("http://********@127.0.0.1:" + receiver.port() + "/jenkins"), log);
    }
}
