package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.HOOKS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OURS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.THEIRS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How webhooks are made, changed and deleted (R108 to R122). */
@FixtureScenarios
abstract class WebhookChangesScenarios {

    private static final String PLAIN = "{\"url\": \"http://127.0.0.1:9/new\"}";
    private static final String BAD_URL =
            "Hook custom The URL you've entered is not valid. Please make sure that you encode all special characters first";

    private final Fixture fixture;
    private final WebhookSteps hooks;

    WebhookChangesScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.hooks = new WebhookSteps(fixture);
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "\"0\"", "\"1\""})
    @DisplayName("POST /orgs/{org}/hooks/{hook_id} means PATCH, as older documents allow (reported)")
    void takesTheOlderMethod(String insecure) {
        String path = HOOKS + "/"
                + hooks.make(FixtureIdentity.WADE, PLAIN)
                        .is(201)
                        .json()
                        .path("id")
                        .asLong();
        JsonNode changed = fixture.as(FixtureIdentity.WADE)
                .post(
                        path,
                        "{\"config\": {\"url\": \"https://a/\", \"insecure_ssl\": " + insecure
                                + "}, \"active\": false}")
                .is(200)
                .json();
        assertEquals(
                insecure.replace("\"", ""), changed.at("/config/insecure_ssl").textValue());
        assertFalse(changed.path("active").booleanValue());
        assertEquals(changed, fixture.as(FixtureIdentity.WADE).get(path).is(200).json());
    }

    @ParameterizedTest
    @EnumSource(names = {"WADE", "WADE_WRITES_HOOKS", "WADE_THROUGH_APP", "BUOY", "DASHBOARDS", "REPORTS"})
    @DisplayName("POST /orgs/{org}/hooks makes one with every default, answers 201 and says where it is (R111, R113 to "
            + "R116)")
    void makes(FixtureIdentity who) {
        HttpAnswer made = hooks.make(who, PLAIN).is(201);
        JsonNode hook = made.json();
        assertEquals(fixture.target().root() + HOOKS + "/" + hook.path("id").asLong(), made.header("Location"));
        assertEquals(
                "{\"url\":\"http://127.0.0.1:9/new\",\"content_type\":\"form\",\"insecure_ssl\":\"0\"}",
                hook.path("config").toString());
        assertEquals("[\"push\"] true", hook.path("events") + " " + hook.path("active"));
        assertEquals(hook.path("created_at"), hook.path("updated_at"));
        assertEquals(hook, fixture.as(who).get(made.header("Location")).is(200).json());
    }

    @ParameterizedTest
    @CsvSource({
        "WADE, BUOY, true",
        "BUOY, WADE, true",
        "DASHBOARDS, WADE, false",
        "DASHBOARDS, REPORTS, false",
        "WADE, DASHBOARDS, false",
        "WADE_THROUGH_APP, WADE, true"
    })
    @DisplayName("GET /orgs/{org}/hooks/{hook_id} shows what an OAuth app made by POST /orgs/{org}/hooks to it alone, "
            + "what a GitHub App made to everybody else (R106, R107)")
    void belongsToItsMaker(FixtureIdentity maker, FixtureIdentity who, boolean sees) {
        String made = hooks.make(maker, PLAIN).is(201).header("Location");
        fixture.as(who).get(made).is(sees ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'email', 'config': {'url': 'http://a/'}} | Hook invalid name",
                "{'name': 'web'} | Hook missing_field config",
                "{'name': 'web', 'config': null} | Hook missing_field config",
                "{'name': 'web', 'config': {}} | Hook missing_field url",
                "{'name': 'web', 'config': {'url': null}} | Hook missing_field url",
                "{'name': 'web', 'config': {'url': 'http://a/', 'content_type': 7}} | Hook invalid content_type",
                "{'name': 'web', 'config': {'url': 'http://a/', 'insecure_ssl': []}} | Hook invalid insecure_ssl",
                "{'name': 'web', 'config': {'url': 'http://a/', 'insecure_ssl': {'a': 1}}} | Hook invalid insecure_ssl",
                "{'name': 'web', 'config': {'url': 'http://a/', 'secret': 7}} | Hook invalid secret",
                "{'name': 'web', 'config': {'url': 'http://a/'}, 'events': [7]} | Hook invalid events",
                "{'name': 'web', 'config': {'url': 'http://a/'}, 'events': 'push'} | Hook invalid events",
                "{'name': 'web', 'config': {'url': 'http://a/'}, 'active': 'yes'} | Hook invalid active"
            })
    @DisplayName("POST /orgs/{org}/hooks refuses what does not fit, and says which member it is (R108, R109, R110, "
            + "R111, R113)")
    void refusesMisfits(String body, String error) {
        HttpAnswer answer = fixture.as(FixtureIdentity.WADE)
                .post(HOOKS, body.replace('\'', '"'))
                .is(422);
        assertEquals("Validation Failed", answer.message());
        assertEquals(List.of(error), errors(answer));
        assertEquals(List.of(11L), hooks.seen(FixtureIdentity.WADE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/hook",
                "ftp://example.com/",
                "http://",
                "http:///hook",
                "http://exa mple.com/",
                "nonsense",
                "http://example.com:99999/",
                "http://example.com:0/",
                "http://ex%61mple.com/",
                "http://[::1/",
                "https://b\u00fccher.example/",
                "javascript:alert(1)",
                "http://example.com/\\u0000",
                "file:///etc/passwd"
            })
    @DisplayName("POST /orgs/{org}/hooks and PATCH /orgs/{org}/hooks/{hook_id} refuse a URL that nothing can be "
            + "delivered to (R110)")
    void refusesBadAddresses(String url) {
        String config = "{\"url\": \"" + url + "\"}";
        assertEquals(List.of(BAD_URL), errors(hooks.make(FixtureIdentity.WADE, config)));
        assertEquals(
                List.of(BAD_URL), errors(fixture.as(FixtureIdentity.WADE).patch(OURS, "{\"config\": " + config + "}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://my_container:8080/hook?x=1",
                "HTTPS://Example.com",
                "http://[::1]:9/",
                "http://u:p@127.0.0.1:9/",
                "http://127.1/"
            })
    @DisplayName("POST /orgs/{org}/hooks takes every other URL, names of containers and loopback too (R110)")
    void takesAddresses(String url) {
        assertEquals(
                url,
                hooks.make(FixtureIdentity.WADE, "{\"url\": \"" + url + "\"}")
                        .is(201)
                        .json()
                        .at("/config/url")
                        .asText());
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks with public_hook_hosts_only refuses a private address as GitHub does, and "
            + "takes a public one (R110; decisions)")
    void refusesPrivateAddresses() {
        fixture.merge("{\"settings\": {\"public_hook_hosts_only\": true}}");
        for (String url : List.of(
                "http://127.0.0.1:9/",
                "http://localhost/",
                "http://10.0.0.1/",
                "http://[::ffff:192.168.0.1]/",
                "http://2130706433/",
                "http://[fe80::1]/",
                "http://0.0.0.0/",
                "http://intranet/",
                "http://0x7f.1/",
                "http://169.254.169.254/")) {
            assertEquals(
                    1,
                    errors(hooks.make(FixtureIdentity.WADE, "{\"url\": \"" + url + "\"}")).stream()
                            .filter(error -> error.contains("isn't reachable over the public Internet ("))
                            .count(),
                    url);
        }
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"https://example.com/\"}").is(201);
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"https://192.0.2.1/\"}").is(201);
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks refuses the address and events of another one that the caller sees, in any "
            + "order (R117)")
    void refusesDuplicates() {
        String ours = "{\"name\": \"web\", \"config\": {\"url\": \"http://127.0.0.1:9/ours\"}, \"events\": [\"team\", "
                + "\"push\"]}";
        assertEquals(
                List.of("Hook custom Hook already exists on this organization"),
                errors(fixture.as(FixtureIdentity.WADE).post(HOOKS, ours)));
        fixture.as(FixtureIdentity.DASHBOARDS).post(HOOKS, ours).is(201);
        fixture.as(FixtureIdentity.WADE)
                .post(HOOKS, ours.replace("\"team\", ", ""))
                .is(201);
        assertEquals(
                List.of("Hook custom Hook already exists on this organization"),
                errors(fixture.as(FixtureIdentity.WADE).patch(OURS, "{\"events\": [\"push\"]}")));
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks and PATCH /orgs/{org}/hooks/{hook_id} refuse the 21st webhook of an event "
            + "(R117)")
    void refusesTheTwentyFirst() {
        String message = "Hook custom The \"star\" event cannot have more than 20 hooks";
        String body = "{\"name\": \"web\", \"config\": {\"url\": \"http://127.0.0.1:9/n\"}, \"events\": [%s]}";
        assertEquals(
                List.of(message),
                errors(fixture.as(FixtureIdentity.WADE)
                        .post("/orgs/jetty/hooks", body.formatted("\"push\", \"star\""))));
        String made = fixture.as(FixtureIdentity.WADE)
                .post("/orgs/jetty/hooks", body.formatted("\"push\""))
                .is(201)
                .header("Location");
        assertEquals(
                List.of(message), errors(fixture.as(FixtureIdentity.WADE).patch(made, "{\"events\": [\"star\"]}")));
        fixture.as(FixtureIdentity.WADE)
                .patch("/orgs/jetty/hooks/100", "{\"events\": [\"star\", \"push\"]}")
                .is(200);
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id} changes what it is sent, and dates it; what changes nothing is not "
            + "dated (R114, R115)")
    void changes() {
        JsonNode before = fixture.as(FixtureIdentity.WADE).get(OURS).json();
        JsonNode after = fixture.as(FixtureIdentity.WADE)
                .patch(OURS, "{\"active\": false, \"events\": [\"*\", \"*\"]}")
                .is(200)
                .json();
        assertEquals("false [\"*\"]", after.path("active") + " " + after.path("events"));
        assertEquals(before.path("config"), after.path("config"));
        assertEquals(before.path("created_at"), after.path("created_at"));
        assertNotEquals(before.path("updated_at"), after.path("updated_at"));
        assertEquals(
                after,
                fixture.as(FixtureIdentity.WADE)
                        .patch(OURS, "{\"active\": false, \"name\": \"web\"}")
                        .is(200)
                        .json());
        for (String nothing :
                List.of("", "null", "{\"events\": null, \"active\": null, \"config\": null}", "{\"events\": []}")) {
            assertEquals(
                    after,
                    fixture.as(FixtureIdentity.WADE)
                            .patch(OURS, nothing)
                            .is(200)
                            .json());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'email'} | Hook invalid name",
                "{'config': {}} | Hook missing_field url",
                "{'config': {'url': 'http://a/', 'content_type': true}} | Hook invalid content_type"
            })
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id} refuses what does not fit, and changes nothing (R108, R110, R111)")
    void refusesMisfittingChanges(String body, String error) {
        JsonNode before = fixture.as(FixtureIdentity.WADE).get(OURS).json();
        assertEquals(List.of(error), errors(fixture.as(FixtureIdentity.WADE).patch(OURS, body.replace('\'', '"'))));
        assertEquals(before, fixture.as(FixtureIdentity.WADE).get(OURS).json());
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/hooks/{hook_id} is 204, then 404, and its id is never used again (R121)")
    void deletes() {
        String made = hooks.make(FixtureIdentity.WADE, PLAIN).is(201).header("Location");
        fixture.as(FixtureIdentity.WADE).delete(made).is(204);
        fixture.as(FixtureIdentity.WADE).delete(made).is(404);
        fixture.as(FixtureIdentity.WADE).get(made).is(404);
        assertFalse(made.equals(hooks.make(FixtureIdentity.WADE, PLAIN).is(201).header("Location")));
        fixture.as(FixtureIdentity.DASHBOARDS).delete(THEIRS).is(204);
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks/{hook_id}/pings is 204, with a body or without, for an inactive webhook too, "
            + "and each is delivered (R122)")
    void pings() {
        fixture.restoreAfterwards();
        String deliveries = "/deliveries?event=ping";
        int before = fixture.control().get(deliveries).is(200).json().size();
        fixture.as(FixtureIdentity.WADE).post(OURS + "/pings", "").is(204);
        fixture.as(FixtureIdentity.WADE).patch(OURS, "{\"active\": false}").is(200);
        fixture.as(FixtureIdentity.BUOY).post(OURS + "/pings", "{}").is(204);
        fixture.as(FixtureIdentity.DASHBOARDS).post(THEIRS + "/pings", "").is(204);
        assertEquals(
                before + 3, fixture.control().get(deliveries).is(200).json().size());
    }
}
