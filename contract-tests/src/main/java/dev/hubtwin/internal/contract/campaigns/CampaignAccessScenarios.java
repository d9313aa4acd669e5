package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.CAMPAIGNS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.LEAKS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.body;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** For whom campaigns are there at all (R2 to R6). */
@FixtureScenarios
abstract class CampaignAccessScenarios {

    private static final String OF_LAMP = body();
    private static final String OF_BOTH = body(
            "code_scanning_alerts",
            "[{\"repository_id\": 721, \"alert_numbers\": [1]}, {\"repository_id\": 722, \"alert_numbers\": [1]}]");

    private final Fixture fixture;
    private final CampaignSteps campaigns;

    CampaignAccessScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.campaigns = new CampaignSteps(fixture);
    }

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
        fixture.restoreAfterwards();
        assertEquals(List.of(4, 2, 5, 1), numbers(fixture.as(who).get(CAMPAIGNS).is(200)));
        fixture.as(who).get(LEAKS).is(200);
        String made = CAMPAIGNS + "/" + campaigns.create(who, OF_BOTH).is(200).member("number");
        assertEquals(
                "Mould",
                fixture.as(who).patch(made, "{\"name\": \"Mould\"}").is(200).member("name"));
        fixture.as(who).delete(made).is(204);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRETA_READS_BEACON", "BEACON_READS"})
    @DisplayName("organization_campaigns: read is enough for GET /orgs/{org}/campaigns and "
            + "/orgs/{org}/campaigns/{campaign_number}, and for none of the writes (R4, R5)")
    void readsOnly(FixtureIdentity who) {
        fixture.as(who).get(CAMPAIGNS).is(200);
        fixture.as(who).get(LEAKS).is(200);
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
        assertEquals("Not Found", fixture.as(who).get(CAMPAIGNS).is(404).message());
        fixture.as(who).get(LEAKS).is(404);
        writesNothing(who);
    }

    private void writesNothing(FixtureIdentity who) {
        JsonNode before = campaigns.stored();
        campaigns.create(who, OF_LAMP).is(404);
        fixture.as(who).patch(LEAKS, "{\"name\": \"Mould\"}").is(404);
        fixture.as(who).delete(LEAKS).is(404);
        assertEquals(before, campaigns.stored());
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
        fixture.restoreAfterwards();
        campaigns.create(who, OF_LAMP).is(ofLamp);
        int before = campaigns.stored().size();
        assertEquals(ofBoth, campaigns.create(who, OF_BOTH).status());
        assertEquals(before + (ofBoth == 200 ? 1 : 0), campaigns.stored().size());
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns judges the permission before what is wrong with the body's values "
            + "(decisions)")
    void judgesThePermissionFirst() {
        campaigns
                .create(
                        FixtureIdentity.GRETA_SEES_NO_ALERTS,
                        body("managers", "[\"nobody\"]", "ends_at", "\"2001-01-01T00:00:00Z\""))
                .is(404);
        campaigns
                .create(FixtureIdentity.GRETA_SEES_NO_ALERTS, body("name", "\"\""))
                .is(422);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, 401", "UNKNOWN, 401"})
    @DisplayName("GET and POST /orgs/{org}/campaigns with a credential that is not good are 401 (conventions, 2)")
    void refusesBadCredentials(FixtureIdentity who, int status) {
        fixture.as(who).get(CAMPAIGNS).is(status);
        campaigns.create(who, "{").is(status);
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns and PATCH /orgs/{org}/campaigns/{campaign_number} tell in headers the "
            + "scopes and the permission that suffice (R3, R4)")
    void tellsWhatSuffices() {
        for (FixtureIdentity who : List.of(FixtureIdentity.GRETA, FixtureIdentity.GRETA_WITHOUT_SCOPES)) {
            assertEquals("repo, security_events", fixture.as(who).get(CAMPAIGNS).header("X-Accepted-OAuth-Scopes"));
        }
        assertEquals(
                "organization_campaigns=read",
                fixture.as(FixtureIdentity.GRETA_READS_BEACON).get(CAMPAIGNS).header("X-Accepted-GitHub-Permissions"));
        assertEquals(
                "organization_campaigns=write",
                fixture.as(FixtureIdentity.GRETA_READS_BEACON)
                        .patch(LEAKS, "{}")
                        .is(404)
                        .header("X-Accepted-GitHub-Permissions"));
    }

    @Test
    @DisplayName("GET and POST /orgs/{org}/campaigns are closed for a caller who leaves the security managers' "
            + "team, and open for a caller who joins it, at once (R2)")
    void teamsCountAtOnce() {
        fixture.restoreAfterwards();
        campaigns.mergeBeacon("\"teams\": [{\"slug\": \"watch\", \"members\": [\"lena\"]}]");
        fixture.as(FixtureIdentity.GUS).get(CAMPAIGNS).is(404);
        campaigns.create(FixtureIdentity.LENA, OF_LAMP).is(200);
        campaigns.mergeBeacon("\"security_managers\": []");
        campaigns.create(FixtureIdentity.LENA, OF_LAMP).is(404);
        fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS).is(200);
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns of an unknown organization, GET /orgs/{org}/campaigns/{campaign_number} of "
            + "another one's campaign are 404 (R2, R28)")
    void knowsOrganizations() {
        fixture.as(FixtureIdentity.GRETA).get("/orgs/nobody/campaigns").is(404);
        fixture.as(FixtureIdentity.GRETA).get("/orgs/greta/campaigns").is(404);
        fixture.as(FixtureIdentity.GRETA).get("/orgs/harbor/campaigns/1").is(404);
        fixture.as(FixtureIdentity.ANNA).get("/orgs/harbor/campaigns/1").is(200);
        fixture.as(FixtureIdentity.ANNA).get("/orgs/harbor/campaigns/2").is(404);
    }
}
