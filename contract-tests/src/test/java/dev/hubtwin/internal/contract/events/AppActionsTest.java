package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an app does with its JSON web token, and what its webhook is told; nobody listens, but the log has it all. */
@DisplayName("The webhook of an app")
class AppActionsTest {

    private static final HttpClient WIRE = HttpClient.newHttpClient();
    private Twin twin;

    @BeforeEach
    void start() throws Exception {
        twin = TestTwin.start(CredentialWorld.seed());
        send(
                204,
                "PATCH",
                "/_twin/state",
                "",
                "{\"apps\": [{\"slug\": \"able\", \"webhook\": {\"url\": \"http://127.0.0.1:9/app\", \"content_type\": \"json\"}}]}");
    }

    @AfterEach
    void stop() {
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    @Test
    @DisplayName(
            "hears that an installation is suspended, active again and deleted, each once, by whom (R134, R143, R144)")
    void fatesOfAnInstallation() throws Exception {
        for (String method : new String[] {"PUT", "PUT", "DELETE", "DELETE"}) {
            send(204, method, "/app/installations/555/suspended", "app", "");
        }
        send(204, "DELETE", "/app/installations/555", "app", "");
        assertEquals(
                List.of(
                        "installation suspend 555 olivia",
                        "installation unsuspend 555 olivia",
                        "installation deleted 555 olivia"),
                told());
    }

    @Test
    @DisplayName("of one made from a manifest hears a ping (R128)")
    void conversion() throws Exception {
        send(201, "POST", "/app-manifests/one-time-code/conversions", "", "");
        assertEquals(List.of("ping  0 olivia"), told());
    }

    @Test
    @DisplayName("hears of nothing when a token is made, or nothing changes")
    void nothing() throws Exception {
        send(201, "POST", "/app/installations/555/access_tokens", "app", "");
        send(204, "DELETE", "/app/installations/555/suspended", "app", "");
        assertEquals(List.of(), told());
    }

    @Test
    @DisplayName("hears that a user's authorization is taken back, by whom, and of no single token that is revoked")
    void authorization() throws Exception {
        String token = "{\"access_token\": \"ghu_able\"}";
        send(200, "PATCH", "/applications/Iv1.able/token", "client", token);
        String reset = ghu();
        send(204, "DELETE", "/applications/Iv1.able/grant", "client", "{\"access_token\": \"" + reset + "\"}");
        assertEquals(List.of("github_app_authorization revoked 0 olivia"), told());
    }

    private String ghu() throws IOException, InterruptedException {
        for (JsonNode token : new ObjectMapper()
                .readTree(send(200, "GET", "/_twin/state", "", ""))
                .path("tokens")) {
            if (token.path("app").asText().equals("able")) {
                return token.path("token").asText();
            }
        }
        throw new AssertionError("able has no token");
    }

    /** Event, action, installation and sender of each delivery; what waits to be written is waited for. */
    private List<String> told() throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        for (JsonNode delivery : deliveries()) {
            JsonNode payload =
                    new ObjectMapper().readTree(delivery.at("/request/body").asText());
            told.add(String.join(
                    " ",
                    delivery.path("event").asText(),
                    payload.path("action").asText(),
                    payload.at("/installation/id").asText("0"),
                    payload.at("/sender/login").asText()));
        }
        return told;
    }

    private JsonNode deliveries() throws IOException, InterruptedException {
        while (true) {
            JsonNode deliveries = new ObjectMapper().readTree(send(200, "GET", "/_twin/deliveries", "", ""));
            if (!deliveries.findValuesAsText("status").contains("queued")) {
                return deliveries;
            }
            Thread.onSpinWait();
        }
    }

    private String send(int status, String method, String path, String who, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(twin.url() + path)).method(method, BodyPublishers.ofString(body));
        if (!who.isEmpty()) {
            CredentialWorld.authorization(who).ifPresent(header -> request.header("Authorization", header));
        }
        HttpResponse<String> response = WIRE.send(request.build(), BodyHandlers.ofString());
        assertEquals(status, response.statusCode(), response.body());
        return response.body();
    }
}
