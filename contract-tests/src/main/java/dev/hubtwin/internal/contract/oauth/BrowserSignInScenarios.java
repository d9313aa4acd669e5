package dev.hubtwin.internal.contract.oauth;

import static dev.hubtwin.internal.contract.oauth.SignInSteps.DASHBOARDS;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.DASHBOARDS_SECRET;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.PILOT;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.PILOT_SECRET;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.assertRefused;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.form;
import static dev.hubtwin.internal.contract.oauth.SignInSteps.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users sign in by a browser: the code that it brings back becomes a token. */
@FixtureScenarios
abstract class BrowserSignInScenarios {

    private static final String TOKENS = "/login/oauth/access_token";
    private static final String CALLBACK = "https://dash.example/cb";

    private final Fixture fixture;
    private final AppSteps apps;
    private final SignInSteps signIns;

    BrowserSignInScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
        this.signIns = new SignInSteps(fixture);
    }

    @BeforeEach
    void signsIn() {
        fixture.restoreAfterwards();
    }

    private String code(String client) {
        return parameter(signIns.approved("olivia", Map.of("client_id", client, "redirect_uri", CALLBACK)), "code");
    }

    private static Map<String, String> dashboards(String code) {
        return Map.of("client_id", DASHBOARDS, "client_secret", DASHBOARDS_SECRET, "code", code);
    }

    private int status(String token) {
        return apps.bearing("token " + token).get("/user").status();
    }

    @Test
    @DisplayName("POST /login/oauth/access_token gives an OAuth app a token with the scopes that the user "
            + "approved, once for a code; the state comes back with it (reported; decisions)")
    void givesATokenOfAnOAuthApp() {
        String location = signIns.approved(
                "olivia",
                Map.of(
                        "client_id",
                        DASHBOARDS,
                        "redirect_uri",
                        CALLBACK,
                        "scope",
                        "repo,public_repo admin:org read:org",
                        "state",
                        "x y&z"));
        assertTrue(location.matches("https://dash\\.example/cb\\?code=[0-9a-f]{20}&state=x\\+y%26z"), location);
        Map<String, String> asked = dashboards(parameter(location, "code"));
        JsonNode given = signIns.exchange(asked);
        String token = given.path("access_token").asText();
        assertTrue(token.matches("gho_[0-9A-Za-z]{36}"), given::toString);
        assertEquals(
                "bearer repo,admin:org 3",
                given.path("token_type").asText() + " " + given.path("scope").asText() + " " + given.size());
        HttpAnswer user = apps.bearing("token " + token).get("/user").is(200);
        assertEquals("olivia admin:org, repo", user.member("login") + " " + user.header("X-OAuth-Scopes"));
        assertRefused("bad_verification_code", signIns.exchange(asked));
        assertEquals(200, status(token));
    }

    @Test
    @DisplayName("POST /login/oauth/access_token gives a GitHub App a token for eight hours, and what "
            + "refreshes it once (reported; decisions)")
    void givesATokenOfAGitHubApp() {
        fixture.clock("2026-05-06T07:08:09Z");
        Map<String, String> asked = Map.of("client_id", PILOT, "client_secret", PILOT_SECRET, "code", code(PILOT));
        JsonNode given = signIns.exchange(asked);
        String token = given.path("access_token").asText();
        String refresh = given.path("refresh_token").asText();
        assertTrue(token.matches("ghu_[0-9A-Za-z]{36}") && refresh.matches("ghr_[0-9A-Za-z]{76}"), given::toString);
        assertEquals(
                "28800 15897600 bearer ",
                given.path("expires_in") + " " + given.path("refresh_token_expires_in") + " "
                        + given.path("token_type").asText() + " "
                        + given.path("scope").asText());
        assertEquals(200, status(token));
        fixture.clock("2026-05-06T15:08:09Z");
        assertEquals(401, status(token));
        Map<String, String> again = Map.of(
                "client_id", PILOT,
                "client_secret", PILOT_SECRET,
                "grant_type", "refresh_token",
                "refresh_token", refresh);
        JsonNode other = signIns.exchange(again);
        assertEquals(200, status(other.path("access_token").asText()));
        assertRefused("bad_refresh_token", signIns.exchange(again));
        fixture.clock("2026-11-06T15:08:09Z");
        assertRefused(
                "bad_refresh_token",
                signIns.exchange(Map.of(
                        "client_id",
                        PILOT,
                        "client_secret",
                        PILOT_SECRET,
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        other.path("refresh_token").asText())));
    }

    @Test
    @DisplayName("POST /login/oauth/access_token takes parameters as a form, in a query and as JSON, and the "
            + "client in a Basic credential too (reported; decisions)")
    void takesForms() {
        TestClient asForm = signIns.json().with("Content-Type", "application/x-www-form-urlencoded");
        asForm.post(TOKENS, form(dashboards(code(DASHBOARDS)))).is(200).member("access_token");
        signIns.json()
                .post(TOKENS + "?" + form(dashboards(code(DASHBOARDS))), "")
                .is(200)
                .member("access_token");
        apps.client(DASHBOARDS, DASHBOARDS_SECRET)
                .with("Accept", "application/json")
                .post(TOKENS, "{\"code\": \"" + code(DASHBOARDS) + "\"}")
                .is(200)
                .member("access_token");
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/x-www-form-urlencoded, access_token=gho_[0-9A-Za-z]{36}&token_type=bearer&scope=",
        "application/xml, application/xml, <OAuth><access_token>gho_[0-9A-Za-z]{36}</access_token>"
                + "<token_type>bearer</token_type><scope></scope></OAuth>",
        "application/json, application/json, '\\{\"access_token\":\"gho_[0-9A-Za-z]{36}\",\"token_type\":\"bearer\","
                + "\"scope\":\"\"}'"
    })
    @DisplayName(
            "POST /login/oauth/access_token answers a form, unless XML or JSON is asked for (reported; " + "decisions)")
    void answersForms(String accept, String type, String body) {
        HttpAnswer answer = signIns.json()
                .with("Accept", accept)
                .post(TOKENS + "?" + form(dashboards(code(DASHBOARDS))), "")
                .is(200);
        assertEquals(type + "; charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.text().replaceFirst("^<\\?xml.*\\n", "").matches(body), answer::text);
    }

    @Test
    @DisplayName("POST /login/oauth/access_token refuses another's secret, an unknown code or grant, and "
            + "another address, with 200 and an error; an unknown app is 404 (reported; decisions)")
    void refuses() {
        assertRefused(
                "incorrect_client_credentials",
                signIns.exchange(Map.of("client_id", DASHBOARDS, "client_secret", "x", "code", code(DASHBOARDS))));
        assertRefused(
                "incorrect_client_credentials",
                signIns.exchange(Map.of("client_id", DASHBOARDS, "code", code(DASHBOARDS))));
        assertRefused("bad_verification_code", signIns.exchange(dashboards("0123456789abcdef0123")));
        assertRefused("bad_verification_code", signIns.exchange(dashboards(code(PILOT))));
        assertRefused(
                "unsupported_grant_type", signIns.exchange(Map.of("client_id", DASHBOARDS, "grant_type", "password")));
        assertRefused(
                "redirect_uri_mismatch",
                signIns.exchange(Map.of(
                        "client_id",
                        DASHBOARDS,
                        "client_secret",
                        DASHBOARDS_SECRET,
                        "code",
                        code(DASHBOARDS),
                        "redirect_uri",
                        "https://dash.example/other")));
        assertEquals(
                "{\"error\":\"Not Found\"}",
                signIns.post(TOKENS, Map.of("client_id", "nobody")).is(404).text());
        signIns.post(TOKENS, Map.of()).is(404);
        signIns.json().post(TOKENS, "[]").is(400);
        signIns.json().post(TOKENS, "{").is(400);
    }

    @Test
    @DisplayName("POST /login/oauth/access_token knows a code for ten minutes by the world's clock (reported; "
            + "decisions)")
    void codesExpire() {
        fixture.clock("2026-05-06T07:08:09Z");
        String one = code(DASHBOARDS);
        String other = code(DASHBOARDS);
        fixture.clock("2026-05-06T07:18:08Z");
        assertEquals(3, signIns.exchange(dashboards(one)).size());
        fixture.clock("2026-05-06T07:18:09Z");
        assertRefused("bad_verification_code", signIns.exchange(dashboards(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    @DisplayName("POST /login/oauth/access_token takes a code that has a challenge (PKCE) with its verifier only "
            + "(reported; decisions)")
    void holdsTheChallenge(String wrong) {
        Map<String, String> asked = Map.of(
                "client_id",
                DASHBOARDS,
                "redirect_uri",
                CALLBACK,
                "code_challenge",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method",
                "S256");
        String code = parameter(signIns.approved("olivia", asked), "code");
        String verifier = wrong.isEmpty() ? "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" : wrong;
        JsonNode given = signIns.exchange(Map.of(
                "client_id", DASHBOARDS,
                "client_secret", DASHBOARDS_SECRET,
                "code", code,
                "code_verifier", verifier));
        assertEquals(wrong.isEmpty(), given.has("access_token"), given::toString);
        String bare = parameter(signIns.approved("olivia", asked), "code");
        assertRefused("bad_verification_code", signIns.exchange(dashboards(bare)));
    }

    @Test
    @DisplayName("POST /login/oauth/access_token gets no code of a user who refuses: the browser goes back with "
            + "an error (reported; decisions)")
    void tellsWhoIsDenied() {
        String location =
                signIns.denied("olivia", Map.of("client_id", DASHBOARDS, "redirect_uri", CALLBACK, "state", "xyz"));
        assertEquals("access_denied xyz", parameter(location, "error") + " " + parameter(location, "state"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/path, true",
        "http://example.com/path/subdir/other, true",
        "http://oauth.example.com/path, true",
        "http://oauth.example.com/path/subdir/other, true",
        "'', true",
        "http://example.com/bar, false",
        "http://example.com/, false",
        "http://example.com/pathology, false",
        "http://example.com/path/../bar, false",
        "http://example.com:8080/path, false",
        "http://oauth.example.com:8080/path, false",
        "http://example.org, false",
        "https://example.com/path, false",
        "javascript:alert(1), false"
    })
    @DisplayName("POST /login/oauth/access_token gets a code that was sent to the address that an OAuth app has, "
            + "or below it; otherwise the browser goes to that address with an error (reported; decisions)")
    void checksAddresses(String address, boolean good) {
        fixture.merge("{\"oauth_apps\": [{\"client_id\": \"" + DASHBOARDS
                + "\", \"callback_url\": \"http://example.com/path\"}]}");
        String location =
                signIns.approved("olivia", Map.of("client_id", DASHBOARDS, "redirect_uri", address, "state", "xyz"));
        assertEquals("xyz", parameter(location, "state"));
        if (good) {
            String sent = address.isEmpty() ? "http://example.com/path" : address;
            assertTrue(location.startsWith(sent + "?code="), location);
        } else {
            assertTrue(location.startsWith("http://example.com/path?error=redirect_uri_mismatch&"), location);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://pilot.example/cb, true",
        "https://pilot.example/other, true",
        "http://127.0.0.1:54321/done, true",
        "https://pilot.example/cb/below, false",
        "https://sub.pilot.example/cb, false"
    })
    @DisplayName("POST /login/oauth/access_token gets a code that was sent to one of a GitHub App's addresses "
            + "as it stands; the port of a loopback address may be any (reported; decisions)")
    void checksAddressesOfGitHubApps(String address, boolean good) {
        fixture.merge("{\"apps\": [{\"slug\": \"pilot\", \"callback_urls\": [\"https://pilot.example/cb\", "
                + "\"https://pilot.example/other\", \"http://127.0.0.1/done\"]}]}");
        String location = signIns.approved("olivia", Map.of("client_id", PILOT, "redirect_uri", address));
        assertTrue(
                location.startsWith(
                        good ? address + "?code=" : "https://pilot.example/cb?error=redirect_uri_mismatch&"),
                location);
    }

    @Test
    @DisplayName("POST /login/oauth/access_token keeps ten tokens of an app for a user with the same scopes: "
            + "the oldest goes (reported; decisions)")
    void keepsTen() {
        String first = signIns.exchange(dashboards(code(DASHBOARDS)))
                .path("access_token")
                .asText();
        String last = "";
        for (int i = 0; i < 10; i++) {
            assertEquals(200, status(first));
            last = signIns.exchange(dashboards(code(DASHBOARDS)))
                    .path("access_token")
                    .asText();
        }
        assertEquals("401 200 200", status(first) + " " + status(last) + " " + status("gho_olivia"));
    }

    @Test
    @DisplayName("POST /login/oauth/access_token gives tokens without an end for a GitHub App whose tokens do "
            + "not expire (reported; decisions)")
    void givesTokensWithoutAnEnd() {
        fixture.merge("{\"apps\": [{\"slug\": \"pilot\", \"expire_user_tokens\": false}]}");
        JsonNode given =
                signIns.exchange(Map.of("client_id", PILOT, "client_secret", PILOT_SECRET, "code", code(PILOT)));
        assertEquals(3, given.size(), given::toString);
    }
}
