package dev.hubtwin.internal.contract.apps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Apps, to themselves and to others (R124 to R126, R151 to R153). */
@FixtureScenarios
abstract class AppsScenarios {

    private final Fixture fixture;
    private final AppSteps apps;

    AppsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    @Test
    @DisplayName("GET /app is the app that the JSON web token names, and counts its installations (R125, R126)")
    void showsItself() {
        JsonNode app = apps.pilot().get("/app").is(200).json();
        assertEquals(
                "4300 pilot Pilot quay 4",
                app.path("id") + " " + app.path("slug").asText() + " "
                        + app.path("name").asText() + " "
                        + app.path("owner").path("login").asText() + " " + app.path("installations_count"));
        assertEquals(
                "Brings ships in https://pilot.example",
                app.path("description").asText() + " "
                        + app.path("external_url").asText());
        assertTrue(app.path("html_url").asText().endsWith("/apps/pilot"));
        assertEquals(
                "2021-01-02T03:04:05Z 2021-02-03T04:05:06Z",
                app.path("created_at").asText() + " " + app.path("updated_at").asText());
        assertEquals("write", app.path("permissions").path("contents").asText());
        assertEquals("[\"push\",\"member\"]", app.path("events").toString());
        assertEquals("MDExOkludGVncmF0aW9uNDMwMA==", app.path("node_id").asText());
        assertEquals(
                "rival",
                apps.as(ForgeableJwt.of(4301, "rival")).get("/app").is(200).member("slug"));
        assertEquals(
                105,
                apps.as(ForgeableJwt.of(4303, "rival"))
                        .get("/app")
                        .is(200)
                        .json()
                        .path("installations_count")
                        .asInt());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ANONYMOUS", "OUTSIDER", "ANNA_THROUGH_PILOT", "PILOT_IN_QUAY", "OWNER_OAUTH", "OWNER_READS_ACME"})
    @DisplayName(
            "GET /apps/{app_slug} shows a public app to everybody, in any case, and does not count for them (R151, "
                    + "R153)")
    void showsPublicApps(FixtureIdentity who) {
        JsonNode app = fixture.as(who).get("/apps/Pilot").is(200).json();
        assertEquals(
                "pilot quay",
                app.path("slug").asText() + " "
                        + app.path("owner").path("login").asText());
        assertFalse(app.has("installations_count"));
        assertFalse(app.toString().contains("secret") || app.toString().contains("PRIVATE"));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 404",
        "OUTSIDER, 200",
        "OWNER_OAUTH, 200",
        "OWNER_READS_ACME, 200",
        "PILOT_IN_QUAY, 200",
        "ANNA_THROUGH_PILOT, 403",
        "ANNA_THROUGH_RIVAL, 403",
        "UNKNOWN, 401"
    })
    @DisplayName(
            "GET /apps/{app_slug} shows a private app to personal and installation tokens, and to no others (R152)")
    void showsPrivateApps(FixtureIdentity who, int status) {
        fixture.as(who).get("/apps/rival").is(status);
    }

    @Test
    @DisplayName("GET /apps/{app_slug} of a private app is 403 to any JSON web token and to a client, a public one is "
            + "shown to them (R152)")
    void refusesApps() {
        assertEquals(
                "Resource not accessible by integration",
                apps.pilot().get("/apps/rival").is(403).message());
        apps.as(ForgeableJwt.of(4301, "rival")).get("/apps/rival").is(403);
        apps.client("Iv1.pilotpilotpilot1", "pilot-secret").get("/apps/rival").is(403);
        apps.pilot().get("/apps/pilot").is(200);
        apps.client("0a1b2c3d4e5f60718293", "oauth-secret").get("/apps/pilot").is(200);
    }

    @ParameterizedTest
    @CsvSource({"/apps/nobody", "/apps/4300", "/apps/Harbour%20Master", "/apps/%20"})
    @DisplayName("GET /apps/{app_slug} of none is 404 (R153)")
    void knowsNoSuchApp(String path) {
        fixture.as(FixtureIdentity.ANNA).get(path).is(404);
    }
}
