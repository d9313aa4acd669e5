package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.CAMPAIGNS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.LEAKS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.body;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.numbers;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.stats;
import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How campaigns begin (R1, R14 to R25, R27). */
@FixtureScenarios
abstract class CampaignCreationScenarios {

    private final Fixture fixture;
    private final CampaignSteps campaigns;

    CampaignCreationScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.campaigns = new CampaignSteps(fixture);
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns answers 200 with the campaign, published at once (R1, R27)")
    void creates() {
        fixture.restoreAfterwards();
        fixture.clock("2030-05-06T07:08:09Z");
        JsonNode made = campaigns
                .create(
                        FixtureIdentity.GRETA,
                        body(
                                "managers",
                                "[\"Gus\"]",
                                "team_managers",
                                "[\"WATCH\", \"keepers\", \"watch\"]",
                                "contact_link",
                                "\"mailto:help@beacon.example\""))
                .is(200)
                .json();
        assertEquals(
                "6 Damp Dry it open mailto:help@beacon.example",
                made.path("number").asText() + " "
                        + made.path("name").asText() + " "
                        + made.path("description").asText() + " "
                        + made.path("state").asText() + " "
                        + made.path("contact_link").asText());
        for (String time : List.of("created_at", "updated_at", "published_at")) {
            assertEquals("2030-05-06T07:08:09Z", made.path(time).asText());
        }
        assertEquals("2098-07-06T05:04:03Z", made.path("ends_at").asText());
        assertTrue(made.path("closed_at").isNull());
        assertEquals("gus", made.at("/managers/0/login").asText());
        assertEquals(
                "watch keepers",
                made.at("/team_managers/0/slug").asText() + " "
                        + made.at("/team_managers/1/slug").asText());
        assertEquals(2, made.path("team_managers").size(), "each once");
        assertEquals("2 1 1", stats(made));
        assertEquals(made, campaigns.campaign(6));
        assertEquals(
                6, numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS)).get(0));
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns without what may be absent makes no managers, no link and no issues (R16, "
            + "R25)")
    void takesLittle() {
        fixture.restoreAfterwards();
        JsonNode made = campaigns.create(FixtureIdentity.GRETA, body()).is(200).json();
        assertEquals("[] []", made.path("managers") + " " + made.path("team_managers"));
        assertTrue(made.path("contact_link").isNull());
        assertTrue(named(campaigns.stored(), "number", "6").path("issues").isEmpty());
        campaigns
                .create(
                        FixtureIdentity.GRETA,
                        body(
                                "managers",
                                "[]",
                                "team_managers",
                                "[]",
                                "contact_link",
                                "null",
                                "generate_issues",
                                "false"))
                .is(200);
        campaigns
                .create(
                        FixtureIdentity.GRETA,
                        body("managers", "null", "team_managers", "null", "generate_issues", "null"))
                .is(200);
        assertEquals(
                "Body should be a JSON object",
                campaigns.create(FixtureIdentity.GRETA, "null").is(400).message());
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns never uses a number twice, be the campaign deleted or the world exported "
            + "and loaded again (decisions)")
    void numbersOnce() {
        fixture.restoreAfterwards();
        assertEquals(
                "6", campaigns.create(FixtureIdentity.GRETA, body()).is(200).member("number"));
        fixture.as(FixtureIdentity.GRETA).delete(CAMPAIGNS + "/6").is(204);
        assertEquals(
                "7", campaigns.create(FixtureIdentity.GRETA, body()).is(200).member("number"));
        fixture.as(FixtureIdentity.GRETA).delete(CAMPAIGNS + "/7").is(204);
        fixture.replace(fixture.world());
        assertEquals(
                "8", campaigns.create(FixtureIdentity.GRETA, body()).is(200).member("number"));
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns is 422 when no number is left, and none is used twice (decisions)")
    void endsItsNumbers() {
        fixture.restoreAfterwards();
        campaigns.mergeBeacon("\"campaigns\": [{\"number\": 2147483646, \"name\": \"Last\"}]");
        campaigns.create(FixtureIdentity.GRETA, body()).is(422);
        fixture.replace(fixture.world());
        campaigns.create(FixtureIdentity.GRETA, body()).is(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name                 |                             | R14",
                "name                 | \"\"                        | R14",
                "name | null | R14",
                "name | 7 | R14",
                "description          |                             | R15",
                "description | \"\" | R15",
                "description | null | R15",
                "managers             | [\"gus\", \"greta\"]        | R16",
                "managers | [\"gus\", \"gus\"] | R16",
                "managers             | [\"nobody\"]                | R17",
                "managers | [\"beacon\"] | R17",
                "managers             | [\"nora\"]                  | R17: only invited",
                "managers | [\"olivia\"] | R17",
                "managers             | [\"\"]                      | R17",
                "managers | [1] | R17",
                "team_managers        | [\"nobody\"]                | R18",
                "team_managers | [\"deck\"] | R18: another's",
                "team_managers        | \"watch\"                   | R18",
                "team_managers | [null] | R18",
                "ends_at              |                             | R19",
                "ends_at | \"2001-01-01T00:00:00Z\" | R19",
                "ends_at              | \"2098-07-06\"              | R20",
                "ends_at | \"tomorrow\" | R20",
                "ends_at | 4 | R20",
                "ends_at              | \"2098-07-06 05:04:03Z\"    | R20",
                "ends_at | null | R20",
                "ends_at              | \"2098-02-30T00:00:00Z\"    | R20",
                "ends_at | \"2098-07-06T05:04:03\" | R20",
                "ends_at              | \"9999-12-31T23:59:59-01:00\" | R20: no answer can show it",
                "contact_link         | \"not a uri\"               | R21",
                "contact_link | \"\" | R21",
                "contact_link | 1 | R21",
                "contact_link         | \"help\"                    | R21",
                "code_scanning_alerts |                             | R22",
                "code_scanning_alerts | [] | R22",
                "code_scanning_alerts | null                        | R22",
                "code_scanning_alerts | {} | R22",
                "code_scanning_alerts | [{\"alert_numbers\": [1]}]  | R23",
                "code_scanning_alerts | [{\"repository_id\": 999, \"alert_numbers\": [1]}] | R23",
                "code_scanning_alerts | [{\"repository_id\": 503, \"alert_numbers\": [1]}] | R23: acme's",
                "code_scanning_alerts | [{\"repository_id\": \"721\", \"alert_numbers\": [1]}] | R23",
                "code_scanning_alerts | [{\"repository_id\": 721}]  | R24",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": []}] | R24",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [1, 5]}] | R24",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [0]}] | R24",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [4294967297]}] | R24",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [99999999999999999999]}] | R24",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [1, 2, 1]}] | R24: twice",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [1]},"
                        + " {\"repository_id\": 721, \"alert_numbers\": [1]}] | R24: twice",
                "code_scanning_alerts | [{\"repository_id\": 721, \"alert_numbers\": [1], \"x\": 1}] | R31",
                "generate_issues      | 1                           | R25",
                "state | \"open\" | R31: not of this body",
                "unheard              | 1                           | R31"
            })
    @DisplayName("POST /orgs/{org}/campaigns with a member that is missing or cannot be is 422, and nothing is made "
            + "(R14 to R25, R31)")
    void refuses(String member, String value, String rule) {
        JsonNode before = fixture.world();
        assertEquals(
                Set.of("message", "documentation_url"),
                inCommon(campaigns
                        .create(FixtureIdentity.GRETA, body(member, value))
                        .is(422)),
                rule);
        assertEquals(before, fixture.world(), "the world, its counters too");
    }

    private static Set<String> inCommon(HttpAnswer refusal) {
        Set<String> members = refusal.members();
        members.remove("status");
        return members;
    }

    @ParameterizedTest
    @CsvSource({"name, 50", "description, 255"})
    @DisplayName("POST /orgs/{org}/campaigns takes a name of 1 to 50 characters and a description of 1 to 255, of "
            + "any characters (R14, R15)")
    void limitsTexts(String member, int longest) {
        fixture.restoreAfterwards();
        for (String character : List.of("x", "é", "\uD83D\uDE00", "\\n")) {
            campaigns
                    .create(FixtureIdentity.GRETA, body(member, "\"" + character.repeat(longest) + "\""))
                    .is(200);
            campaigns
                    .create(FixtureIdentity.GRETA, body(member, "\"" + character.repeat(longest + 1) + "\""))
                    .is(422);
        }
        campaigns.create(FixtureIdentity.GRETA, body(member, "\"x\"")).is(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-05-06T07:08:10Z, 200",
        "2030-05-06T07:08:09Z, 422",
        "2030-05-06T09:08:10+02:00, 200",
        "2030-05-06T08:08:09+02:00, 422",
        "2030-05-06T00:08:10-07:00, 200",
        "2030-05-06T07:00:00-00:30, 200"
    })
    @DisplayName("POST /orgs/{org}/campaigns takes an end in the future of the world's clock, in any offset, and "
            + "answers it in UTC (R19, R20)")
    void endsInTheFuture(String end, int status) {
        fixture.restoreAfterwards();
        fixture.clock("2030-05-06T07:08:09Z");
        HttpAnswer answer = campaigns
                .create(FixtureIdentity.GRETA, body("ends_at", "\"" + end + "\""))
                .is(status);
        if (status == 200) {
            assertTrue(answer.member("ends_at").matches("2030-05-06T07:(08:10|30:00)Z"), answer::text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{, Problems parsing JSON",
        "'', ",
        "'[]', Body should be a JSON object",
        "'\"x\"', Body should be a JSON object",
        "'{} {}', Problems parsing JSON"
    })
    @DisplayName("POST /orgs/{org}/campaigns and PATCH /orgs/{org}/campaigns/{campaign_number} with no JSON object are "
            + "400; an empty body is an empty object (conventions, 1; decisions)")
    void takesObjects(String body, String message) {
        HttpAnswer answer = campaigns.create(FixtureIdentity.GRETA, body).is(message == null ? 422 : 400);
        assertFalse(message != null && !message.equals(answer.message()), answer::text);
        if (message != null) {
            assertEquals(
                    message,
                    fixture.as(FixtureIdentity.GRETA).patch(LEAKS, body).is(400).message());
        }
    }
}
