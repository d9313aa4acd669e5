package dev.hubtwin.internal.contract.apps;

import static dev.hubtwin.internal.contract.scenario.AppSteps.QUAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User-to-server tokens, narrowed to an account (R145 to R150). */
@FixtureScenarios
abstract class ScopedTokensScenarios {

    private static final String PATH = "/applications/Iv1.pilotpilotpilot1/token/scoped";
    private static final String IN_QUAY = "\"access_token\": \"ghu_anna\", \"target\": \"quay\"";

    private final Fixture fixture;
    private final AppSteps apps;

    ScopedTokensScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    @BeforeEach
    void makesTokens() {
        fixture.restoreAfterwards();
    }

    private HttpAnswer scope(String members) {
        return apps.client("Iv1.pilotpilotpilot1", "pilot-secret").post(PATH, "{" + members + "}");
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped makes a second token, told once with its hash and its "
            + "end, and the first stays good (R145)")
    void makes() throws NoSuchAlgorithmException {
        JsonNode made = scope(IN_QUAY + ", \"repositories\": [\"crane\"], \"permissions\": {\"issues\": \"read\"}")
                .is(200)
                .json();
        String token = made.path("token").asText();
        assertTrue(token.matches("ghu_[0-9A-Za-z]{36}"), made::toString);
        assertEquals(
                token.substring(token.length() - 8),
                made.path("token_last_eight").asText());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(hash), made.path("hashed_token").asText());
        assertEquals(
                "Pilot Iv1.pilotpilotpilot1 https://pilot.example",
                made.path("app").path("name").asText() + " "
                        + made.path("app").path("client_id").asText() + " "
                        + made.path("app").path("url").asText());
        assertEquals(
                "anna [] 2099-01-01T00:00:00Z",
                made.path("user").path("login").asText() + " " + made.path("scopes") + " "
                        + made.path("expires_at").asText());
        JsonNode reach = made.path("installation");
        assertEquals(
                "quay {\"issues\":\"read\"} selected null",
                reach.path("account").path("login").asText() + " " + reach.path("permissions") + " "
                        + reach.path("repository_selection").asText() + " " + reach.path("single_file_name"));
        assertEquals("anna", apps.bearing("token " + token).get("/user").is(200).member("login"));
        fixture.as(FixtureIdentity.ANNA_THROUGH_PILOT)
                .get("/orgs/quay/installations")
                .is(200);
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped makes a token that reaches its account, repositories and "
            + "permissions, and nothing else (R145)")
    void narrows() {
        TestClient narrow =
                apps.with(scope(IN_QUAY + ", \"repository_ids\": [701], \"permissions\": {\"issues\": \"read\"}")
                        .is(200));
        narrow.get("/repos/quay/crane").is(200);
        narrow.get("/repos/quay/shed").is(404);
        narrow.get("/repos/anna/garden").is(404);
        narrow.get("/orgs/quay/installations").is(403);
        fixture.as(FixtureIdentity.ANNA_THROUGH_PILOT).get("/repos/anna/garden").is(200);
        TestClient whole = apps.with(
                scope("\"access_token\": \"ghu_anna\", \"target_id\": 9303").is(200));
        whole.get("/repos/quay/shed").is(200);
        whole.get("/repos/anna/garden").is(404);
        whole.get("/orgs/quay/installations").is(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"target\": \"QUAY\"                         | quay | all",
                "\"target_id\": 9303                      | quay | all",
                "\"target\": \"quay\", \"target_id\": null    | quay | all",
                "\"target\": \"quay\", \"permissions\": {}  | quay | all",
                "\"target\": \"quay\", \"repositories\": [], \"repository_ids\": null | quay | all",
                "\"target\": \"quay\", \"target_id\": 9303    | quay | all",
                "\"target\": \"anna\"                     | anna | selected"
            })
    @DisplayName("POST /applications/{client_id}/token/scoped takes the account by login, by id or by both; without a "
            + "wish, be it absent, null or empty, all of the installation is meant (R149, R150; reported)")
    void findsTheAccount(String target, String login, String selection) {
        JsonNode made = scope("\"access_token\": \"ghu_anna\", \"unheard\": 1, " + target)
                .is(200)
                .json();
        assertEquals(
                login + " " + selection,
                made.at("/installation/account/login").asText() + " "
                        + made.at("/installation/repository_selection").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghu_nobody",
                "ghu_anna_expired",
                "ghu_anna_revoked",
                "ghu_anna_rival",
                "ghu_anna_narrow",
                "ghp_anna",
                "ghs_quay",
                "gho_olivia",
                "",
                " ",
                "pilot-secret"
            })
    @DisplayName("POST /applications/{client_id}/token/scoped of a token that is unknown, not good, another app's, no "
            + "user's or narrowed itself is 404 (R145, R147)")
    void knowsNoSuchToken(String token) {
        assertEquals(
                "Not Found",
                scope("\"access_token\": \"" + token + "\", \"target\": \"quay\"")
                        .is(404)
                        .message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"target\": \"quay\"",
                "\"access_token\": \"ghu_anna\"",
                "\"access_token\": 1, \"target\": \"quay\"",
                "\"access_token\": null, \"target\": \"quay\"",
                "\"access_token\": \"ghu_anna\", \"target\": 1",
                "\"access_token\": \"ghu_anna\", \"target_id\": \"9303\"",
                IN_QUAY + ", \"target_id\": 201",
                IN_QUAY + ", \"repositories\": [\"nothing\"]",
                IN_QUAY + ", \"repository_ids\": [704]",
                IN_QUAY + ", \"repositories\": \"crane\"",
                IN_QUAY + ", \"permissions\": {\"members\": \"write\"}",
                IN_QUAY + ", \"permissions\": {\"issues\": \"some\"}"
            })
    @DisplayName("POST /applications/{client_id}/token/scoped without a token or an account, with two accounts, or for "
            + "more than the installation has is 422 (R148 to R150)")
    void refusesBodies(String members) {
        scope(members).is(422);
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped makes a token that reaches no repository that its user "
            + "does not (R145)")
    void reachesNoFurtherThanTheUser() {
        String crew = "\"access_token\": \"ghu_crew\", \"target\": \"quay\"";
        scope(crew + ", \"repositories\": [\"shed\", \"Winch\"]").is(200);
        scope(crew + ", \"repositories\": [\"crane\"]").is(422);
        apps.with(scope(crew).is(200)).get("/repos/quay/crane").is(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ghu_hank, quay, 403",
        "ghu_bert, quay, 403",
        "ghu_bert, anna, 403",
        "ghu_cleo, cleo, 403",
        "ghu_cleo, quay, 200",
        "ghu_anna, harbor, 404",
        "ghu_anna, nobody, 404"
    })
    @DisplayName("POST /applications/{client_id}/token/scoped for an account where the app is suspended, or out of the "
            + "user's reach, is 403; unknown or without the app 404 (decisions)")
    void refusesAccounts(String token, String target, int status) {
        scope("\"access_token\": \"" + token + "\", \"target\": \"" + target + "\"")
                .is(status);
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped takes the id and the secret of the app in the path, and "
            + "nothing else (R146)")
    void takesTheSecret() {
        String body = "{" + IN_QUAY + "}";
        assertEquals(
                "Requires authentication",
                fixture.as(FixtureIdentity.ANONYMOUS).post(PATH, body).is(401).message());
        assertEquals(
                "Bad credentials",
                apps.client("Iv1.pilotpilotpilot1", "wrong")
                        .post(PATH, body)
                        .is(401)
                        .message());
        for (TestClient calls : new TestClient[] {
            fixture.as(FixtureIdentity.ANNA),
            fixture.as(FixtureIdentity.ANNA_THROUGH_PILOT),
            fixture.as(FixtureIdentity.PILOT_IN_QUAY),
            apps.pilot()
        }) {
            assertEquals(
                    "Requires authentication", calls.post(PATH, body).is(401).message());
        }
        apps.client("Iv1.rivalrivalrival1", "rival-secret").post(PATH, body).is(404);
        apps.client("0a1b2c3d4e5f60718293", "oauth-secret").post(PATH, body).is(404);
        apps.client("0a1b2c3d4e5f60718293", "oauth-secret")
                .post("/applications/0a1b2c3d4e5f60718293/token/scoped", body)
                .is(404);
        apps.client("Iv1.rivalrivalrival1", "rival-secret").post(PATH, "{").is(404);
        apps.client("Iv1.pilotpilotpilot1", "pilot-secret").post(PATH, "{").is(400);
        apps.client("Iv1.pilotpilotpilot1", "pilot-secret").post(PATH, "[]").is(400);
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped makes a token that ends with the installation it was "
            + "narrowed to (R134, R143)")
    void endsWithTheInstallation() {
        TestClient narrow = apps.with(scope(IN_QUAY).is(200));
        apps.pilot().put(QUAY + "/suspended").is(204);
        narrow.get("/repos/quay/crane").is(404);
        apps.pilot().delete(QUAY + "/suspended").is(204);
        narrow.get("/repos/quay/crane").is(200);
        apps.pilot().delete(QUAY).is(204);
        narrow.get("/repos/quay/crane").is(404);
        narrow.get("/user").is(200);
        JsonNode exported = fixture.world();
        fixture.replace(exported);
        assertEquals(exported, fixture.world());
    }
}
