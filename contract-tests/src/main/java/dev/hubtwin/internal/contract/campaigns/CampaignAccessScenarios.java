package dev.hubtwin.internal.contract.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** For whom campaigns are there at all (R2 to R6). */
abstract class CampaignAccessScenarios extends CampaignSteps {

    private static final String OF_LAMP = body();
    private static final String OF_BOTH = body(
            "code_scanning_alerts",
            "[{\"repository_id\": 721, \"alert_numbers\": [1]}, {\"repository_id\": 722, \"alert_numbers\": [1]}]");

    @ParameterizedTest
    @EnumSource(
            names = {
                "GRETA",
                "GRETA_REPO",
                "GRETA_OAUTH",
                "GUS",
                "GRETA_WRITES_BEACON",
                "GRETA_THROUGH_APP",
                "BEACON_WRITES"
            })
    @DisplayName(
            "Every operation on campaigns admits owners, security managers and installations with security_events, "
                    + "repo or the permissions (R2, R3, R5, R6)")
    void admits(FixtureIdentity who) {
        changing();
        assertEquals(List.of(4, 2, 5, 1), numbers(as(who).get(CAMPAIGNS).is(200)));
        as(who).get(LEAKS).is(200);
        String made = CAMPAIGNS + "/" + create(who, OF_BOTH).is(200).member("number");
        assertEquals(
                "Mould", as(who).patch(made, "{\"name\": \"Mould\"}").is(200).member("name"));
        delete(who, made).is(204);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRETA_READS_BEACON", "BEACON_READS"})
    @DisplayName("organization_campaigns: read is enough for GET /orgs/{org}/campaigns and "
            + "/orgs/{org}/campaigns/{campaign_number}, and for none of the writes (R4, R5)")
    void readsOnly(FixtureIdentity who) {
        as(who).get(CAMPAIGNS).is(200);
        as(who).get(LEAKS).is(200);
        writesNothing(who);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ANONYMOUS",
                "LENA",
                "LENA_WRITES_BEACON",
                "NORA",
                "OUTSIDER",
                "GRETA_ADMIN_ORG",
                "GRETA_WITHOUT_SCOPES",
                "GRETA_NOTHING_OF_BEACON",
                "OWNER",
                "OWNER_THROUGH_APP",
                "INSTALLATION_WITHOUT_PLAN"
            })
    @DisplayName("Every operation on campaigns is 404 to anybody else (R2, R3, R4)")
    void hidesThem(FixtureIdentity who) {
        assertEquals("Not Found", as(who).get(CAMPAIGNS).is(404).message());
        as(who).get(LEAKS).is(404);
        writesNothing(who);
    }

    private void writesNothing(FixtureIdentity who) {
        JsonNode before = stored();
        create(who, OF_LAMP).is(404);
        as(who).patch(LEAKS, "{\"name\": \"Mould\"}").is(404);
        delete(who, LEAKS).is(404);
        assertEquals(before, stored());
    }

    @ParameterizedTest
    @CsvSource({
        "GRETA_WRITES_BEACON, 200, 200",
        "GRETA_THROUGH_APP, 200, 200",
        "BEACON_WRITES, 200, 200",
        "GRETA_WRITES_LAMP, 200, 404",
        "BEACON_WRITES_LAMP, 200, 404",
        "GRETA_SEES_NO_ALERTS, 404, 404",
        "BEACON_SEES_NO_ALERTS, 404, 404",
        "GUS, 200, 200"
    })
    @DisplayName("POST /orgs/{org}/campaigns takes security_events: read on every repository that it names, or makes "
            + "nothing (R6)")
    void takesThePermissionEverywhere(FixtureIdentity who, int ofLamp, int ofBoth) {
        changing();
        create(who, OF_LAMP).is(ofLamp);
        int before = stored().size();
        assertEquals(ofBoth, create(who, OF_BOTH).status());
        assertEquals(before + (ofBoth == 200 ? 1 : 0), stored().size());
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns judges the permission before what is wrong with the body's values "
            + "(decisions)")
    void judgesThePermissionFirst() {
        create(
                        FixtureIdentity.GRETA_SEES_NO_ALERTS,
                        body("managers", "[\"nobody\"]", "ends_at", "\"2001-01-01T00:00:00Z\""))
                .is(404);
        create(FixtureIdentity.GRETA_SEES_NO_ALERTS, body("name", "\"\"")).is(422);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, 401", "UNKNOWN, 401"})
    @DisplayName("GET and POST /orgs/{org}/campaigns with a credential that is not good are 401 (conventions, 2)")
    void refusesBadCredentials(FixtureIdentity who, int status) {
        as(who).get(CAMPAIGNS).is(status);
        create(who, "{").is(status);
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns and PATCH /orgs/{org}/campaigns/{campaign_number} tell in headers the "
            + "scopes and the permission that suffice (R3, R4)")
    void tellsWhatSuffices() {
        for (FixtureIdentity who : List.of(FixtureIdentity.GRETA, FixtureIdentity.GRETA_WITHOUT_SCOPES)) {
            assertEquals("repo, security_events", as(who).get(CAMPAIGNS).header("X-Accepted-OAuth-Scopes"));
        }
        assertEquals(
                "organization_campaigns=read",
                as(FixtureIdentity.GRETA_READS_BEACON).get(CAMPAIGNS).header("X-Accepted-GitHub-Permissions"));
        assertEquals(
                "organization_campaigns=write",
                as(FixtureIdentity.GRETA_READS_BEACON)
                        .patch(LEAKS, "{}")
                        .is(404)
                        .header("X-Accepted-GitHub-Permissions"));
    }

    @Test
    @DisplayName("GET and POST /orgs/{org}/campaigns are closed to who leaves the security managers' team, and open to "
            + "who joins it, at once (R2)")
    void teamsCountAtOnce() {
        changing();
        mergeBeacon("\"teams\": [{\"slug\": \"watch\", \"members\": [\"lena\"]}]");
        as(FixtureIdentity.GUS).get(CAMPAIGNS).is(404);
        create(FixtureIdentity.LENA, OF_LAMP).is(200);
        mergeBeacon("\"security_managers\": []");
        create(FixtureIdentity.LENA, OF_LAMP).is(404);
        as(FixtureIdentity.GRETA).get(CAMPAIGNS).is(200);
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns of an unknown organization, GET /orgs/{org}/campaigns/{campaign_number} of "
            + "another one's campaign are 404 (R2, R28)")
    void knowsOrganizations() {
        as(FixtureIdentity.GRETA).get("/orgs/nobody/campaigns").is(404);
        as(FixtureIdentity.GRETA).get("/orgs/greta/campaigns").is(404);
        as(FixtureIdentity.GRETA).get("/orgs/harbor/campaigns/1").is(404);
        as(FixtureIdentity.ANNA).get("/orgs/harbor/campaigns/1").is(200);
        as(FixtureIdentity.ANNA).get("/orgs/harbor/campaigns/2").is(404);
    }
}
