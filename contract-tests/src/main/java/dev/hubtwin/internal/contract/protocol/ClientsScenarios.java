package dev.hubtwin.internal.contract.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server wants to know of the program that calls (conventions, section 8). */
@FixtureScenarios
public abstract class ClientsScenarios {

    private static final String VERSION = "X-GitHub-Api-Version";

    private final Fixture fixture;

    protected ClientsScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @DisplayName("GET /orgs/{org} at github.com refuses who does not say its name, 403 in text/html; an enterprise "
            + "server does not (conventions, 8)")
    void refusesTheNameless(String name) {
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER)
                .with("User-Agent", name)
                .get("/orgs/acme")
                .is(fixture.target().enterprise() ? 200 : 403);
        if (!fixture.target().enterprise()) {
            assertEquals("text/html; charset=utf-8", answer.header("Content-Type"));
            assertTrue(
                    answer.text()
                            .startsWith(
                                    "Request forbidden by administrative rules. Please make sure your request has a "
                                            + "User-Agent header"),
                    answer.text());
            assertNull(answer.header("ETag"));
            assertNull(answer.header("X-RateLimit-Used"), "it costs nothing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-11-28", " 2022-11-28 ", ""})
    @DisplayName("GET /orgs/{org} selects the version that there is, as it does without one (conventions, 8)")
    void takesItsVersion(String version) {
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER)
                .with(VERSION, version)
                .get("/orgs/acme")
                .is(200);
        assertEquals(
                fixture.target().enterprise() ? null : "2022-11-28", answer.header("X-GitHub-Api-Version-Selected"));
        assertEquals(fixture.target().enterprise() ? "2.22.0" : null, answer.header("X-GitHub-Enterprise-Version"));
    }

    @Test
    @DisplayName("DELETE /app/installations/{installation_id} is 202 in version 2026-03-10 (reported)")
    void answersInItsVersion() {
        fixture.restoreAfterwards();
        AppSteps apps = new AppSteps(fixture);
        apps.pilot()
                .with(VERSION, "2026-03-10")
                .delete(AppSteps.QUAY)
                .is(fixture.target().enterprise() ? 204 : 202);
        apps.pilot().get(AppSteps.QUAY).is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2022-11-29", "2022-11-28,2022-11-28", "\"", "2022-11-28x", "<b>"})
    @DisplayName("GET /orgs/{org} in any other version is 400 in GitHub's words; an enterprise server of 2.22 knows no "
            + "such header (conventions, 8)")
    void refusesOtherVersions(String version) {
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER)
                .with(VERSION, version)
                .get("/orgs/acme")
                .is(fixture.target().enterprise() ? 200 : 400);
        if (!fixture.target().enterprise()) {
            assertEquals(
                    "The version you specified in the \"X-GitHub-API-Version\" request header, \"" + version
                            + "\", is not a supported version. The following versions are currently supported: \"2026-03-10\" (most recent), \"2022-11-28\".",
                    answer.message());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, /orgs/nowhere/else, , 404, the route goes first",
        "UNKNOWN, /orgs/acme, , 403, the name before the credential",
        "UNKNOWN, /orgs/acme, me, 400, the version before the credential",
        "ANONYMOUS, /user, , 403, the name before the kind of the credential"
    })
    @DisplayName("GET /orgs/{org} and /user judge the name and the version after the route and before the credential "
            + "(decisions)")
    void refusesInOrder(FixtureIdentity who, String path, String name, int status, String reason) {
        TestClient caller =
                fixture.as(who).with("User-Agent", name == null ? "" : name).with(VERSION, "v4");
        int enterprise = path.contains("nowhere") ? 404 : 401;
        caller.get(path).is(fixture.target().enterprise() ? enterprise : status);
    }

    @Test
    @DisplayName("PATCH /orgs/{org} that is refused for its name or version changes nothing (conventions, 8)")
    void changesNothing() {
        String before = fixture.owned("tinker").toString();
        if (!fixture.target().enterprise()) {
            fixture.as(FixtureIdentity.OWNER)
                    .with("User-Agent", "")
                    .patch("/orgs/tinker", "{\"name\": \"Half\"}")
                    .is(403);
            fixture.as(FixtureIdentity.OWNER)
                    .with(VERSION, "v3")
                    .patch("/orgs/tinker", "{\"name\": \"Half\"}")
                    .is(400);
        }
        assertEquals(before, fixture.owned("tinker").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/orgs/acme", "/user/orgs", "/", "/orgs/acme/members/mike", "/organizations/9001", "/rate_limit"
            })
    @DisplayName("OPTIONS /orgs/{org}, /user/orgs and /rate_limit tell browsers what they may send, for every "
            + "caller (conventions, 7)")
    void answersPreflights(String path) {
        for (FixtureIdentity who :
                new FixtureIdentity[] {FixtureIdentity.ANONYMOUS, FixtureIdentity.OWNER, FixtureIdentity.UNKNOWN}) {
            HttpAnswer answer = fixture.as(who)
                    .with("Origin", "https://elsewhere.example")
                    .with("User-Agent", "")
                    .send("OPTIONS", path, BodyPublishers.noBody())
                    .is(204);
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
            assertEquals("GET, POST, PATCH, PUT, DELETE", answer.header("Access-Control-Allow-Methods"));
            assertEquals("86400", answer.header("Access-Control-Max-Age"));
            assertTrue(answer.header("Access-Control-Allow-Headers").contains("Authorization, Content-Type, If-Match"));
            assertNull(answer.header("Content-Type"));
            assertNull(answer.header("X-RateLimit-Used"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orgs", "/orgs/acme/", "/nowhere", "/orgs/acme;x=1"})
    @DisplayName("Beside OPTIONS /orgs/{org}, a path that does not exist has no preflight: 404 (decisions)")
    void knowsNoPreflightElsewhere(String path) {
        assertEquals(
                "Not Found",
                fixture.as(FixtureIdentity.OWNER)
                        .send("OPTIONS", path, BodyPublishers.noBody())
                        .is(404)
                        .message());
    }
}
