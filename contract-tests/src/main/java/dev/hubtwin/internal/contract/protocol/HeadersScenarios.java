package dev.hubtwin.internal.contract.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer says of itself, whatever it is (conventions, section 7). */
@FixtureScenarios
public abstract class HeadersScenarios {

    private static final Map<String, String> ALWAYS = new LinkedHashMap<>(Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubdomains; preload",
            "X-Frame-Options", "deny",
            "X-Content-Type-Options", "nosniff",
            "X-XSS-Protection", "0",
            "Referrer-Policy", "origin-when-cross-origin, strict-origin-when-cross-origin",
            "Content-Security-Policy", "default-src 'none'",
            "Access-Control-Allow-Origin", "*"));
    private static final Set<String> EXPOSED = Set.of(
            "ETag",
            "Link",
            "Location",
            "Retry-After",
            "X-GitHub-OTP",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Used",
            "X-RateLimit-Resource",
            "X-RateLimit-Reset",
            "X-OAuth-Scopes",
            "X-Accepted-OAuth-Scopes",
            "X-Poll-Interval",
            "X-GitHub-Media-Type",
            "X-GitHub-SSO",
            "X-GitHub-Request-Id",
            "Deprecation",
            "Sunset");

    private static final Map<Integer, String> STATUSES = Map.of(
            200, "200 OK",
            204, "204 No Content",
            302, "302 Found",
            400, "400 Bad Request",
            401, "401 Unauthorized",
            403, "403 Forbidden",
            404, "404 Not Found",
            422, "422 Unprocessable Entity");
    private static final String EDGE = "Accept-Encoding, Accept, X-Requested-With";

    private final Fixture fixture;

    protected HeadersScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, OWNER, /orgs/acme, 200",
        "HEAD, OWNER, /orgs/acme, 200",
        "GET, ANONYMOUS, /, 200",
        "GET, OWNER, /orgs/acme/members/mike, 204",
        "GET, OUTSIDER, /orgs/acme/members, 302",
        "PATCH, OWNER, /orgs/tinker, 400",
        "GET, UNKNOWN, /orgs/acme, 401",
        "GET, INSTALLATION_WITH_PLAN, /user, 403",
        "GET, OWNER, /nowhere, 404",
        "GET, OWNER, /orgs/acme/members?role=x, 422",
        "OPTIONS, ANONYMOUS, /user, 204"
    })
    @DisplayName("The security and CORS sets, an id, the media type and the dialect's version are on every answer: GET "
            + "and PATCH /orgs/{org}, GET /user (conventions, 7)")
    void areOnEveryAnswer(String method, FixtureIdentity who, String path, int status) {
        HttpAnswer answer =
                fixture.as(who).send(method, path, BodyPublishers.ofString("{")).is(status);
        ALWAYS.forEach((name, value) -> assertEquals(value, answer.header(name), name));
        assertEquals(
                EXPOSED, Set.of(answer.header("Access-Control-Expose-Headers").split(", ")));
        assertNotNull(answer.header("X-GitHub-Media-Type"));
        assertTrue(answer.header("X-GitHub-Request-Id").matches("[0-9A-F]+(:[0-9A-F]+){4}"));
        assertEquals(fixture.target().enterprise() ? "2.22.0" : null, answer.header("X-GitHub-Enterprise-Version"));
        assertEquals(
                fixture.target().enterprise() ? null : "2022-11-28", answer.header("X-GitHub-Api-Version-Selected"));
        assertEquals(
                fixture.target().enterprise() ? STATUSES.get(status) : null,
                answer.header("Status"),
                "an enterprise server's (recorded)");
        assertNull(answer.header("Server"));
        assertNull(answer.header("WWW-Authenticate"));
    }

    @Test
    @DisplayName("No two answers of GET /orgs/{org} have one id, not even when the second is kept from the first "
            + "(conventions, 7)")
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            assertTrue(
                    ids.add(fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("X-GitHub-Request-Id")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.github.v3+json | github.v3; format=json",
                "application/vnd.github+json | github.v3; format=json",
                "application/json | github.v3; format=json",
                "application/vnd.github.surtur-preview+json | github.v3; param=surtur-preview; format=json",
                "application/vnd.github.machine-man-preview+json, application/json"
                        + " | github.v3; param=machine-man-preview; format=json",
                "application/vnd.github.v3 | github.v3",
                "*/* | github.v3; format=json",
                "*/*;q=0.8, text/html | github.v3; format=json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | unknown, github.v3",
                "nonsense | unknown, github.v3"
            })
    @DisplayName("GET /orgs/{org} says in X-GitHub-Media-Type what was made of Accept, which is never refused "
            + "(conventions, 7 and 8)")
    void understandsAccept(String accept, String understood) {
        for (int i = 0; i < 2; i++) { // made, then kept
            assertEquals(
                    understood,
                    fixture.as(FixtureIdentity.OWNER)
                            .with("Accept", accept)
                            .get("/orgs/acme")
                            .is(200)
                            .header("X-GitHub-Media-Type"));
        }
    }

    @Test
    @DisplayName(
            "GET /orgs/{org} says when a token ends that has an end, with the offset that it was given; of another nothing "
                    + "(conventions, 7; recorded)")
    void saysWhenTheTokenEnds() {
        String name = "GitHub-Authentication-Token-Expiration";
        assertEquals(
                "2098-06-07 21:06:09 +0200",
                fixture.as(FixtureIdentity.OWNER_EXPIRING)
                        .get("/orgs/acme")
                        .is(200)
                        .header(name));
        assertEquals(
                "2098-06-07 21:06:09 +0200",
                fixture.as(FixtureIdentity.OWNER_EXPIRING)
                        .get("/orgs/nobody")
                        .is(404)
                        .header(name));
        assertNull(fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header(name));
        assertNull(fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/acme").header(name));
    }

    @Test
    @DisplayName("GET /orgs/{org} is typed as JSON with its charset, errors too; a 204 of GET "
            + "/orgs/{org}/members/{username} has no type (conventions, 7)")
    void typesItsBodies() {
        assertEquals(
                "application/json; charset=utf-8",
                fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("Content-Type"));
        assertEquals(
                "application/json; charset=utf-8",
                fixture.as(FixtureIdentity.OWNER).get("/orgs/nobody").header("Content-Type"));
        assertNull(fixture.as(FixtureIdentity.OWNER)
                .get("/orgs/acme/members/mike")
                .is(204)
                .header("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, /orgs/acme, 'Accept, Authorization, Cookie, X-GitHub-OTP,'",
        "ANONYMOUS, /orgs/acme, 'Accept,'",
        "OWNER, /orgs/acme/members/mike, ''",
        "OUTSIDER, /orgs/acme/members, ''",
        "OWNER, /orgs/nobody, ''",
        "OWNER, /rate_limit, ''"
    })
    @DisplayName(
            "GET /orgs/{org}, /orgs/{org}/members/{username} and /rate_limit say in Vary what a private, a public and any "
                    + "other answer depends on (recorded)")
    void variesByKind(FixtureIdentity who, String path, String more) {
        assertEquals(more + EDGE, fixture.as(who).get(path).header("Vary"));
    }

    @ParameterizedTest
    @CsvSource({
        "HARBOR_READS, /orgs/harbor/members/cleo, members=read",
        "OWNER_READS_ACME, /user, allows_permissionless_access=true",
        "OWNER_THROUGH_APP, /user, allows_permissionless_access=true",
        "BEACON_READS, /repos/beacon/lamp, metadata=read",
        "OWNER, /user, ",
        "ANONYMOUS, /orgs/acme, "
    })
    @DisplayName(
            "GET /user and /repos/{owner}/{repo} say to tokens with permissions which of them they take (recorded)")
    void listsPermissions(FixtureIdentity who, String path, String accepted) {
        assertEquals(accepted, fixture.as(who).get(path).header("X-Accepted-GitHub-Permissions"));
    }

    @Test
    @DisplayName("GET /user says whose app a token belongs to that a user gave to one (recorded)")
    void namesTheClient() {
        assertNotNull(fixture.as(FixtureIdentity.OWNER_THROUGH_APP).get("/user").header("X-OAuth-Client-Id"));
        assertNotNull(fixture.as(FixtureIdentity.OWNER_OAUTH).get("/user").header("X-OAuth-Client-Id"));
        assertNull(fixture.as(FixtureIdentity.OWNER).get("/user").header("X-OAuth-Client-Id"));
    }

    @Test
    @DisplayName("GET /orgs/{org} does not say that version 2022-11-28 is deprecated (decisions)")
    void isNotDeprecated() {
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER).get("/orgs/acme");
        assertNull(answer.header("Deprecation"));
        assertNull(answer.header("Sunset"));
        assertNull(answer.header("Link"));
    }
}
