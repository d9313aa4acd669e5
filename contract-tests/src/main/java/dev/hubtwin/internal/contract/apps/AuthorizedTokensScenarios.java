package dev.hubtwin.internal.contract.apps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What apps of both sorts do with the tokens that they have for their users. */
@FixtureScenarios
abstract class AuthorizedTokensScenarios {

    private static final String PILOT = "/applications/Iv1.pilotpilotpilot1";
    private static final String DASHBOARDS = "/applications/0a1b2c3d4e5f60718293";

    private final Fixture fixture;
    private final AppSteps apps;

    AuthorizedTokensScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    @BeforeEach
    void changesTokens() {
        fixture.restoreAfterwards();
    }

    private TestClient pilot() {
        return apps.client("Iv1.pilotpilotpilot1", "pilot-secret");
    }

    private TestClient dashboards() {
        return apps.client("0a1b2c3d4e5f60718293", "oauth-secret");
    }

    private static String token(String text) {
        return "{\"access_token\": \"" + text + "\"}";
    }

    private int status(String token) {
        return apps.bearing("token " + token).get("/user").status();
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token tells an OAuth app whose token it is, and what it is for "
            + "(decisions)")
    void checksOfOAuthApps() {
        JsonNode checked = dashboards()
                .post(DASHBOARDS + "/token", token("gho_olivia"))
                .is(200)
                .json();
        assertEquals(
                "olivia [\"admin:org\"] gho_olivia o_olivia Dashboards 0a1b2c3d4e5f60718293 null null",
                checked.path("user").path("login").asText() + " " + checked.path("scopes") + " "
                        + checked.path("token").asText() + " "
                        + checked.path("token_last_eight").asText() + " "
                        + checked.path("app").path("name").asText() + " "
                        + checked.path("app").path("client_id").asText() + " " + checked.path("expires_at") + " "
                        + checked.path("installation"));
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token tells a GitHub App the same of its token, which has no "
            + "scopes (decisions)")
    void checksOfGitHubApps() {
        JsonNode checked =
                pilot().post(PILOT + "/token", token("ghu_anna")).is(200).json();
        assertEquals(
                "anna [] Pilot 2099-01-01T00:00:00Z",
                checked.path("user").path("login").asText() + " " + checked.path("scopes") + " "
                        + checked.path("app").path("name").asText() + " "
                        + checked.path("expires_at").asText());
    }

    @Test
    @DisplayName("POST and PATCH /applications/{client_id}/token tell of a narrowed token what it reaches (decisions)")
    void tellWhatANarrowedTokenReaches() {
        String members =
                "permissions repository_selection single_file_name has_multiple_single_files single_file_paths "
                        + "repositories_url account";
        JsonNode checked = pilot().post(PILOT + "/token", token("ghu_anna_narrow"))
                .is(200)
                .json()
                .path("installation");
        assertEquals(
                "quay {\"issues\":\"read\"} all",
                checked.path("account").path("login").asText() + " " + checked.path("permissions") + " "
                        + checked.path("repository_selection").asText());
        assertEquals(members.split(" ").length, checked.size());
        assertEquals(
                checked,
                pilot().patch(PILOT + "/token", token("ghu_anna_narrow"))
                        .is(200)
                        .json()
                        .path("installation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghu_nobody",
                "ghu_anna_expired",
                "ghu_anna_revoked",
                "ghu_anna_rival",
                "ghp_anna",
                "ghs_quay",
                "gho_olivia",
                ""
            })
    @DisplayName("POST, PATCH, DELETE /applications/{client_id}/token and DELETE …/grant are 404 for a token that "
            + "is unknown, not good or another app's (decisions)")
    void knowNoSuchToken(String text) {
        for (HttpAnswer answer : new HttpAnswer[] {
            pilot().post(PILOT + "/token", token(text)),
            pilot().patch(PILOT + "/token", token(text)),
            pilot().delete(PILOT + "/token", token(text)),
            pilot().delete(PILOT + "/grant", token(text))
        }) {
            assertEquals("Not Found", answer.is(404).message());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"access_token\": null}", "{\"access_token\": 1}", "{\"token\": \"ghu_anna\"}"})
    @DisplayName("POST, PATCH, DELETE /applications/{client_id}/token and DELETE …/grant are 422 without a token "
            + "(decisions)")
    void needAToken(String body) {
        pilot().post(PILOT + "/token", body).is(422);
        pilot().patch(PILOT + "/token", body).is(422);
        pilot().delete(PILOT + "/token", body).is(422);
        pilot().delete(PILOT + "/grant", body).is(422);
    }

    @Test
    @DisplayName("POST, PATCH, DELETE /applications/{client_id}/token and DELETE …/grant are 404 for another "
            + "client's id, and 401 without a client's secret (decisions)")
    void areTheClientsOwn() {
        String body = token("gho_olivia");
        pilot().post(DASHBOARDS + "/token", body).is(404);
        pilot().delete(DASHBOARDS + "/grant", body).is(404);
        apps.client("0a1b2c3d4e5f60718293", "other-secret")
                .patch(DASHBOARDS + "/token", body)
                .is(401);
        apps.bearing("token gho_olivia").delete(DASHBOARDS + "/token", body).is(401);
        assertEquals(200, status("gho_olivia"));
    }

    @ParameterizedTest
    @CsvSource({"gho_olivia, gho_", "ghu_anna, ghu_"})
    @DisplayName("PATCH /applications/{client_id}/token puts another token in the place of one: the same id, user "
            + "and scopes; the former is unknown (decisions)")
    void resets(String text, String prefix) {
        boolean oauth = prefix.equals("gho_");
        TestClient app = oauth ? dashboards() : pilot();
        String path = (oauth ? DASHBOARDS : PILOT) + "/token";
        JsonNode before = app.post(path, token(text)).is(200).json();
        JsonNode after = app.patch(path, token(text)).is(200).json();
        String reset = after.path("token").asText();
        assertTrue(reset.matches(prefix + "[0-9A-Za-z]{36}"), after::toString);
        for (String same : new String[] {"id", "scopes", "app", "created_at", "expires_at", "user"}) {
            assertEquals(before.path(same), after.path(same), same);
        }
        assertEquals("401 200", status(text) + " " + status(reset));
        app.post(path, token(text)).is(404);
        assertEquals(after, app.post(path, token(reset)).is(200).json());
    }

    @Test
    @DisplayName("DELETE /applications/{client_id}/token revokes one token, and no other of the user (decisions)")
    void revokesOne() {
        pilot().delete(PILOT + "/token", token("ghu_anna")).is(204);
        assertEquals("401 200 200", status("ghu_anna") + " " + status("ghu_anna_narrow") + " " + status("ghu_cleo"));
        pilot().delete(PILOT + "/token", token("ghu_anna")).is(404);
    }

    @Test
    @DisplayName("DELETE /applications/{client_id}/grant revokes all tokens that the app has for the user of one, "
            + "and those of other users and apps stay (decisions)")
    void revokesAll() {
        pilot().delete(PILOT + "/grant", token("ghu_anna")).is(204);
        assertEquals("401 401", status("ghu_anna") + " " + status("ghu_anna_narrow"));
        assertEquals("200 200", status("ghu_cleo") + " " + status("ghu_anna_rival"));
        dashboards().delete(DASHBOARDS + "/grant", token("gho_olivia")).is(204);
        assertEquals("401 200", status("gho_olivia") + " " + status("gho_greta"));
    }
}
