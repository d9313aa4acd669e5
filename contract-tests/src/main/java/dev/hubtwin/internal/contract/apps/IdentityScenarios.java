package dev.hubtwin.internal.contract.apps;

import static dev.hubtwin.internal.contract.scenario.AppSteps.INSTALLATIONS;
import static dev.hubtwin.internal.contract.scenario.AppSteps.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How apps say who they are: JSON web tokens, client ids with their secrets (conventions, section 2). */
@FixtureScenarios
public abstract class IdentityScenarios {

    private static final String UNDECODABLE = "A JSON web token could not be decoded";
    private static final String ISSUED_AT =
            "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    private static final String EXPIRES =
            "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    private static final String TOO_FAR = "'Expiration time' claim ('exp') is too far in the future";
    private static final String ISSUER = "'Issuer' claim ('iss') must be an Integer";
    private static final List<String> FOR_APPS = List.of(
            "GET /app",
            "GET /app/installations",
            "GET /app/installations/601",
            "DELETE /app/installations/601",
            "POST /app/installations/601/access_tokens",
            "PUT /app/installations/601/suspended",
            "DELETE /app/installations/601/suspended",
            "GET /orgs/quay/installation",
            "GET /repos/quay/crane/installation",
            "GET /users/anna/installation",
            "GET /repositories/701/installation");

    private final Fixture fixture;
    private final AppSteps apps;

    protected IdentityScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    static Stream<ForgeableJwt> good() {
        return Stream.of(
                ForgeableJwt.pilot(),
                ForgeableJwt.of("4300", "first"),
                ForgeableJwt.of("Iv1.pilotpilotpilot1", "first"),
                ForgeableJwt.of(4300, "second"),
                ForgeableJwt.pilot().from(0, 598),
                ForgeableJwt.pilot().from(2, 300),
                ForgeableJwt.pilot().from(-600, 30),
                ForgeableJwt.pilot().from(-300, -30),
                ForgeableJwt.pilot().with("exp", System.currentTimeMillis() / 1000.0 + 300.5),
                ForgeableJwt.pilot().with("jti", "any"));
    }

    @ParameterizedTest
    @MethodSource("good")
    @DisplayName(
            "GET /app takes the JSON web token of an app: any of its keys, iss as number, text or client id; a few seconds "
                    + "ahead, 60 past its end (R127; reported)")
    void takesWebTokens(ForgeableJwt jwt) {
        assertEquals("pilot", apps.as(jwt).get("/app").is(200).member("slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    @DisplayName("GET /app takes a JSON web token after Bearer in any case (conventions, 2)")
    void takesBearer(String scheme) {
        TestClient pilot = apps.bearing(scheme + " " + ForgeableJwt.pilot().text());
        assertEquals("pilot", pilot.get("/app").is(200).member("slug"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("wrong key", UNDECODABLE, ForgeableJwt.of(4300, "stranger")),
                Arguments.of("another app's key", UNDECODABLE, ForgeableJwt.of(4300, "rival")),
                Arguments.of("alg none", UNDECODABLE, ForgeableJwt.pilot().under("none")),
                Arguments.of(
                        "HS256 with the public key",
                        UNDECODABLE,
                        ForgeableJwt.pilot().under("HS256")),
                Arguments.of("RS512", UNDECODABLE, ForgeableJwt.pilot().under("RS512")),
                Arguments.of("expired", EXPIRES, ForgeableJwt.pilot().from(-700, -100)),
                Arguments.of(
                        "expires when it is issued",
                        EXPIRES,
                        ForgeableJwt.pilot().from(-100, -100)),
                Arguments.of("from the future", ISSUED_AT, ForgeableJwt.pilot().from(120, 300)),
                Arguments.of(
                        "from half a minute ahead",
                        ISSUED_AT,
                        ForgeableJwt.pilot().from(30, 300)),
                Arguments.of("exp too far", TOO_FAR, ForgeableJwt.pilot().from(0, 620)),
                Arguments.of(
                        "exp in milliseconds",
                        TOO_FAR,
                        ForgeableJwt.pilot().with("exp", System.currentTimeMillis() + 300_000)),
                Arguments.of("exp missing", EXPIRES, ForgeableJwt.pilot().with("exp", null)),
                Arguments.of("exp a text", EXPIRES, ForgeableJwt.pilot().with("exp", "soon")),
                Arguments.of(
                        "exp a number in quotes", EXPIRES, ForgeableJwt.pilot().with("exp", "4102444800")),
                Arguments.of("iat missing", ISSUED_AT, ForgeableJwt.pilot().with("iat", null)),
                Arguments.of(
                        "iat a fraction",
                        ISSUED_AT,
                        ForgeableJwt.pilot().with("iat", System.currentTimeMillis() / 1000.0 + 0.5)),
                Arguments.of("iat a text", ISSUED_AT, ForgeableJwt.pilot().with("iat", "now")),
                Arguments.of("iss missing", ISSUER, ForgeableJwt.pilot().with("iss", null)),
                Arguments.of("iss blank", ISSUER, ForgeableJwt.pilot().with("iss", " ")),
                Arguments.of("iss a list", ISSUER, ForgeableJwt.pilot().with("iss", List.of(4300))),
                Arguments.of("iss a fraction", ISSUER, ForgeableJwt.pilot().with("iss", 4300.5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    @DisplayName("GET /app, /orgs/{org} and /user with a JSON web token that is not good are 401, and say why (R124, "
            + "R125, R127)")
    void refusesWebTokens(String fault, String message, ForgeableJwt jwt) {
        for (String path : List.of("/app", "/orgs/acme", "/user")) {
            HttpAnswer answer = apps.as(jwt).get(path).is(401);
            assertEquals(message, answer.message());
            assertEquals(
                    "https://docs.github.com/"
                            + (fixture.target().enterprise() ? "enterprise-server@2.22/rest" : "rest"),
                    answer.member("documentation_url"));
            assertNull(answer.header("WWW-Authenticate"));
        }
    }

    @Test
    @DisplayName(
            "GET /app, /orgs/{org} and /user with the JSON web token of an app without a key are 401, and say that "
                    + "there is none (R125)")
    void refusesAppsWithoutKeys() {
        fixture.restoreAfterwards();
        fixture.merge(
                "{\"apps\": [{\"slug\": \"keyless\", \"id\": 4302, \"name\": \"Keyless\", \"owner\": \"bert\"}]}");
        for (String path : List.of("/app", "/orgs/acme", "/user")) {
            assertEquals(
                    "Integration must generate a public key",
                    apps.as(ForgeableJwt.of(4302, "stranger")).get(path).is(401).message());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "999999999999999999", "99999999999999999999", "-1", "Iv1.nobody", "pilot", "0a1b2c3d4e5f60718293"})
    @DisplayName(
            "GET /app and /organizations with the JSON web token of no app are 404 \"Integration not found\" (R125)")
    void knowsNoSuchApp(String issuer) {
        assertEquals(
                "Integration not found",
                apps.as(ForgeableJwt.of(issuer, "first")).get("/app").is(404).message());
        assertEquals(
                "Integration not found",
                apps.as(ForgeableJwt.of(issuer, "first"))
                        .get("/organizations")
                        .is(404)
                        .message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.c",
                "..",
                "eyJhbGciOiJub25lIn0.e30.",
                "myToken",
                "eyJhbGciOiJSUzI1NiJ9",
                "x y z",
                "\"",
                "a.b",
                "a.b.c.d"
            })
    @DisplayName(
            "GET /app with what is not a JSON web token is 401 \"A JSON web token could not be decoded\" " + "(R124)")
    void refusesGarbage(String text) {
        assertEquals(
                UNDECODABLE, apps.bearing("Bearer " + text).get("/app").is(401).message());
    }

    @Test
    @DisplayName("GET /app decodes no JSON web token whose payload is changed or whose parts are others' (R124)")
    void refusesTampering() {
        String[] parts = ForgeableJwt.pilot().text().split("\\.");
        String[] others = ForgeableJwt.of(4301, "rival").text().split("\\.");
        for (String text : List.of(
                parts[0] + "." + others[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + others[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + ForgeableJwt.part("{") + "." + parts[2],
                ForgeableJwt.part("{\"alg\":\"RS256\",\"crit\":[\"exp\"],\"exp\":1}") + "." + parts[1] + "." + parts[2],
                ForgeableJwt.part("{}") + "." + parts[1] + "." + parts[2],
                ForgeableJwt.part("null") + "." + parts[1] + "." + parts[2],
                parts[0] + "." + ForgeableJwt.part("null") + "." + parts[2],
                ForgeableJwt.pilot().text() + "x")) {
            assertEquals(
                    UNDECODABLE,
                    apps.bearing("Bearer " + text).get("/app").is(401).message(),
                    text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token ", "Token ", "Digest ", ""})
    @DisplayName("GET /app, GET /app/installations and every operation for apps decode a JSON web token after Bearer "
            + "alone (conventions, 2; reported)")
    void takesBearerOnly(String scheme) {
        TestClient caller = apps.bearing(scheme + ForgeableJwt.pilot().text());
        for (String operation : FOR_APPS) {
            String[] parts = operation.split(" ");
            assertEquals(
                    UNDECODABLE,
                    caller.send(parts[0], parts[1], BodyPublishers.noBody())
                            .is(401)
                            .message(),
                    operation);
        }
        assertEquals("Bad credentials", caller.get("/organizations").is(401).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token ghp_nobody_has_this", "Basic eDp5", "Basic !"})
    @DisplayName("GET /app with what was never meant as a JSON web token is 401 \"Bad credentials\" (conventions, 2)")
    void knowsOtherCredentials(String authorization) {
        assertEquals(
                "Bad credentials",
                apps.bearing(authorization).get("/app").is(401).message());
        assertEquals(
                "Bad credentials",
                apps.client("x", ForgeableJwt.pilot().text())
                        .get("/app")
                        .is(401)
                        .message());
    }

    @Test
    @DisplayName("GET /app takes a JSON web token that is valid by the world's clock or by the machine's (decisions)")
    void knowsTwoClocks() {
        fixture.restoreAfterwards();
        fixture.clock("2030-01-01T00:00:00Z");
        apps.pilot().get("/app").is(200);
        ForgeableJwt then = ForgeableJwt.pilot().with("iat", 1893456000L).with("exp", 1893456300L);
        apps.as(then).get("/app").is(200);
        assertEquals(
                TOO_FAR,
                apps.as(then.with("exp", 1893456700L)).get("/app").is(401).message());
        assertEquals(
                TOO_FAR,
                apps.as(ForgeableJwt.pilot().from(0, 900)).get("/app").is(401).message());
        assertEquals(
                EXPIRES,
                apps.as(then.with("iat", 1893455000L).with("exp", 1893455600L))
                        .get("/app")
                        .is(401)
                        .message());
    }

    @Test
    @DisplayName("Every operation for apps takes a JSON web token and nothing else (R124)")
    void takesNothingElse() {
        for (String operation : FOR_APPS) {
            String[] parts = operation.split(" ");
            for (FixtureIdentity who : List.of(
                    FixtureIdentity.ANNA,
                    FixtureIdentity.ANNA_THROUGH_PILOT,
                    FixtureIdentity.PILOT_IN_QUAY,
                    FixtureIdentity.ANNA_READS_HARBOR,
                    FixtureIdentity.OWNER_OAUTH)) {
                assertEquals(
                        UNDECODABLE,
                        fixture.as(who)
                                .send(parts[0], parts[1], BodyPublishers.noBody())
                                .is(401)
                                .message(),
                        operation);
            }
            for (FixtureIdentity who : List.of(
                    FixtureIdentity.UNKNOWN,
                    FixtureIdentity.EXPIRED,
                    FixtureIdentity.REVOKED,
                    FixtureIdentity.INSTALLATION_EXPIRED)) {
                assertEquals(
                        "Bad credentials",
                        fixture.as(who)
                                .send(parts[0], parts[1], BodyPublishers.noBody())
                                .is(401)
                                .message(),
                        operation);
            }
            TestClient client = apps.client("Iv1.pilotpilotpilot1", "pilot-secret");
            assertEquals(
                    UNDECODABLE,
                    client.send(parts[0], parts[1], BodyPublishers.noBody())
                            .is(401)
                            .message(),
                    operation);
            HttpAnswer nobody = fixture.as(FixtureIdentity.ANONYMOUS)
                    .send(parts[0], parts[1], BodyPublishers.noBody())
                    .is(401);
            assertEquals("Requires authentication", nobody.message(), operation);
        }
        assertEquals(
                "[601,602,603,604]",
                ids(apps.pilot().get(INSTALLATIONS).is(200).json()).toString().replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/user, 401",
        "/user/orgs, 401",
        "/orgs/acme, 200",
        "/organizations, 200",
        "/users/olivia, 200",
        "/installation/repositories, 403",
        "/orgs/quay/installations, 401",
        "/user/memberships/orgs, 401"
    })
    @DisplayName("GET /orgs/{org} and /organizations, which are public, take an app's own token; GET /user and "
            + "/user/orgs are 401, because it belongs to no user (conventions, 2, 3 and 6)")
    void isNoUser(String path, int status) {
        HttpAnswer answer = apps.pilot().get(path).is(status);
        assertNull(answer.header("X-RateLimit-Limit"));
        assertNull(answer.header("X-OAuth-Scopes"));
    }

    @Test
    @DisplayName("GET /app takes nothing that a key signed which was taken from the app, and takes what a new one did "
            + "(R124)")
    void followsTheKeys() {
        fixture.restoreAfterwards();
        fixture.merge("{\"apps\": [{\"slug\": \"pilot\", \"private_key\": " + quoted("rival") + "}]}");
        assertEquals(UNDECODABLE, apps.pilot().get("/app").is(401).message());
        apps.as(ForgeableJwt.of(4300, "second")).get("/app").is(401);
        apps.as(ForgeableJwt.of(4300, "rival")).get("/app").is(200);
    }

    private static String quoted(String key) {
        return new TextNode(ForgeableJwt.pem(key)).toString();
    }

    @Test
    @DisplayName("GET /app quotes nothing of a JSON web token that it refuses (decisions)")
    void quotesNothing() {
        String text = new ForgeableJwt(
                        ForgeableJwt.pem("stranger"), "RS256", Map.of("iss", "Iv1.<secret>", "iat", "<secret>"))
                .text();
        HttpAnswer answer = apps.bearing("Bearer " + text).get("/app");
        assertEquals(-1, answer.text().indexOf("secret"));
        assertEquals(-1, answer.text().indexOf(text));
    }
}
