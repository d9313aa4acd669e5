package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOTHING;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.deleteIfPresent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security campaigns, from the first to the last day of one. */
@PortableScenarios
@Reads(WorldPart.CAMPAIGNS)
@Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
abstract class PortableCampaignsScenarios {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerUnderTest server;

    PortableCampaignsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns is 200, GET /orgs/{org}/campaigns shows it; DELETE "
            + "/orgs/{org}/campaigns/{campaign_number} is 204, and then it is 404 (R27, R28, R32)")
    @Requires({ConfigKey.ALERTS_REPOSITORY, ConfigKey.ALERT_NUMBERS})
    @Writes(WorldPart.CAMPAIGNS)
    void livesAndEnds() {
        HttpAnswer made = create();
        hold(made.member("state").equals("open"), made, "the state open");
        hold(made.json().path("closed_at").isNull() || !made.json().has("closed_at"), made, "no closed_at");
        HttpAnswer got = owner().get(path(made)).is(200);
        hold(got.member("name").equals(made.member("name")), got, "the name " + made.member("name"));
        hold(
                numbers("").contains(made.member("number")),
                owner().get(campaigns("")),
                "the number " + made.member("number") + " on one of the pages");
        owner().delete(path(made)).is(204);
        owner().get(path(made)).is(404);
        server.expect(owner().delete(path(made)), 404);
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} changes only what is sent (R31)")
    @Requires({ConfigKey.ALERTS_REPOSITORY, ConfigKey.ALERT_NUMBERS})
    @Writes(WorldPart.CAMPAIGNS)
    void changesOneThing() {
        HttpAnswer made = create();
        owner().patch(path(made), "{\"name\": \"Another name\"}").is(200);
        HttpAnswer got = owner().get(path(made)).is(200);
        hold(got.member("name").equals("Another name"), got, "the name that was sent");
        List.of("description", "ends_at", "state")
                .forEach(name -> hold(
                        got.member(name).equals(made.member(name)), got, name + " as it was, " + made.member(name)));
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} closes and opens again; GET /orgs/{org}/campaigns by "
            + "state follows (R11, R30)")
    @Requires({ConfigKey.ALERTS_REPOSITORY, ConfigKey.ALERT_NUMBERS})
    @Writes(WorldPart.CAMPAIGNS)
    void closesAndOpens() {
        HttpAnswer made = create();
        HttpAnswer closed = owner().patch(path(made), "{\"state\": \"closed\"}").is(200);
        hold(closed.json().path("closed_at").isTextual(), closed, "a moment in closed_at");
        hold(
                numbers("&state=closed").contains(made.member("number")),
                owner().get(campaigns("&state=closed")),
                "the number " + made.member("number"));
        hold(
                !numbers("&state=open").contains(made.member("number")),
                owner().get(campaigns("&state=open")),
                "no number " + made.member("number"));
        HttpAnswer open = owner().patch(path(made), "{\"state\": \"open\"}").is(200);
        hold(open.json().path("closed_at").isNull() || !open.json().has("closed_at"), open, "no closed_at");
        hold(
                numbers("&state=open").contains(made.member("number")),
                owner().get(campaigns("&state=open")),
                "the number " + made.member("number"));
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/campaigns puts the newest first, and the other way round with direction=asc (R10, R12)")
    @Requires({ConfigKey.ALERTS_REPOSITORY, ConfigKey.ALERT_NUMBERS})
    @Writes(WorldPart.CAMPAIGNS)
    void sorts() {
        create();
        create();
        HttpAnswer page = owner().get(campaigns("")).is(200);
        List<String> newest = created(page);
        hold(
                newest.equals(newest.stream()
                        .sorted((one, other) -> other.compareTo(one))
                        .toList()),
                page,
                "created_at to descend, not " + newest);
        HttpAnswer turned =
                owner().get(campaigns("&direction=asc&sort=created")).is(200);
        List<String> oldest = created(turned);
        hold(oldest.equals(oldest.stream().sorted().toList()), turned, "created_at to ascend, not " + oldest);
    }

    private static List<String> created(HttpAnswer page) {
        return page.json()
                .valueStream()
                .map(one -> one.path("created_at").asText())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name |",
                "name | \"\"",
                "name | 7",
                "description |",
                "ends_at |",
                "ends_at | \"2001-02-03T04:05:06Z\"",
                "ends_at | \"tomorrow\"",
                "contact_link | \"not a uri\"",
                "managers | [\"" + NOBODY + "\"]",
                "team_managers | [\"" + NOBODY + "\"]",
                "code_scanning_alerts | []"
            })
    @DisplayName(
            "POST /orgs/{org}/campaigns with something missing or impossible is 422, and nothing is made (R14, R15, "
                    + "R17, R18, R19, R20, R21, R22)")
    @Requires({ConfigKey.ALERTS_REPOSITORY, ConfigKey.ALERT_NUMBERS})
    @Writes(WorldPart.CAMPAIGNS)
    void refusesWhatCannotBe(String member, String value) throws JsonProcessingException {
        ObjectNode body = body();
        body.remove(member);
        if (value != null) {
            body.set(member, JSON.readTree(value));
        }
        List<String> before = numbers("");
        HttpAnswer answer = made(body.toString());
        server.expect(answer, 422, 400);
        hold(numbers("").equals(before), answer, "the same campaigns as before, " + before);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "7"})
    @DisplayName("POST /orgs/{org}/campaigns with what is not a JSON object is 400 (conventions, 1)")
    @Writes(WorldPart.CAMPAIGNS)
    void refusesWhatIsNoJson(String body) {
        made(body).is(400);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"GET", "PATCH", "DELETE"})
    @DisplayName("GET, PATCH and DELETE /orgs/{org}/campaigns/{campaign_number} of a campaign that does not exist "
            + "are 404 (R28)")
    void knowsNoOther(String method) {
        String path = server.organization("/campaigns/" + NOTHING);
        server.expect(
                method.equals("GET") ? owner().get(path) : owner().send(method, path, "{\"name\": \"None\"}"),
                404,
                422);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"OUTSIDER_TOKEN", "SCOPELESS_TOKEN"})
    @DisplayName("GET /orgs/{org}/campaigns is 404 for a caller who is neither owner nor security manager, or has "
            + "no security_events (R2, R3)")
    @Requires({ConfigKey.OUTSIDER_TOKEN, ConfigKey.SCOPELESS_TOKEN})
    void isForOwners(ConfigKey token) {
        server.expect(server.as(token).get(campaigns("")), 404, 403);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"OUTSIDER_TOKEN", "SCOPELESS_TOKEN"})
    @DisplayName("POST /orgs/{org}/campaigns is 404 for a caller who is neither owner nor security manager, or "
            + "has no security_events (R2, R3)")
    @Requires({ConfigKey.OUTSIDER_TOKEN, ConfigKey.SCOPELESS_TOKEN, ConfigKey.ALERTS_REPOSITORY, ConfigKey.ALERT_NUMBERS
    })
    @Writes(WorldPart.CAMPAIGNS)
    void isMadeByOwners(ConfigKey token) {
        server.expect(made(server.as(token), body().toString()), 404, 403);
    }

    private TestClient owner() {
        return server.as(ConfigKey.OWNER_TOKEN);
    }

    private String campaigns(String query) {
        return server.organization("/campaigns?per_page=100" + query);
    }

    private String path(HttpAnswer campaign) {
        return server.organization("/campaigns/" + campaign.member("number"));
    }

    private List<String> numbers(String query) {
        return owner().pages(campaigns(query)).stream()
                .flatMap(page -> page.json().valueStream())
                .map(one -> one.path("number").asText())
                .toList();
    }

    private ObjectNode body() {
        ObjectNode body = JSON.createObjectNode()
                .put("name", "Contract tests")
                .put("description", "Made by contract tests, and deleted by them")
                .put(
                        "ends_at",
                        Instant.now()
                                .plus(30, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        ObjectNode alerts = body.putArray("code_scanning_alerts")
                .addObject()
                .put("repository_id", Long.parseLong(server.name(ConfigKey.ALERTS_REPOSITORY)));
        List.of(server.name(ConfigKey.ALERT_NUMBERS).split(" *, *"))
                .forEach(number -> alerts.withArray("alert_numbers").add(Long.parseLong(number)));
        return body;
    }

    private HttpAnswer create() {
        return made(body().toString()).is(200);
    }

    private HttpAnswer made(String body) {
        return made(owner(), body);
    }

    /** Makes a campaign that is gone after the scenario. */
    private HttpAnswer made(TestClient caller, String body) {
        HttpAnswer answer = caller.post(server.organization("/campaigns"), body);
        if (answer.status() == 200) {
            server.afterwards(() -> deleteIfPresent(owner(), path(answer)));
        }
        return answer;
    }
}
