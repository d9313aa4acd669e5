package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.CAMPAIGNS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.LAMP;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.LEAKS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.SHED;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.TOWER;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.body;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.numbers;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.stats;
import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns show of a world that goes on: alerts, people, teams, repositories, issues (R25; decisions). */
@FixtureScenarios
abstract class CampaignProgressScenarios {

    private final Fixture fixture;
    private final CampaignSteps campaigns;

    CampaignProgressScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.campaigns = new CampaignSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"number\": 1, \"state\": \"fixed\"}', 2 3 1",
        "'{\"number\": 1, \"state\": \"dismissed\"}', 2 3 1",
        "'{\"number\": 3, \"state\": \"open\"}', 4 1 1",
        "'{\"number\": 1, \"in_progress\": true}', 3 2 2",
        "'{\"number\": 2, \"state\": \"fixed\"}', 2 3 0",
        "'{\"number\": 4, \"in_progress\": true}', 3 2 1"
    })
    @DisplayName(
            "GET /orgs/{org}/campaigns/{campaign_number} tells in alert_stats the alerts as they are now; those in "
                    + "progress are open ones (decisions)")
    void followsTheAlerts(String alert, String expected) {
        fixture.restoreAfterwards();
        assertEquals("3 2 1", stats(campaigns.campaign(1)));
        fixture.merge("{\"repositories\": [{\"owner\": \"beacon\", \"name\": \"lamp\", \"code_scanning_alerts\": ["
                + alert + "]}]}");
        assertEquals(expected, stats(campaigns.campaign(1)));
        assertEquals(
                expected,
                stats(fixture.as(FixtureIdentity.GRETA)
                        .patch(LEAKS, "{\"name\": \"Holes\"}")
                        .is(200)
                        .json()));
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns/{campaign_number} no longer counts the alerts of a deleted repository, and "
            + "its issues are forgotten (decisions)")
    void forgetsRepositories() {
        fixture.restoreAfterwards();
        campaigns.create(FixtureIdentity.GRETA, body("generate_issues", "true")).is(200);
        fixture.merge("{\"repositories\": [{\"owner\": \"beacon\", \"name\": \"lamp\", \"$delete\": true}]}");
        assertEquals("1 0 0", stats(campaigns.campaign(1)));
        assertEquals("0 0 0", stats(campaigns.campaign(4)));
        assertEquals("0 0 0", stats(campaigns.campaign(6)));
        campaigns.create(FixtureIdentity.GRETA, body()).is(422);
        assertEquals(
                "Holes",
                fixture.as(FixtureIdentity.GRETA)
                        .patch(LEAKS, "{\"name\": \"Holes\"}")
                        .is(200)
                        .member("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "memberships"})
    @DisplayName("GET /orgs/{org}/campaigns and /orgs/{org}/campaigns/{campaign_number} show a manager who left no "
            + "more, and again after coming back (decisions)")
    void hidesWhoLeft(String path) {
        fixture.restoreAfterwards();
        fixture.merge("{\"tokens\": [{\"token\": \"ghp_greta\", \"scopes\": [\"security_events\", \"admin:org\"]}]}");
        fixture.as(FixtureIdentity.GRETA)
                .delete("/orgs/beacon/" + path + "/gus")
                .is(204);
        assertEquals("[]", campaigns.campaign(1).path("managers").toString());
        assertEquals(
                "[]",
                named(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS).json(), "number", "1")
                        .path("managers")
                        .toString());
        fixture.as(FixtureIdentity.GRETA).put("/orgs/beacon/memberships/gus").is(200);
        assertEquals("[]", campaigns.campaign(1).path("managers").toString(), "invited only");
        fixture.as(FixtureIdentity.GUS).get(CAMPAIGNS).is(404);
        campaigns.mergeBeacon("\"members\": [{\"login\": \"gus\", \"state\": \"active\"}]");
        assertEquals("gus", campaigns.campaign(1).at("/managers/0/login").asText());
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/campaigns/{campaign_number} shows no more a team that was removed, nor a user who was "
                    + "(decisions)")
    void hidesWhatWasRemoved() {
        fixture.restoreAfterwards();
        campaigns.mergeBeacon("\"teams\": [{\"slug\": \"watch\", \"$delete\": true}]");
        assertEquals("[]", campaigns.campaign(1).path("team_managers").toString());
        fixture.merge("{\"users\": [{\"login\": \"gus\", \"$delete\": true}]}");
        assertEquals("[]", campaigns.campaign(1).path("managers").toString());
        assertEquals("3 2 1", stats(campaigns.campaign(1)));
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns with generate_issues makes an issue in each repository that has issues, "
            + "numbered there (R25)")
    void makesIssues() {
        fixture.restoreAfterwards();
        fixture.merge("{\"counters\": {\"issues\": {\"beacon/tower\": 41}}}");
        String everywhere =
                body("generate_issues", "true", "code_scanning_alerts", """
        [{"repository_id": %d, "alert_numbers": [1]}, {"repository_id": %d, "alert_numbers": [1, 2]},
         {"repository_id": %d, "alert_numbers": [2]}, {"repository_id": %d, "alert_numbers": [1]}]""".formatted(TOWER, LAMP, TOWER, SHED));
        campaigns.create(FixtureIdentity.GRETA, everywhere).is(200);
        assertEquals("[{\"repository\":\"lamp\",\"number\":1},{\"repository\":\"tower\",\"number\":41}]", issues(6));
        campaigns.create(FixtureIdentity.GRETA, everywhere).is(200);
        assertEquals("[{\"repository\":\"lamp\",\"number\":2},{\"repository\":\"tower\",\"number\":42}]", issues(7));
        JsonNode tower = fixture.as(FixtureIdentity.GRETA_REPO)
                .get("/repos/beacon/tower")
                .is(200)
                .json();
        assertEquals("2 2", tower.path("open_issues_count") + " " + tower.path("open_issues"));
        assertEquals(
                "0",
                fixture.as(FixtureIdentity.GRETA_REPO)
                        .get("/repos/beacon/shed")
                        .is(200)
                        .member("open_issues_count"));
        JsonNode exported = fixture.world();
        fixture.replace(exported);
        assertEquals(exported, fixture.world());
        campaigns.create(FixtureIdentity.GRETA, body("generate_issues", "true")).is(200);
        assertEquals("[{\"repository\":\"lamp\",\"number\":3}]", issues(8));
    }

    private String issues(int number) {
        return named(campaigns.stored(), "number", Integer.toString(number))
                .path("issues")
                .toString();
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns and /orgs/{org}/campaigns/{campaign_number} show a draft that the state "
            + "publishes, and no campaign made a draft (R1)")
    void followsTheState() {
        fixture.restoreAfterwards();
        campaigns.mergeBeacon(
                "\"campaigns\": [{\"number\": 3, \"state\": \"open\"}, {\"number\": 1, \"state\": \"draft\"}]");
        assertEquals("Paint", campaigns.campaign(3).path("name").asText());
        fixture.as(FixtureIdentity.GRETA).get(LEAKS).is(404);
        assertEquals(
                "[3, 4, 2, 5]",
                numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS)).toString());
    }
}
