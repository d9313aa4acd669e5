package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.BELL;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OURS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.DeliverySteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and how webhooks of organizations and repositories are delivered, by itself. */
@FixtureScenarios
abstract class WebhookConfigsScenarios {

    private static final String CONFIG = "/config";

    private final Fixture fixture;

    WebhookConfigsScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    private TestClient wade() {
        return fixture.as(FixtureIdentity.WADE);
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/config, and of a repository, is the config of the webhook, with a "
            + "mask in the place of the secret (R112)")
    void isOfTheWebhook(String hook) {
        JsonNode config = wade().get(hook + CONFIG).is(200).json();
        assertEquals(wade().get(hook).is(200).json().path("config"), config);
        assertEquals("********", config.path("secret").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id}/config, and of a repository, changes what it is sent and nothing "
            + "else, not the secret either; what changes nothing is not dated (R118)")
    void changes(String hook) {
        JsonNode before = wade().get(hook).is(200).json();
        JsonNode config = wade().patch(hook + CONFIG, "{\"content_type\": \"form\", \"insecure_ssl\": 1}")
                .is(200)
                .json();
        assertEquals(
                before.at("/config/url").asText() + " form 1 ********",
                config.path("url").asText() + " " + config.path("content_type").asText() + " "
                        + config.path("insecure_ssl").asText() + " "
                        + config.path("secret").asText());
        JsonNode after = wade().get(hook).is(200).json();
        assertEquals(config, after.path("config"));
        assertEquals(before.path("events"), after.path("events"));
        assertNotEquals(before.path("updated_at"), after.path("updated_at"));
        for (String nothing : List.of("", "null", "{}", "{\"secret\": null, \"url\": null, \"insecure_ssl\": \"1\"}")) {
            assertEquals(config, wade().patch(hook + CONFIG, nothing).is(200).json());
            assertEquals(
                    after.path("updated_at"), wade().get(hook).is(200).json().path("updated_at"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id}/config, and of a repository, sets the secret that signs, and "
            + "removes it by an empty one (R112)")
    void setsTheSecret(String hook) {
        String old = signature(hook);
        wade().patch(hook + CONFIG, "{\"url\": \"http://127.0.0.1:9/elsewhere\", \"secret\": \"********\"}")
                .is(200);
        String changed = signature(hook);
        assertNotEquals(old.length(), 0);
        assertNotEquals(old, changed);
        assertEquals(
                false,
                wade().patch(hook + CONFIG, "{\"secret\": \"\"}").is(200).json().has("secret"));
        assertEquals("", signature(hook));
    }

    private String signature(String hook) {
        wade().post(hook + "/pings", "").is(204);
        return new DeliverySteps(fixture)
                .last(wade(), hook)
                .at("/request/headers/X-Hub-Signature-256")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id}/config, and of a repository, refuses what does not fit, and "
            + "changes nothing (R110, R111, R113, R117)")
    void refusesMisfits(String hook) {
        JsonNode before = wade().get(hook + CONFIG).is(200).json();
        assertEquals(List.of("Hook invalid content_type"), refusal(hook, "{\"content_type\": 7}"));
        assertEquals(List.of("Hook invalid insecure_ssl"), refusal(hook, "{\"insecure_ssl\": []}"));
        assertEquals(
                List.of("Hook custom The URL you've entered is not valid. Please make sure that you encode all special"
                        + " characters first"),
                refusal(hook, "{\"url\": \"nonsense\"}"));
        String hooks = hook.substring(0, hook.lastIndexOf('/'));
        wade().post(
                        hooks,
                        "{\"name\": \"web\", \"config\": {\"url\": \"http://127.0.0.1:9/other\"}, \"events\": "
                                + wade().get(hook).is(200).json().path("events") + "}")
                .is(201);
        assertEquals(
                List.of("Hook custom Hook already exists on this "
                        + (hook.equals(BELL) ? "repository" : "organization")),
                refusal(hook, "{\"url\": \"http://127.0.0.1:9/other\"}"));
        assertEquals(before, wade().get(hook + CONFIG).is(200).json());
    }

    private List<String> refusal(String hook, String body) {
        return errors(wade().patch(hook + CONFIG, body));
    }
}
