package dev.hubtwin.internal.contract.apps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.DeliverySteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.LocalReceiver;
import dev.hubtwin.internal.contract.scenario.SampleReads;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** The webhook of an app, which the app alone manages. */
@FixtureScenarios
abstract class AppWebhooksScenarios {

    private static final String HOOK = "/app/hook";
    private static final String CONFIG = HOOK + "/config";
    private static final String DELIVERIES = HOOK + "/deliveries";

    private final Fixture fixture;
    private final AppSteps apps;
    private final DeliverySteps deliveries;

    AppWebhooksScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
        this.deliveries = new DeliverySteps(fixture);
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    private TestClient pilot() {
        return apps.pilot();
    }

    /** Two deliveries: the installation in quay is suspended, and is not any more. */
    private void suspendAndReturn() {
        pilot().put(AppSteps.QUAY + "/suspended", "").is(204);
        pilot().delete(AppSteps.QUAY + "/suspended").is(204);
    }

    @Test
    @DisplayName("GET and PATCH /app/hook/config show and change where and how the app's events are delivered; what is "
            + "absent stays, the secret too (R112, R118)")
    void isConfigured() {
        assertEquals(
                "{\"url\":\"http://127.0.0.1:9/pilot\",\"content_type\":\"json\",\"secret\":\"********\","
                        + "\"insecure_ssl\":\"0\"}",
                pilot().get(CONFIG).is(200).text());
        String updated = pilot().get("/app").is(200).member("updated_at");
        JsonNode changed = pilot().patch(
                        CONFIG,
                        "{\"url\": \"http://127.0.0.1:9/elsewhere\", \"content_type\": \"form\", \"insecure_ssl\": \"1\"}")
                .is(200)
                .json();
        assertEquals(
                "http://127.0.0.1:9/elsewhere form ******** 1",
                changed.path("url").asText() + " "
                        + changed.path("content_type").asText() + " "
                        + changed.path("secret").asText() + " "
                        + changed.path("insecure_ssl").asText());
        assertEquals(changed, pilot().get(CONFIG).is(200).json());
        assertFalse(updated.equals(pilot().get("/app").is(200).member("updated_at")));
        assertEquals(changed, pilot().patch(CONFIG, "{}").is(200).json());
        assertFalse(pilot().patch(CONFIG, "{\"secret\": \"\"}").is(200).json().has("secret"));
        pilot().patch(CONFIG, "{\"url\": \"nonsense\"}").is(422);
        pilot().patch(CONFIG, "{\"content_type\": 7}").is(422);
    }

    @Test
    @DisplayName("GET /app/hook/deliveries and one of them show what the app heard, and through which installation "
            + "(decisions)")
    void showsWhatItHeard() {
        fixture.merge("""
                {"apps": [{"slug": "pilot", "installations": [{"account": "quay", "events": ["member"], "permissions":
                 {"metadata": "read", "members": "read"}}]}]}""");
        try (LocalReceiver receiver = new LocalReceiver()) {
            pilot().patch(CONFIG, "{\"url\": \"" + receiver.url() + "\"}").is(200);
            fixture.as(FixtureIdentity.ANNA)
                    .delete("/orgs/quay/outside_collaborators/crew-001")
                    .is(204);
            JsonNode list = deliveries.of(pilot(), HOOK);
            assertEquals(
                    "1 member removed 601 703",
                    list.size() + " " + list.at("/0/event").asText() + " "
                            + list.at("/0/action").asText() + " " + list.at("/0/installation_id") + " "
                            + list.at("/0/repository_id"));
            JsonNode one = deliveries.last(pilot(), HOOK);
            if (one.at("/response/headers").isNull()) {
                throw new TestAbortedException("this server does not reach a receiver here: " + one.path("status"));
            }
            assertEquals("601", one.at("/request/payload/installation/id").asText());
            assertEquals(LocalReceiver.ANSWER, one.at("/response/payload").asText());
            assertEquals(
                    "integration",
                    one.at("/request/headers/X-GitHub-Hook-Installation-Target-Type")
                            .asText());
        }
    }

    @Test
    @DisplayName("GET /app/hook/deliveries has pages, chained by cursors; POST "
            + "/app/hook/deliveries/{delivery_id}/attempts sends one once more (conventions, 4)")
    void hasPages() {
        suspendAndReturn();
        JsonNode whole = deliveries.of(pilot(), HOOK);
        assertEquals(2, whole.size());
        HttpAnswer first = pilot().get(DELIVERIES + "?per_page=1").is(200);
        HttpAnswer second = pilot().get(first.links().get("next")).is(200);
        assertEquals(whole.get(0), first.json().get(0));
        assertEquals(whole.get(1), second.json().get(0));
        assertTrue(second.links().get("prev").contains("/app/hook/deliveries?per_page=1&cursor=v1_"));
        pilot().get(DELIVERIES + "?cursor=1").is(422);
        assertEquals(
                "{}",
                pilot().post(DELIVERIES + "/" + whole.at("/1/id") + "/attempts", "")
                        .is(202)
                        .text());
        JsonNode again = deliveries.last(pilot(), HOOK);
        assertEquals("true", again.path("redelivery").toString());
        assertEquals(whole.at("/1/guid"), again.path("guid"));
        pilot().with("X-GitHub-Delivery", "0")
                .put(AppSteps.QUAY + "/suspended", "")
                .is(204);
        pilot().post(DELIVERIES + "/" + deliveries.of(pilot(), HOOK).at("/0/id") + "/attempts", "")
                .is(422);
    }

    @Test
    @DisplayName("GET /app/hook/deliveries/{delivery_id} to another app, GET /app/hook/config and /app/hook/deliveries "
            + "of an app without a webhook are 404 (decisions)")
    void isOfTheApp() {
        suspendAndReturn();
        String id = deliveries.of(pilot(), HOOK).at("/0/id").asText();
        TestClient other = new SampleReads(fixture).polymath();
        assertEquals("[]", other.get(DELIVERIES).is(200).text());
        other.get(DELIVERIES + "/" + id).is(404);
        other.post(DELIVERIES + "/" + id + "/attempts", "").is(404);
        fixture.merge("{\"apps\": [{\"slug\": \"pilot\", \"webhook\": null}]}");
        pilot().get(CONFIG).is(404);
        pilot().patch(CONFIG, "{\"url\": \"http://127.0.0.1:9/\"}").is(404);
        pilot().get(DELIVERIES).is(404);
        pilot().get(DELIVERIES + "/" + id).is(404);
        pilot().post(DELIVERIES + "/" + id + "/attempts", "").is(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANONYMOUS", "OWNER", "ANNA_THROUGH_PILOT", "PILOT_IN_QUAY", "DASHBOARDS"})
    @DisplayName(
            "Every operation on the webhook of an app takes its JSON web token, and is 401 otherwise (conventions, 2)")
    void isForTheApp(FixtureIdentity who) {
        for (String path : List.of(CONFIG, DELIVERIES, DELIVERIES + "/1")) {
            fixture.as(who).get(path).is(401);
        }
        fixture.as(who).patch(CONFIG, "{}").is(401);
        fixture.as(who).post(DELIVERIES + "/1/attempts", "").is(401);
    }
}
