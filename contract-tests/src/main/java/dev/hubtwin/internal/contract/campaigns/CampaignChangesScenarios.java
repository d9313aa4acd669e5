package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.CAMPAIGNS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.LEAKS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.numbers;
import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How campaigns are changed, closed and opened again (R16 to R21, R30, R31). */
@FixtureScenarios
abstract class CampaignChangesScenarios {

    private static final String NOW = "2030-05-06T07:08:09Z";

    private final Fixture fixture;
    private final CampaignSteps campaigns;

    CampaignChangesScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.campaigns = new CampaignSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name          | \"Holes\"                     | \"Holes\"",
                "description   | \"Plug them\"                 | \"Plug them\"",
                "ends_at       | \"2098-07-06T05:04:03+02:00\" | \"2098-07-06T03:04:03Z\"",
                "contact_link  | \"https://other.example/\"    | \"https://other.example/\"",
                "contact_link  | null                          | null",
                "managers      | []                            | []",
                "team_managers | []                            | []"
            })
    @DisplayName(
            "PATCH /orgs/{org}/campaigns/{campaign_number} changes the members that the body has, dates the change "
                    + "and leaves the rest (R20, R21, R31)")
    void changes(String member, String value, String shown) {
        fixture.restoreAfterwards();
        fixture.clock(NOW);
        ObjectNode expected = (ObjectNode) campaigns.campaign(1);
        JsonNode changed = update(member, value).is(200).json();
        assertEquals(shown, changed.path(member).toString());
        expected.set(member, changed.path(member));
        expected.put("updated_at", NOW);
        assertEquals(expected, changed);
        assertEquals(changed, campaigns.campaign(1));
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} puts other managers in their place, by login and slug "
            + "in any case (R16 to R18)")
    void changesManagers() {
        fixture.restoreAfterwards();
        assertEquals(
                "greta",
                update("managers", "[\"GRETA\"]")
                        .is(200)
                        .json()
                        .at("/managers/0/login")
                        .asText());
        JsonNode teams = update("team_managers", "[\"Keepers\"]").is(200).json().path("team_managers");
        assertEquals("1 keepers", teams.size() + " " + teams.at("/0/slug").asText());
        JsonNode stored = named(campaigns.stored(), "number", "1");
        assertEquals("[\"greta\"] [\"keepers\"]", stored.path("managers") + " " + stored.path("team_managers"));
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} tells an absent, a null and a set contact_link apart "
            + "(R21)")
    void tellsAbsentFromNull() {
        fixture.restoreAfterwards();
        assertEquals(
                "https://beacon.example/help",
                fixture.as(FixtureIdentity.GRETA)
                        .patch(LEAKS, "{\"name\": \"x\"}")
                        .member("contact_link"));
        assertTrue(update("contact_link", "null")
                .is(200)
                .json()
                .path("contact_link")
                .isNull());
        assertTrue(fixture.as(FixtureIdentity.GRETA)
                .patch(LEAKS, "{\"name\": \"y\"}")
                .json()
                .path("contact_link")
                .isNull());
        assertEquals("urn:x", update("contact_link", "\"urn:x\"").is(200).member("contact_link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "{\"name\": null, \"managers\": null, \"team_managers\": null, \"ends_at\": null, \"state\": null}",
                "{\"name\": \"Leaks\"}",
                "{\"state\": \"open\", \"managers\": [\"gus\"]}",
                "{\"ends_at\": \"2099-01-02T02:00:00+02:00\", \"contact_link\": \"https://beacon.example/help\"}"
            })
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} that changes nothing leaves updated_at, and so every "
            + "list (R31, R52)")
    void leavesWhatIsSo(String body) {
        fixture.restoreAfterwards();
        JsonNode before = campaigns.campaign(1);
        assertEquals(
                before,
                fixture.as(FixtureIdentity.GRETA).patch(LEAKS, body).is(200).json());
        assertEquals(before, campaigns.campaign(1));
    }

    @Test
    @DisplayName(
            "PATCH /orgs/{org}/campaigns/{campaign_number} that closes sets closed_at, again leaves it, that opens "
                    + "clears it; GET /orgs/{org}/campaigns follows (R11, R30)")
    void closesAndOpens() {
        fixture.restoreAfterwards();
        fixture.clock(NOW);
        assertEquals("closed " + NOW, stateOf(update("state", "\"closed\"").is(200)));
        assertEquals(
                List.of(1, 5, 2),
                numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?state=closed&sort=updated")));
        assertEquals(List.of(4), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?state=open")));
        fixture.clock("2031-01-01T00:00:00Z");
        assertEquals("closed " + NOW, stateOf(update("state", "\"closed\"").is(200)));
        assertEquals("closed " + NOW, stateOf(update("name", "\"Holes\"").is(200)));
        assertEquals("open null", stateOf(update("state", "\"open\"").is(200)));
        assertEquals(
                "2031-01-01T00:00:00Z", campaigns.campaign(1).path("updated_at").asText());
        assertEquals(
                List.of(1, 4), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?state=open&sort=updated")));
        assertEquals(
                "open null",
                stateOf(fixture.as(FixtureIdentity.GRETA)
                        .patch(CAMPAIGNS + "/2", "{\"state\": \"open\"}")
                        .is(200)));
    }

    private static String stateOf(HttpAnswer answer) {
        return answer.member("state") + " " + answer.member("closed_at");
    }

    @Test
    @DisplayName(
            "PATCH /orgs/{org}/campaigns/{campaign_number} moves a campaign to its new place in every order of GET "
                    + "/orgs/{org}/campaigns (R12)")
    void movesInOrder() {
        fixture.restoreAfterwards();
        fixture.clock(NOW);
        fixture.as(FixtureIdentity.GRETA)
                .patch(CAMPAIGNS + "/4", "{\"ends_at\": \"2099-01-05T00:00:00Z\"}")
                .is(200);
        assertEquals(
                List.of(5, 4, 2, 1), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?sort=ends_at")));
        assertEquals(
                List.of(4, 1, 5, 2), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?sort=updated")));
        assertEquals(
                List.of(4, 2, 5, 1), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?sort=created")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name          | \"\"",
                "name | 7",
                "description | \"\"",
                "managers      | [\"gus\", \"greta\"]",
                "managers | [\"nobody\"]",
                "managers | [\"nora\"]",
                "team_managers | [\"nobody\"]",
                "team_managers | [\"deck\"]",
                "ends_at       | \"2020-01-01T00:00:00Z\"",
                "ends_at | \"soon\"",
                "ends_at       | \"9999-12-31T23:59:59-01:00\"",
                "contact_link | \"not a uri\"",
                "contact_link | \"\"",
                "state         | \"draft\"",
                "state | \"Open\"",
                "state | 1e400",
                "number        | 9",
                "code_scanning_alerts | []",
                "generate_issues | true",
                "unheard | 1"
            })
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} with a member that cannot be is 422 and changes "
            + "nothing, the other members neither (R16 to R21, R31)")
    void refuses(String member, String value) {
        JsonNode before = campaigns.stored();
        fixture.as(FixtureIdentity.GRETA)
                .patch(LEAKS, "{\"name\": \"Holes\", \"" + member + "\": " + value + "}")
                .is(422);
        assertEquals(before, campaigns.stored());
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/campaigns/{campaign_number} cannot set an end that has come in the meantime (R19; "
            + "decisions)")
    void endsInTheFuture() {
        fixture.restoreAfterwards();
        fixture.clock(NOW);
        update("ends_at", "\"" + NOW + "\"").is(422);
        update("ends_at", "\"2030-05-06T09:08:10+02:00\"").is(200);
        fixture.clock("2030-05-06T07:08:10Z");
        update("ends_at", "\"2030-05-06T07:08:10Z\"").is(422);
        update("name", "\"Holes\"").is(200);
    }

    private HttpAnswer update(String member, String value) {
        return fixture.as(FixtureIdentity.GRETA).patch(LEAKS, "{\"" + member + "\": " + value + "}");
    }
}
