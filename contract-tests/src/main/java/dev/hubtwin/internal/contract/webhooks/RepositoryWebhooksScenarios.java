package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.BELL;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OF_BELL;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.DeliverySteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks of a repository, which go by the rules of those of organizations. */
@FixtureScenarios
abstract class RepositoryWebhooksScenarios {

    private static final String PLAIN = "{\"config\": {\"url\": \"http://127.0.0.1:9/new\"}}";

    private final Fixture fixture;
    private final DeliverySteps deliveries;

    RepositoryWebhooksScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.deliveries = new DeliverySteps(fixture);
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    private TestClient wade() {
        return fixture.as(FixtureIdentity.WADE);
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/hooks lists by id; its Link names the repository by id: GET "
            + "/repositories/{repository_id}/hooks (conventions, 4)")
    void lists() {
        HttpAnswer first = wade().get("/repos/BUOY/Bell/hooks?per_page=1").is(200);
        assertEquals("31", first.json().at("/0/id").asText());
        assertTrue(
                first.links().get("next").endsWith("/repositories/751/hooks?per_page=1&page=2"),
                first.links()::toString);
        assertEquals(
                "32",
                wade().get(first.links().get("next")).is(200).json().at("/0/id").asText());
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/hooks/{hook_id} shows every member, and a mask in the place of the secret "
            + "(R112)")
    void showsEverything() {
        HttpAnswer answer = wade().get(BELL).is(200);
        JsonNode hook = answer.json();
        Set<String> members = new TreeSet<>(Set.of(
                "id",
                "url",
                "test_url",
                "ping_url",
                "name",
                "events",
                "active",
                "config",
                "updated_at",
                "created_at",
                "type",
                "last_response"));
        if (!fixture.target().enterprise()) {
            members.add("deliveries_url");
        }
        assertEquals(members, answer.members());
        assertEquals(
                "web Repository true ********",
                hook.path("name").asText() + " " + hook.path("type").asText() + " " + hook.path("active") + " "
                        + hook.at("/config/secret").asText());
        assertEquals(fixture.target().root() + BELL, hook.path("url").asText());
        assertEquals(
                fixture.target().root() + BELL + "/test", hook.path("test_url").asText());
        assertEquals(
                fixture.target().root() + BELL + "/pings", hook.path("ping_url").asText());
        assertEquals(
                "{\"code\":null,\"status\":\"unused\",\"message\":null}",
                hook.path("last_response").toString());
    }

    @Test
    @DisplayName(
            "POST /repos/{owner}/{repo}/hooks needs no name, has the defaults of organizations, says Location, and "
                    + "pings (R111, R113 to R116)")
    void makes() {
        HttpAnswer made = wade().post(OF_BELL, PLAIN).is(201);
        JsonNode hook = made.json();
        assertEquals(
                "web [\"push\"] true form 0",
                hook.path("name").asText() + " " + hook.path("events") + " " + hook.path("active") + " "
                        + hook.at("/config/content_type").asText() + " "
                        + hook.at("/config/insecure_ssl").asText());
        assertEquals(hook.path("url").asText(), made.header("Location"));
        JsonNode ping = deliveries.last(wade(), OF_BELL + "/" + hook.path("id"));
        assertEquals("ping", ping.path("event").asText());
        assertEquals(
                "repository 751",
                ping.at("/request/headers/X-GitHub-Hook-Installation-Target-Type")
                                .asText() + " "
                        + ping.at("/request/headers/X-GitHub-Hook-Installation-Target-ID")
                                .asText());
        JsonNode payload = ping.at("/request/payload");
        assertEquals(
                "Repository 751 wade",
                payload.at("/hook/type").asText() + " " + payload.at("/repository/id") + " "
                        + payload.at("/sender/login").asText());
        assertFalse(payload.has("organization"));
    }

    @Test
    @DisplayName("POST /repos/{owner}/{repo}/hooks takes every member (R108 to R115)")
    void takesEverything() {
        JsonNode hook = wade().post(OF_BELL, """
                {"name": "web", "active": false, "events": ["member", "*"], "config": {"url": "https://127.0.0.1:9/all",
                 "content_type": "json", "secret": "s", "insecure_ssl": 1, "username": "u", "password": "p"}}""").is(201).json();
        assertEquals("false [\"member\",\"*\"]", hook.path("active") + " " + hook.path("events"));
        assertEquals(
                "{\"url\":\"https://127.0.0.1:9/all\",\"content_type\":\"json\",\"secret\":\"********\",\"insecure_ssl\":"
                        + "\"1\"}",
                hook.path("config").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Hook missing_field config",
                "{'config': {}} | Hook missing_field url",
                "{'name': 'email', 'config': {'url': 'http://a/'}} | Hook invalid name",
                "{'config': {'url': 'http://a/'}, 'events': [7]} | Hook invalid events",
                "{'config': {'url': 'http://a/'}, 'active': 'yes'} | Hook invalid active",
                "{'config': {'url': 'http://127.0.0.1:9/bell'}, 'events': ['member', 'push']} | Hook custom Hook already exists on this repository",
                "{'config': {'url': 'http://127.0.0.1:9/dashboards'}} | Hook custom Hook already exists on this repository"
            })
    @DisplayName("POST /repos/{owner}/{repo}/hooks refuses what does not fit, and what is there already, whoever made "
            + "that (R108 to R110, R117)")
    void refusesMisfits(String body, String error) {
        assertEquals(List.of(error), errors(wade().post(OF_BELL, body.replace('\'', '"'))));
        assertEquals(2, wade().get(OF_BELL).is(200).json().size());
    }

    @Test
    @DisplayName("POST /repos/{owner}/{repo}/hooks and PATCH /repos/{owner}/{repo}/hooks/{hook_id} refuse the 21st "
            + "webhook of an event (R117)")
    void refusesTheTwentyFirst() {
        String body = "{\"config\": {\"url\": \"http://127.0.0.1:9/%d\"}, \"events\": [\"star\"]}";
        for (int i = 0; i < 20; i++) {
            wade().post(OF_BELL, body.formatted(i)).is(201);
        }
        String error = "Hook custom The \"star\" event cannot have more than 20 hooks";
        assertEquals(List.of(error), errors(wade().post(OF_BELL, body.formatted(20))));
        assertEquals(List.of(error), errors(wade().patch(BELL, "{\"add_events\": [\"star\"]}")));
        wade().post("/repos/buoy/chain/hooks", body.formatted(0)).is(201);
    }

    @Test
    @DisplayName("PATCH and POST /repos/{owner}/{repo}/hooks/{hook_id} change what they are sent; events are set, then "
            + "added, then removed (R114, R115, R118)")
    void changes() {
        JsonNode before = wade().get(BELL).is(200).json();
        assertEquals(
                "[\"push\",\"star\"]",
                wade().patch(BELL, "{\"add_events\": [\"star\", \"push\"], \"remove_events\": [\"member\", \"fork\"]}")
                        .is(200)
                        .json()
                        .path("events")
                        .toString());
        JsonNode after = wade().patch(BELL, """
                {"events": ["member"], "add_events": ["team_add"], "active": false, "config": {"url":
                 "http://127.0.0.1:9/elsewhere", "content_type": "form", "secret": "another", "insecure_ssl": "1"}}""").is(200).json();
        assertEquals("false [\"member\",\"team_add\"]", after.path("active") + " " + after.path("events"));
        assertEquals("http://127.0.0.1:9/elsewhere", after.at("/config/url").asText());
        assertEquals(before.path("created_at"), after.path("created_at"));
        assertNotEquals(before.path("updated_at"), after.path("updated_at"));
        JsonNode posted = wade().post(BELL, """
                {"events": ["push"], "add_events": ["fork"], "remove_events": ["push"], "active": true, "config": {"url":
                 "http://127.0.0.1:9/elsewhere", "content_type": "json", "secret": "s", "insecure_ssl": "0"}}""").is(200).json();
        assertEquals("true [\"fork\"]", posted.path("active") + " " + posted.path("events"));
        assertEquals(
                posted,
                wade().patch(BELL, "{\"events\": [], \"add_events\": null}")
                        .is(200)
                        .json());
        assertFalse(wade().patch(BELL, "{\"config\": {\"url\": \"http://127.0.0.1:9/bell\"}}")
                .is(200)
                .json()
                .path("config")
                .has("secret"));
        assertEquals(List.of("Hook missing_field url"), errors(wade().patch(BELL, "{\"config\": {}}")));
        assertEquals(List.of("Hook invalid add_events"), errors(wade().post(BELL, "{\"add_events\": \"push\"}")));
    }

    @Test
    @DisplayName("DELETE /repos/{owner}/{repo}/hooks/{hook_id} is 204, then 404, and its id is never used again (R121)")
    void deletes() {
        String made = wade().post(OF_BELL, PLAIN).is(201).header("Location");
        wade().delete(made).is(204);
        wade().delete(made).is(404);
        assertNotEquals(made, wade().post(OF_BELL, PLAIN).is(201).header("Location"));
    }

    @Test
    @DisplayName(
            "POST /repos/{owner}/{repo}/hooks/{hook_id}/pings is 204 and delivers, to an inactive webhook too; the "
                    + "webhook says what became of it (R122)")
    void pings() {
        wade().patch(BELL, "{\"active\": false}").is(200);
        wade().post(BELL + "/pings", "").is(204);
        assertEquals(1, deliveries.of(wade(), BELL).size());
        String last = "{\"code\":502,\"status\":\"misconfigured\",\"message\":\"failed to connect to host\"}";
        assertEquals(last, wade().get(BELL).is(200).json().path("last_response").toString());
        assertEquals(
                last, wade().get(OF_BELL).is(200).json().at("/0/last_response").toString());
        assertEquals(
                last,
                wade().get("/repositories/751/hooks")
                        .is(200)
                        .json()
                        .at("/0/last_response")
                        .toString());
        assertEquals(
                last,
                wade().patch(BELL, "{\"active\": true}")
                        .is(200)
                        .json()
                        .path("last_response")
                        .toString());
        wade().post(BELL + "/pings", "{}").is(204);
        assertEquals(
                last,
                deliveries
                        .last(wade(), BELL)
                        .at("/request/payload/hook/last_response")
                        .toString());
    }

    @Test
    @DisplayName("POST /repos/{owner}/{repo}/hooks/{hook_id}/tests is 204 and sends nothing, for nothing was pushed "
            + "(decisions)")
    void tests() {
        wade().post(BELL + "/tests", "").is(204);
        assertEquals(0, deliveries.of(wade(), BELL).size());
    }
}
