package dev.hubtwin.internal.contract.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server learns who calls, and what it says about that (conventions, sections 2 and 3). */
@FixtureScenarios
public abstract class CredentialsScenarios {

    private static final List<String> PATHS = List.of(
            "/",
            "/organizations",
            "/orgs/acme",
            "/user/orgs",
            "/users/olivia/orgs",
            "/meta",
            "/rate_limit",
            "/user",
            "/users/olivia",
            "/repos/acme/widgets",
            "/repositories/501",
            "/organizations/9001",
            "/installation/repositories");

    private final Fixture fixture;

    protected CredentialsScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "token", "Token", "TOKEN"})
    @DisplayName("GET /user takes a token after Bearer or token in any case (conventions, 2)")
    void takesTokens(String scheme) {
        assertEquals(
                "olivia",
                me(scheme + " " + fixture.target().token(FixtureIdentity.OWNER))
                        .is(200)
                        .member("login"));
    }

    @ParameterizedTest
    @CsvSource({"Basic, olivia", "basic, whoever", "BASIC, x-access-token", "Basic, ''"})
    @DisplayName("GET /user takes a token as the password of Basic in any case, whatever the name (conventions, 2)")
    void takesBasic(String scheme, String name) {
        assertEquals(
                "olivia",
                me(scheme + " " + base64(name + ":" + fixture.target().token(FixtureIdentity.OWNER)))
                        .is(200)
                        .member("login"));
    }

    @ParameterizedTest
    @MethodSource("badCredentials")
    @DisplayName(
            "A token that is expired, revoked or unknown is 401 \"Bad credentials\", at public operations too: GET "
                    + "/user, /orgs/{org} and /meta (R136; conventions, 2)")
    void refusesBadCredentials(FixtureIdentity who, String path) {
        HttpAnswer answer = fixture.as(who).get(path).is(401);
        assertEquals("Bad credentials", answer.message());
        assertEquals(
                "https://docs.github.com/" + (fixture.target().enterprise() ? "enterprise-server@2.22/rest" : "rest"),
                answer.member("documentation_url"));
        assertNull(answer.header("WWW-Authenticate"));
    }

    static Stream<Arguments> badCredentials() {
        return Stream.of(
                        FixtureIdentity.EXPIRED,
                        FixtureIdentity.REVOKED,
                        FixtureIdentity.UNKNOWN,
                        FixtureIdentity.INSTALLATION_EXPIRED)
                .flatMap(who -> PATHS.stream().map(path -> Arguments.of(who, path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "token  ",
                "Digest x",
                "ghp_olivia",
                "Basic",
                "Basic !!!",
                "Basic b2xpdmlh",
                "Bearer ghp_olivia x",
                "Bearer GHP_OLIVIA",
                ": :"
            })
    @DisplayName("GET /user with an Authorization header that holds no token of anybody is 401 \"Bad credentials\" "
            + "(conventions, 2)")
    void refusesWhatIsNoCredential(String header) {
        assertEquals("Bad credentials", me(header).is(401).message(), header);
    }

    @Test
    @DisplayName("GET /user with a name and a wrong password is 401 \"Bad credentials\" (conventions, 2)")
    void refusesPasswords() {
        assertEquals(
                "Bad credentials",
                me("Basic " + base64("olivia:password")).is(401).message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OWNER                | admin:org, repo, user",
                "OWNER_READ_ORG | read:org",
                "OWNER_OAUTH | admin:org",
                "OWNER_WITHOUT_SCOPES | ''",
                "MEMBER | admin:org, repo"
            })
    @DisplayName("X-OAuth-Scopes lists the scopes of a classic or OAuth token, sorted, on refusals too: GET "
            + "/orgs/{org}, /users/{username}/orgs and /user (conventions, 3)")
    void listsScopes(FixtureIdentity who, String scopes) {
        for (String path : List.of("/orgs/acme", "/users/olivia/orgs", "/orgs/nobody", "/user")) {
            assertEquals(scopes, fixture.as(who).get(path).header("X-OAuth-Scopes"), path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET   | /orgs/acme          | admin:org, read:org, repo, user, write:org",
                "GET   | /orgs/nobody        | admin:org, read:org, repo, user, write:org",
                "GET   | /user/orgs          | admin:org, read:org, repo, user, write:org",
                "GET   | /users/olivia/orgs  | ''",
                "GET   | /organizations      | ''",
                "GET   | /user               | ''",
                "GET   | /repos/acme/widgets | repo",
                "PATCH | /orgs/acme          | admin:org, repo"
            })
    @DisplayName("X-Accepted-OAuth-Scopes lists the scopes of which one suffices, as recorded: GET and PATCH "
            + "/orgs/{org}, GET /user/orgs and /organizations (conventions, 3)")
    void listsAcceptedScopes(String method, String path, String scopes) {
        HttpAnswer answer =
                fixture.as(FixtureIdentity.OWNER_WITHOUT_SCOPES).send(method, path, BodyPublishers.noBody());
        assertEquals(scopes, answer.header("X-Accepted-OAuth-Scopes"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANONYMOUS", "OWNER_READS_TINKER", "OWNER_THROUGH_APP", "INSTALLATION_WITH_PLAN"})
    @DisplayName("GET /orgs/{org} and /organizations tell callers without scopes of none (conventions, 3)")
    void tellsNoScopes(FixtureIdentity who) {
        for (String path : List.of("/orgs/acme", "/orgs/nobody", "/organizations")) {
            HttpAnswer answer = fixture.as(who).get(path);
            assertNull(answer.header("X-OAuth-Scopes"), path);
            assertNull(answer.header("X-Accepted-OAuth-Scopes"), path);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER_READS_TINKER", "MEMBER_WRITES_TINKER", "OWNER_THROUGH_APP", "INSTALLATION_WITH_PLAN"})
    @DisplayName("PATCH /orgs/{org} tells tokens with permissions what it takes, in X-Accepted-GitHub-Permissions "
            + "(conventions, 2)")
    void listsAcceptedPermissions(FixtureIdentity who) {
        HttpAnswer answer = fixture.as(who).patch("/orgs/globex", "{");
        assertEquals("organization_administration=write", answer.header("X-Accepted-GitHub-Permissions"));
    }

    @ParameterizedTest
    @CsvSource({
        "INSTALLATION_WITH_PLAN, /user, Resource not accessible by integration",
        "INSTALLATION_WITH_PLAN, /user/orgs, Resource not accessible by integration"
    })
    @DisplayName("GET /user and /user/orgs with a credential of a kind that they do not admit are 403 (conventions, 2)")
    void refusesOtherKinds(FixtureIdentity who, String path, String message) {
        assertEquals(message, fixture.as(who).get(path).is(403).message());
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "OWNER_OAUTH", "OWNER_WITHOUT_SCOPES", "OWNER_READS_ACME", "OWNER_THROUGH_APP"})
    @DisplayName("GET /installation/repositories with any credential but an installation's token is 403, and says so "
            + "(recorded)")
    void takesInstallationsOnly(FixtureIdentity who) {
        AppSteps apps = new AppSteps(fixture);
        for (TestClient caller :
                List.of(fixture.as(who), apps.pilot(), apps.client("Iv1.pilotpilotpilot1", "pilot-secret"))) {
            assertEquals(
                    "You must authenticate with an installation access token in order to list repositories for an "
                            + "installation.",
                    caller.get("/installation/repositories").is(403).message());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user", "/user/orgs", "/installation/repositories"})
    @DisplayName("GET /user, /user/orgs and /installation/repositories without a credential are 401 \"Requires "
            + "authentication\" (R59; conventions, 2)")
    void requiresAuthentication(String path) {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANONYMOUS).get(path).is(401);
        assertEquals("Requires authentication", answer.message());
        assertNull(answer.header("WWW-Authenticate"));
    }

    @ParameterizedTest
    @CsvSource({
        "Iv1.pilotpilotpilot1, pilot-secret, 200",
        "0a1b2c3d4e5f60718293, oauth-secret, 200",
        "Iv1.pilotpilotpilot1, wrong, 401",
        "Iv1.pilotpilotpilot1, '', 401",
        "Iv1.pilotpilotpilot1, rival-secret, 401",
        "IV1.PILOTPILOTPILOT1, pilot-secret, 401",
        "0a1b2c3d4e5f60718293, wrong, 401",
        "Iv1.nobody, pilot-secret, 401",
        "'', pilot-secret, 401",
        "pilot, pilot-secret, 401"
    })
    @DisplayName("GET /orgs/{org} takes a client id and its secret by Basic, public as it is; any other pair is \"Bad "
            + "credentials\" (conventions, 2; decisions)")
    void takesClients(String id, String secret, int status) {
        HttpAnswer answer =
                new AppSteps(fixture).client(id, secret).get("/orgs/acme").is(status);
        assertEquals(status == 200 ? "" : "Bad credentials", answer.message());
        assertEquals(status == 200 ? "5000" : null, answer.header("X-RateLimit-Limit"));
    }

    @Test
    @DisplayName("GET /user takes a token after a client id too; GET /organizations knows no secret after Bearer "
            + "(conventions, 2)")
    void takesTokensBesideClients() {
        assertEquals(
                "anna",
                new AppSteps(fixture)
                        .client("Iv1.pilotpilotpilot1", "ghp_anna")
                        .get("/user")
                        .is(200)
                        .member("login"));
        new AppSteps(fixture)
                .bearing("Bearer pilot-secret")
                .get("/organizations")
                .is(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /user", "GET /user/orgs", "PATCH /orgs/acme"})
    @DisplayName("GET /user and /user/orgs, PATCH /orgs/{org} are 401 to a client id and its secret, because they are "
            + "not a user (decisions)")
    void clientsAreNoUsers(String operation) {
        String[] parts = operation.split(" ");
        new AppSteps(fixture)
                .client("Iv1.pilotpilotpilot1", "pilot-secret")
                .send(parts[0], parts[1], BodyPublishers.ofString("{}"))
                .is(401);
    }

    private HttpAnswer me(String authorization) {
        return fixture.as(FixtureIdentity.ANONYMOUS)
                .with("Authorization", authorization)
                .get("/user");
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
