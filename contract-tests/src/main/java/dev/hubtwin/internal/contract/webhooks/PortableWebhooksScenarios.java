package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOTHING;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.deleteIfPresent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks of an organization, from the first to the last day of one. */
@PortableScenarios
@Reads(WorldPart.HOOKS)
@Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
abstract class PortableWebhooksScenarios {

    private final ServerUnderTest server;

    PortableWebhooksScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks is 201, GET /orgs/{org}/hooks shows it; DELETE /orgs/{org}/hooks/{hook_id} is "
            + "204, and then it is 404 (R116, R120, R121)")
    @Writes(WorldPart.HOOKS)
    void livesAndEnds() {
        HttpAnswer made = make("");
        String path = path(made);
        hold(
                String.valueOf(made.header("Location")).endsWith(path.substring(path.indexOf("/hooks"))),
                made,
                "a Location that ends in /hooks/" + made.member("id"));
        HttpAnswer got = owner().get(path).is(200);
        hold(got.member("id").equals(made.member("id")), got, "the id " + made.member("id"));
        hold(isListed(made), owner().get(hooks()), "the webhook " + made.member("id") + " on one of the pages");
        owner().delete(path).is(204);
        owner().get(path).is(404);
        owner().delete(path).is(404);
        hold(!isListed(made), owner().get(hooks()), "no webhook " + made.member("id") + " any more");
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks without more than name and url means events push, active, form, and "
            + "verification (R111, R113, R114, R115)")
    @Writes(WorldPart.HOOKS)
    void hasDefaults() {
        HttpAnswer hook = make("");
        JsonNode config = hook.json().path("config");
        hold(hook.json().path("events").toString().equals("[\"push\"]"), hook, "the events [\"push\"]");
        hold(hook.json().path("active").asBoolean(), hook, "active: true");
        hold(config.path("content_type").asText().equals("form"), hook, "the content_type form");
        hold(config.path("insecure_ssl").asText().equals("0"), hook, "the insecure_ssl 0");
    }

    @Test
    @DisplayName("POST and GET /orgs/{org}/hooks and GET /orgs/{org}/hooks/{hook_id} never show the secret (R112)")
    @Writes(WorldPart.HOOKS)
    void hidesTheSecret() {
        String secret = UUID.randomUUID().toString();
        HttpAnswer hook = make(", \"secret\": \"" + secret + "\"");
        hold(!hook.text().contains(secret), hook, "an answer without the secret");
        HttpAnswer got = owner().get(path(hook)).is(200);
        hold(!got.text().contains(secret), got, "an answer without the secret");
        HttpAnswer list = owner().get(hooks() + "?per_page=100").is(200);
        hold(!list.text().contains(secret), list, "an answer without the secret");
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id} changes what is sent and nothing else (R114, R115, R118)")
    @Writes(WorldPart.HOOKS)
    void changes() {
        HttpAnswer hook = make(", \"content_type\": \"json\"");
        owner().patch(path(hook), "{\"events\": [\"member\", \"team\"], \"active\": false}")
                .is(200);
        HttpAnswer got = owner().get(path(hook)).is(200);
        hold(
                got.json()
                        .path("events")
                        .valueStream()
                        .map(JsonNode::asText)
                        .sorted()
                        .toList()
                        .toString()
                        .equals("[member, team]"),
                got,
                "the events member and team");
        hold(!got.json().path("active").asBoolean(true), got, "active: false");
        hold(got.json().at("/config/content_type").asText().equals("json"), got, "the content_type json, as it was");
        owner().patch(path(hook), "{\"config\": {\"url\": \"" + url() + "/elsewhere\", \"content_type\": \"form\"}}")
                .is(200);
        HttpAnswer again = owner().get(path(hook)).is(200);
        hold(
                again.json().at("/config/url").asText().equals(url() + "/elsewhere"),
                again,
                "the url " + url() + "/elsewhere");
        hold(again.json().at("/config/content_type").asText().equals("form"), again, "the content_type form");
        hold(again.json().path("events").size() == 2, again, "both events, as they were");
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks/{hook_id}/pings is 204 (R122)")
    @Writes(WorldPart.HOOKS)
    void pings() {
        owner().post(path(make("")) + "/pings", "").is(204);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(
            strings = {
                "{\"config\": {\"url\": \"URL\"}}",
                "{\"name\": \"email\", \"config\": {\"url\": \"URL\"}}",
                "{\"name\": \"web\"}",
                "{\"name\": \"web\", \"config\": {}}",
                "{\"name\": \"web\", \"config\": {\"url\": \"not an address\"}}",
                "{\"name\": \"web\", \"config\": {\"url\": 7}}"
            })
    @DisplayName("POST /orgs/{org}/hooks without a name web, a config or a good url is 422, and nothing is made (R108, "
            + "R109, R110)")
    @Writes(WorldPart.HOOKS)
    void refusesWhatIsNoWebhook(String body) {
        long before = count();
        HttpAnswer answer = made(owner(), body.replace("URL", url()));
        answer.is(422);
        hold(count() == before, answer, "as many webhooks as before, " + before);
    }

    @Test
    @DisplayName(
            "POST /orgs/{org}/hooks without a name says that it is missing, and that organizations have no service "
                    + "hooks (reported)")
    @Writes(WorldPart.HOOKS)
    void saysThatTheNameIsMissing() {
        HttpAnswer answer = made(owner(), "{\"config\": {\"url\": \"" + url() + "\"}}");
        String errors = answer.is(422).json().path("errors").toString();
        server.byConvention(() -> hold(
                errors.contains("\"missing_field\"")
                        && errors.contains("Service hooks are not supported on organizations."),
                answer,
                "a missing_field, and that service hooks are not supported"));
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource(
            delimiter = '|',
            value = {
                "\"content_type\": \"application/json\" | application/json 0",
                "\"insecure_ssl\": true               | form 0",
                "\"secret\": null                     | form 0",
                "\"secret\": \"********\"             | form 0"
            })
    @DisplayName("POST /orgs/{org}/hooks takes any word for content_type and true for insecure_ssl, a secret of eight "
            + "asterisks and none (recorded; reported)")
    @Writes(WorldPart.HOOKS)
    void takesOddValues(String member, String shown) {
        HttpAnswer answer = made(owner(), config(", " + member));
        server.byConvention(() -> {
            JsonNode config = answer.is(201).json().path("config");
            hold(
                    shown.equals(config.path("content_type").asText() + " "
                            + config.path("insecure_ssl").asText()),
                    answer,
                    "content_type and insecure_ssl " + shown);
        });
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(strings = {"null", "{\"events\": null, \"active\": null, \"config\": null}"})
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id} with null, for a body or for what is optional, changes nothing "
            + "(recorded)")
    @Writes(WorldPart.HOOKS)
    void changesNothing(String body) {
        HttpAnswer hook = make("");
        HttpAnswer answer = owner().patch(path(hook), body);
        server.byConvention(() -> hold(
                answer.is(200).json().path("events").equals(hook.json().path("events"))
                        && answer.json().path("config").equals(hook.json().path("config")),
                answer,
                "the webhook as it was"));
    }

    @Test
    @DisplayName("POST /orgs/{org}/hooks of the same address and events twice is 422 (R117)")
    @Writes(WorldPart.HOOKS)
    void refusesTheSameTwice() {
        String config = config("");
        made(owner(), config).is(201);
        server.expect(made(owner(), config), 422, 201);
    }

    @ParameterizedTest(name = "{0} hooks/" + NOTHING + "{1}")
    @CsvSource({"GET,", "PATCH,", "DELETE,", "POST, /pings"})
    @DisplayName("GET, PATCH and DELETE /orgs/{org}/hooks/{hook_id}, POST /orgs/{org}/hooks/{hook_id}/pings of a "
            + "webhook that does not exist are 404 (R120, R121)")
    void knowsNoOther(String method, String more) {
        String path = hooks() + "/" + NOTHING + (more == null ? "" : more);
        (method.equals("GET") ? owner().get(path) : owner().send(method, path, "{}")).is(404);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"MEMBER_TOKEN", "OUTSIDER_TOKEN", "SCOPELESS_TOKEN"})
    @DisplayName(
            "GET /orgs/{org}/hooks is 404 for a caller who is not an owner, or has no admin:org_hook (R104, " + "R105)")
    @Requires({ConfigKey.MEMBER_TOKEN, ConfigKey.OUTSIDER_TOKEN, ConfigKey.SCOPELESS_TOKEN})
    @Reads({WorldPart.HOOKS, WorldPart.PEOPLE})
    void isForOwners(ConfigKey token) {
        server.expect(server.as(token).get(hooks()), 404, 403);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"MEMBER_TOKEN", "OUTSIDER_TOKEN", "SCOPELESS_TOKEN"})
    @DisplayName("POST /orgs/{org}/hooks is 404 for a caller who is not an owner, or has no admin:org_hook, and "
            + "makes nothing (R104, R105)")
    @Requires({ConfigKey.MEMBER_TOKEN, ConfigKey.OUTSIDER_TOKEN, ConfigKey.SCOPELESS_TOKEN})
    @Reads({WorldPart.HOOKS, WorldPart.PEOPLE})
    @Writes(WorldPart.HOOKS)
    void isMadeByOwners(ConfigKey token) {
        long before = count();
        HttpAnswer answer = made(server.as(token), config(""));
        hold(count() == before && answer.status() >= 400, answer, "a refusal, and as many webhooks as before");
        server.expect(answer, 404, 403);
    }

    private TestClient owner() {
        return server.as(ConfigKey.OWNER_TOKEN);
    }

    private String hooks() {
        return server.organization("/hooks");
    }

    private String path(HttpAnswer hook) {
        return hooks() + "/" + hook.member("id");
    }

    private String url() {
        return server.target().config().find(ConfigKey.HOOK_URL).orElse("https://example.com/hubtwin");
    }

    private String config(String more) {
        String own = url() + "?scenario=" + UUID.randomUUID(); // two of the same are one too many
        return "{\"name\": \"web\", \"config\": {\"url\": \"" + own + "\"" + more + "}}";
    }

    private HttpAnswer make(String config) {
        return made(owner(), config(config)).is(201);
    }

    /** Makes a webhook that is gone after the scenario. */
    private HttpAnswer made(TestClient caller, String body) {
        HttpAnswer answer = caller.post(hooks(), body);
        if (answer.status() == 201) {
            server.afterwards(() -> deleteIfPresent(owner(), path(answer)));
        }
        return answer;
    }

    private boolean isListed(HttpAnswer hook) {
        return owner().pages(hooks() + "?per_page=100").stream()
                .flatMap(page -> page.json().valueStream())
                .anyMatch(one -> one.path("id").asText().equals(hook.member("id")));
    }

    private long count() {
        return owner().pages(hooks() + "?per_page=100").stream()
                .mapToLong(page -> page.json().size())
                .sum();
    }
}
