package dev.hubtwin.internal.contract.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns show of a world that goes on: alerts, people, teams, repositories, issues (R25; decisions). */
abstract class CampaignProgressScenarios extends CampaignSteps {

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
        changing();
        assertEquals("3 2 1", stats(campaign(1)));
        merge("{\"repositories\": [{\"owner\": \"beacon\", \"name\": \"lamp\", \"code_scanning_alerts\": [" + alert
                + "]}]}");
        assertEquals(expected, stats(campaign(1)));
        assertEquals(
                expected,
                stats(as(FixtureIdentity.GRETA)
                        .patch(LEAKS, "{\"name\": \"Holes\"}")
                        .is(200)
                        .json()));
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns/{campaign_number} no longer counts the alerts of a deleted repository, and "
            + "its issues are forgotten (decisions)")
    void forgetsRepositories() {
        changing();
        create(FixtureIdentity.GRETA, body("generate_issues", "true")).is(200);
        merge("{\"repositories\": [{\"owner\": \"beacon\", \"name\": \"lamp\", \"$delete\": true}]}");
        assertEquals("1 0 0", stats(campaign(1)));
        assertEquals("0 0 0", stats(campaign(4)));
        assertEquals("0 0 0", stats(campaign(6)));
        create(FixtureIdentity.GRETA, body()).is(422);
        assertEquals(
                "Holes",
                as(FixtureIdentity.GRETA)
                        .patch(LEAKS, "{\"name\": \"Holes\"}")
                        .is(200)
                        .member("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "memberships"})
    @DisplayName("GET /orgs/{org}/campaigns and /orgs/{org}/campaigns/{campaign_number} show a manager who left no "
            + "more, and again after coming back (decisions)")
    void hidesWhoLeft(String path) {
        changing();
        merge("{\"tokens\": [{\"token\": \"ghp_greta\", \"scopes\": [\"security_events\", \"admin:org\"]}]}");
        delete(FixtureIdentity.GRETA, "/orgs/beacon/" + path + "/gus").is(204);
        assertEquals("[]", campaign(1).path("managers").toString());
        assertEquals(
                "[]",
                named(as(FixtureIdentity.GRETA).get(CAMPAIGNS).json(), "number", "1")
                        .path("managers")
                        .toString());
        put(FixtureIdentity.GRETA, "/orgs/beacon/memberships/gus").is(200);
        assertEquals("[]", campaign(1).path("managers").toString(), "invited only");
        as(FixtureIdentity.GUS).get(CAMPAIGNS).is(404);
        mergeBeacon("\"members\": [{\"login\": \"gus\", \"state\": \"active\"}]");
        assertEquals("gus", campaign(1).at("/managers/0/login").asText());
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/campaigns/{campaign_number} shows no more a team that was removed, nor a user who was "
                    + "(decisions)")
    void hidesWhatWasRemoved() {
        changing();
        mergeBeacon("\"teams\": [{\"slug\": \"watch\", \"$delete\": true}]");
        assertEquals("[]", campaign(1).path("team_managers").toString());
        merge("{\"users\": [{\"login\": \"gus\", \"$delete\": true}]}");
        assertEquals("[]", campaign(1).path("managers").toString());
        assertEquals("3 2 1", stats(campaign(1)));
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns with generate_issues makes an issue in each repository that has issues, "
            + "numbered there (R25)")
    void makesIssues() {
        changing();
        merge("{\"counters\": {\"issues\": {\"beacon/tower\": 41}}}");
        String everywhere =
                body("generate_issues", "true", "code_scanning_alerts", """
        [{"repository_id": %d, "alert_numbers": [1]}, {"repository_id": %d, "alert_numbers": [1, 2]},
         {"repository_id": %d, "alert_numbers": [2]}, {"repository_id": %d, "alert_numbers": [1]}]""".formatted(TOWER, LAMP, TOWER, SHED));
        create(FixtureIdentity.GRETA, everywhere).is(200);
        assertEquals("[{\"repository\":\"lamp\",\"number\":1},{\"repository\":\"tower\",\"number\":41}]", issues(6));
        create(FixtureIdentity.GRETA, everywhere).is(200);
        assertEquals("[{\"repository\":\"lamp\",\"number\":2},{\"repository\":\"tower\",\"number\":42}]", issues(7));
        JsonNode tower = as(FixtureIdentity.GRETA_REPO)
                .get("/repos/beacon/tower")
                .is(200)
                .json();
        assertEquals("2 2", tower.path("open_issues_count") + " " + tower.path("open_issues"));
        assertEquals(
                "0",
                as(FixtureIdentity.GRETA_REPO).get("/repos/beacon/shed").is(200).member("open_issues_count"));
        JsonNode exported = world();
        replace(exported);
        assertEquals(exported, world());
        create(FixtureIdentity.GRETA, body("generate_issues", "true")).is(200);
        assertEquals("[{\"repository\":\"lamp\",\"number\":3}]", issues(8));
    }

    private String issues(int number) {
        return named(stored(), "number", Integer.toString(number))
                .path("issues")
                .toString();
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns and /orgs/{org}/campaigns/{campaign_number} show a draft that the state "
            + "publishes, and no campaign made a draft (R1)")
    void followsTheState() {
        changing();
        mergeBeacon("\"campaigns\": [{\"number\": 3, \"state\": \"open\"}, {\"number\": 1, \"state\": \"draft\"}]");
        assertEquals("Paint", campaign(3).path("name").asText());
        as(FixtureIdentity.GRETA).get(LEAKS).is(404);
        assertEquals(
                "[3, 4, 2, 5]",
                numbers(as(FixtureIdentity.GRETA).get(CAMPAIGNS)).toString());
    }
}
