package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.HOOKS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OURS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values the members of a webhook may have, and what they come to (R108 to R119). */
@FixtureScenarios
abstract class WebhookValuesScenarios {

    private final Fixture fixture;
    private final WebhookSteps hooks;

    WebhookValuesScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.hooks = new WebhookSteps(fixture);
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'config': {'url': 'http://a/'}}", "{'name': null, 'config': {'url': 'http://a/'}}"})
    @DisplayName(
            "POST /orgs/{org}/hooks without a name says that it is missing, and that organizations have no service "
                    + "hooks (R108; reported)")
    void refusesTheNameless(String body) {
        HttpAnswer answer = fixture.as(FixtureIdentity.WADE)
                .post(HOOKS, body.replace('\'', '"'))
                .is(422);
        assertEquals(
                List.of("Hook missing_field name", "Hook custom Service hooks are not supported on organizations."),
                errors(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "\"0\", 0",
        "\"1\", 1",
        "true, 0",
        "false, 0",
        "\"true\", 0",
        "2, 0",
        "1.5, 0",
        "\"\", 0",
        "null, 0"
    })
    @DisplayName(
            "POST /orgs/{org}/hooks takes insecure_ssl as a number or a text, and anything but 1 for 0, and answers "
                    + "with a text (R113; reported)")
    void takesBothForms(String sent, String answered) {
        JsonNode config = hooks.make(
                        FixtureIdentity.WADE,
                        "{\"url\": \"https://a/\", \"insecure_ssl\": " + sent.replace('\'', '"') + "}")
                .is(201)
                .json()
                .path("config");
        assertEquals(answered, config.path("insecure_ssl").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "form", "application/json", "xml", "JSON"})
    @DisplayName("POST /orgs/{org}/hooks takes every member of config, content_type with any word; username and "
            + "password have no effect (R111, R112, R115; recorded)")
    void takesEveryMember(String type) {
        JsonNode made = fixture.as(FixtureIdentity.WADE)
                .post(HOOKS, """
        {"name": "web", "active": false, "events": ["push"], "config": {"url": "https://a/", "content_type": "%s",
         "secret": "s3cret", "insecure_ssl": "0", "username": "wade", "password": "s3cret"}}""".formatted(type))
                .is(201)
                .json();
        assertEquals(
                "{\"url\":\"https://a/\",\"content_type\":\"" + type
                        + "\",\"secret\":\"********\",\"insecure_ssl\":\"0\"}",
                made.path("config").toString());
        assertFalse(made.path("active").asBoolean());
        assertEquals(
                made,
                fixture.as(FixtureIdentity.WADE)
                        .get(made.path("url").asText())
                        .is(200)
                        .json());
    }

    @ParameterizedTest
    @CsvSource({"json, \"0\", 0", "form, \"1\", 1", "json, 0, 0", "form, 1, 1", "application/json, true, 0"})
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id} changes how things are sent, as its creation sets it (R111, R113)")
    void changesHowItIsSent(String type, String sent, String answered) {
        String config = "{\"url\": \"https://a/\", \"content_type\": \"" + type + "\", \"insecure_ssl\": " + sent + "}";
        JsonNode changed = fixture.as(FixtureIdentity.WADE)
                .patch(OURS, "{\"config\": " + config + "}")
                .is(200)
                .json();
        assertEquals(
                type + " " + answered,
                changed.at("/config/content_type").asText() + " "
                        + changed.at("/config/insecure_ssl").textValue());
        assertEquals(changed, fixture.as(FixtureIdentity.WADE).get(OURS).is(200).json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"events\": []",
                "\"events\": null, \"active\": null",
                "\"events\": [], \"active\": true, \"unheard\": null"
            })
    @DisplayName(
            "POST /orgs/{org}/hooks with null or an empty list for what is optional means its default (R114, R115; "
                    + "reported)")
    void meansDefaults(String members) {
        JsonNode made = fixture.as(FixtureIdentity.WADE)
                .post(
                        HOOKS,
                        "{\"name\": \"web\", \"config\": {\"url\": \"http://a/\", \"secret\": null, "
                                + "\"content_type\": null, \"insecure_ssl\": null}, " + members + "}")
                .is(201)
                .json();
        assertEquals("[\"push\"] true", made.path("events") + " " + made.path("active"));
        assertEquals(
                "{\"url\":\"http://a/\",\"content_type\":\"form\",\"insecure_ssl\":\"0\"}",
                made.path("config").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'active': true} | buoy-secret",
                "{'config': {'url': 'http://127.0.0.1:9/ours'}} |",
                "{'config': {'url': 'http://127.0.0.1:9/ours', 'secret': ''}} |",
                "{'config': {'url': 'http://127.0.0.1:9/ours', 'secret': 'another'}} | another",
                "{'config': {'url': 'http://127.0.0.1:9/ours', 'secret': null}} |",
                "{'config': {'url': 'http://127.0.0.1:9/ours', 'secret': '********'}} | ********",
                "{'config': null} | buoy-secret"
            })
    @DisplayName(
            "PATCH /orgs/{org}/hooks/{hook_id} sets the secret anew with every config, be it the mask, and without "
                    + "config it stays (R118, R119; recorded)")
    void setsSecrets(String body, String secret) {
        boolean kept = fixture.as(FixtureIdentity.WADE)
                .patch(OURS, body.replace('\'', '"'))
                .is(200)
                .json()
                .path("config")
                .has("secret");
        JsonNode stored = named(fixture.organization("buoy").path("hooks"), "id", "11");
        assertEquals(secret == null ? "" : secret, stored.at("/config/secret").asText(""));
        assertEquals(secret != null, kept);
        assertEquals("json", stored.at("/config/content_type").asText());
    }
}
