package dev.hubtwin.internal.contract.oauth;

import static dev.hubtwin.internal.contract.oauth.SignInSteps.DASHBOARDS;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.PILOT;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Users sign in on a device without a browser: the device asks until they have approved it elsewhere. */
@FixtureScenarios
abstract class DeviceSignInScenarios {

    private static final String CODES = "/login/device/code";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final Fixture fixture;
    private final SignInSteps signIns;

    DeviceSignInScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.signIns = new SignInSteps(fixture);
    }

    @BeforeEach
    void signsIn() {
        fixture.restoreAfterwards();
        fixture.clock("2026-05-06T07:00:00Z");
    }

    private JsonNode begin(String client) {
        return signIns.post(CODES, Map.of("client_id", client, "scope", "repo gist"))
                .is(200)
                .json();
    }

    private JsonNode ask(JsonNode device, String client) {
        return signIns.exchange(Map.of(
                "client_id", client,
                "grant_type", GRANT,
                "device_code", device.path("device_code").asText()));
    }

    private void decide(JsonNode device, boolean denied) {
        assertEquals(
                null,
                fixture.control()
                        .post(
                                "/approvals",
                                "{\"user_code\": \"" + device.path("user_code").asText()
                                        + "\", \"user\": \"olivia\", \"denied\": " + denied + "}")
                        .is(200)
                        .json()
                        .path("location")
                        .textValue());
    }

    @Test
    @DisplayName("POST /login/device/code gives a code for the device and one for its user, who enters it "
            + "beside the API (reported; decisions)")
    void givesCodes() {
        JsonNode device = begin(DASHBOARDS);
        assertTrue(
                device.path("device_code").asText().matches("[0-9a-f]{40}")
                        && device.path("user_code").asText().matches("[A-Z]{4}-[A-Z]{4}"),
                device::toString);
        assertEquals("900 5", device.path("expires_in") + " " + device.path("interval"));
        assertTrue(device.path("verification_uri").asText().endsWith("/login/device"), device::toString);
        assertEquals(
                "{\"error\":\"Not Found\"}",
                signIns.post(CODES, Map.of("client_id", "nobody")).is(404).text());
        signIns.post(CODES, Map.of()).is(404);
    }

    @Test
    @DisplayName("POST /login/device/code answers a form, unless JSON is asked for (reported; decisions)")
    void answersForms() {
        HttpAnswer answer = signIns.json()
                .with("Accept", "*/*")
                .post(CODES + "?client_id=" + DASHBOARDS, "")
                .is(200);
        assertTrue(
                answer.text().matches("device_code=[0-9a-f]{40}&user_code=.*&expires_in=900&interval=5"), answer::text);
    }

    @Test
    @DisplayName("POST /login/oauth/access_token tells a device to wait until its user has approved, and gives "
            + "the token once (reported; decisions)")
    void waits() {
        JsonNode device = begin(DASHBOARDS);
        assertRefused("authorization_pending", ask(device, DASHBOARDS));
        fixture.clock("2026-05-06T07:00:05Z");
        assertRefused("authorization_pending", ask(device, DASHBOARDS));
        decide(device, false);
        fixture.clock("2026-05-06T07:00:10Z");
        JsonNode given = ask(device, DASHBOARDS);
        assertTrue(given.path("access_token").asText().startsWith("gho_"), given::toString);
        assertEquals("repo,gist", given.path("scope").asText());
        assertRefused("incorrect_device_code", ask(device, DASHBOARDS));
    }

    @Test
    @DisplayName("POST /login/oauth/access_token tells a device that asks too soon to slow down, by five "
            + "seconds more each time (reported; decisions)")
    void slowsDown() {
        JsonNode device = begin(PILOT);
        assertRefused("authorization_pending", ask(device, PILOT));
        fixture.clock("2026-05-06T07:00:04Z");
        JsonNode hasty = ask(device, PILOT);
        assertRefused("slow_down", hasty);
        assertEquals(10, hasty.path("interval").asInt());
        fixture.clock("2026-05-06T07:00:13Z");
        assertEquals(15, ask(device, PILOT).path("interval").asInt());
        decide(device, false);
        fixture.clock("2026-05-06T07:00:28Z");
        assertTrue(ask(device, PILOT).path("access_token").asText().startsWith("ghu_"));
    }

    @Test
    @DisplayName("POST /login/oauth/access_token tells a device that its user has refused, that its code has "
            + "expired, or that it is another app's (reported; decisions)")
    void refuses() {
        JsonNode denied = begin(DASHBOARDS);
        decide(denied, true);
        assertRefused("access_denied", ask(denied, DASHBOARDS));
        JsonNode late = begin(DASHBOARDS);
        assertRefused("incorrect_device_code", ask(late, PILOT));
        fixture.clock("2026-05-06T07:15:00Z");
        assertRefused("expired_token", ask(late, DASHBOARDS));
        assertRefused("incorrect_device_code", signIns.exchange(Map.of("client_id", DASHBOARDS, "grant_type", GRANT)));
    }
}
