package dev.hubtwin.internal.contract.protocol;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller need not be told twice (R39; conventions, section 5). */
@FixtureScenarios
public abstract class CachingScenarios {

    private static final String EARLY = "Mon, 01 Jan 2001 00:00:00 GMT";
    private static final String LATE = "Fri, 01 Jan 2100 00:00:00 GMT";

    private final Fixture fixture;

    protected CachingScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organizations",
                "/orgs/acme",
                "/user/orgs",
                "/users/paula/orgs",
                "/",
                "/meta",
                "/user",
                "/users/olivia",
                "/repos/acme/widgets",
                "/repositories/501",
                "/organizations/9001"
            })
    @DisplayName("If-None-Match with the current ETag is 304, without body or content type, with the ETag: GET "
            + "/organizations, /user/orgs and /orgs/{org} (R39)")
    void knowsWhatTheCallerHas(String path) {
        HttpAnswer first = fixture.as(FixtureIdentity.OWNER).get(path).is(200);
        String tag = first.header("ETag");
        assertTrue(tag.matches("W/\"[0-9a-f]{64}\""), tag);
        HttpAnswer second = fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", tag)
                .get(path)
                .is(304);
        assertArrayEquals(new byte[0], second.body());
        assertNull(second.header("Content-Type"));
        for (String name : List.of("ETag", "Cache-Control", "Vary")) {
            assertEquals(first.header(name), second.header(name), name);
        }
        fixture.as(FixtureIdentity.OWNER).with("If-None-Match", tag).head(path).is(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"x\", %s", "%s, \"y\"", "\"x\",%s,W/\"z\"", "*"})
    @DisplayName("If-None-Match may list several tags, or any: GET /orgs/{org} (R39)")
    void knowsLists(String form) {
        String tag = fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("ETag");
        fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", form.formatted(tag))
                .get("/orgs/acme")
                .is(304);
        fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", form.formatted(tag.substring(2)))
                .get("/orgs/acme")
                .is(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"0000\"", "nonsense", ""})
    @DisplayName("GET /orgs/{org} with any other If-None-Match is answered in full (R39)")
    void answersInFull(String tag) {
        fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", tag)
                .get("/orgs/acme")
                .is(200);
    }

    @Test
    @DisplayName("GET /orgs/{org} gives callers who see different things different tags; equal answers have equal ones "
            + "(R39)")
    void tagsTellAnswersApart() {
        String owner = fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("ETag");
        String member = fixture.as(FixtureIdentity.MEMBER).get("/orgs/acme").header("ETag");
        assertNotEquals(owner, member);
        assertEquals(owner, fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("ETag"));
        fixture.as(FixtureIdentity.MEMBER)
                .with("If-None-Match", owner)
                .get("/orgs/acme")
                .is(200);
    }

    @Test
    @DisplayName(
            "PATCH /orgs/{org} heeds no condition, and gives GET /orgs/{org} another tag and another Last-Modified "
                    + "(R39; conventions, 5)")
    void changesAreSeen() {
        fixture.restoreAfterwards();
        HttpAnswer before = fixture.as(FixtureIdentity.OWNER).get("/orgs/tinker");
        fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", "*")
                .with("If-Modified-Since", LATE)
                .patch("/orgs/tinker", "{\"name\": \"Seen\"}")
                .is(200);
        HttpAnswer after = fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", before.header("ETag"))
                .get("/orgs/tinker")
                .is(200);
        assertNotEquals(before.header("Last-Modified"), after.header("Last-Modified"));
        fixture.as(FixtureIdentity.OWNER)
                .with("If-Modified-Since", before.header("Last-Modified"))
                .get("/orgs/tinker")
                .is(200);
        fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", after.header("ETag"))
                .get("/orgs/tinker")
                .is(304);
    }

    @Test
    @DisplayName("What changes elsewhere leaves tags as they are, an equal answer has an equal tag: GET /orgs/{org}, "
            + "/orgs/{org}/members and /user/orgs (R39)")
    void otherChangesAreNotSeen() {
        fixture.restoreAfterwards();
        List<String> paths =
                List.of("/orgs/acme", "/orgs/acme/members", "/user/orgs?per_page=2", "/meta", "/users/olivia");
        List<String> before = paths.stream()
                .map(path -> fixture.as(FixtureIdentity.OWNER).get(path).header("ETag"))
                .toList();
        fixture.as(FixtureIdentity.OWNER)
                .patch("/orgs/tinker", "{\"name\": \"Elsewhere\"}")
                .is(200);
        assertEquals(
                before,
                paths.stream()
                        .map(path -> fixture.as(FixtureIdentity.OWNER).get(path).header("ETag"))
                        .toList());
        for (int i = 0; i < paths.size(); i++) {
            fixture.as(FixtureIdentity.OWNER)
                    .with("If-None-Match", before.get(i))
                    .get(paths.get(i))
                    .is(304);
        }
    }

    @Test
    @DisplayName("What PATCH /orgs/{org} changes and changes back GET /orgs/{org} shows as it is at every moment (R39)")
    void nothingStaleIsGiven() {
        fixture.restoreAfterwards();
        for (String name : List.of("One", "Two", "One")) {
            fixture.as(FixtureIdentity.OWNER)
                    .patch("/orgs/tinker", "{\"name\": \"" + name + "\"}")
                    .is(200);
            assertEquals(
                    name, fixture.as(FixtureIdentity.OWNER).get("/orgs/tinker").member("name"));
            assertEquals(
                    name, fixture.as(FixtureIdentity.OWNER).get("/orgs/tinker").member("name"));
            assertEquals(
                    name,
                    fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/tinker").member("name"));
        }
    }

    @Test
    @DisplayName("GET /orgs/{org} and /organizations/{organization_id} have a tag for each address, credential and "
            + "Accept (R39)")
    void tagsAreOfOneAnswer() {
        List<String> tags = List.of(
                fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("ETag"),
                fixture.as(FixtureIdentity.OWNER).get("/organizations/9001").header("ETag"),
                fixture.as(FixtureIdentity.OWNER).get("/orgs/ACME").header("ETag"),
                fixture.as(FixtureIdentity.OWNER)
                        .with("Accept", SURTUR)
                        .get("/orgs/acme")
                        .header("ETag"),
                fixture.as(FixtureIdentity.OWNER_READ_ORG).get("/orgs/acme").header("ETag"),
                fixture.as(FixtureIdentity.MEMBER).get("/orgs/acme").header("ETag"),
                fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/acme").header("ETag"));
        assertEquals(tags.size(), Set.copyOf(tags).size(), tags::toString);
    }

    @Test
    @DisplayName("GET /user/orgs refuses a kept answer as any other: by credential, kind and scope (R39, R58, R59)")
    void whatIsKeptIsGuarded() {
        String tag = fixture.as(FixtureIdentity.OWNER).get("/user/orgs").is(200).header("ETag");
        for (FixtureIdentity who :
                List.of(FixtureIdentity.UNKNOWN, FixtureIdentity.EXPIRED, FixtureIdentity.ANONYMOUS)) {
            fixture.as(who).with("If-None-Match", tag).get("/user/orgs").is(401);
        }
        fixture.as(FixtureIdentity.OWNER_WITHOUT_SCOPES)
                .with("If-None-Match", tag)
                .get("/user/orgs")
                .is(403);
    }

    @Test
    @ResourceLock("the calls of rita")
    @DisplayName("GET /rate_limit is never kept: no tag, Cache-Control: no-cache, and each time the truth (decisions)")
    void limitsAreNotKept() {
        TestClient rita = fixture.as(FixtureIdentity.COUNTED);
        HttpAnswer answer = rita.with("If-None-Match", "*").get("/rate_limit").is(200);
        assertNull(answer.header("ETag"));
        assertEquals("no-cache", answer.header("Cache-Control"));
        int used = rita.get("/rate_limit").json().at("/resources/core/used").asInt();
        rita.get("/orgs/acme").is(200);
        assertEquals(
                used + 1,
                rita.get("/rate_limit").json().at("/resources/core/used").asInt());
    }

    @Test
    @DisplayName("GET /organizations and /user have the Link and the Last-Modified of the answer, kept or not (R39)")
    void keptAnswersAreWhole() {
        HttpAnswer first = fixture.as(FixtureIdentity.OWNER).get("/organizations?per_page=2&x=whole");
        HttpAnswer second = fixture.as(FixtureIdentity.OWNER).get("/organizations?per_page=2&x=whole");
        for (String name : List.of("Link", "ETag", "Cache-Control", "Vary", "Content-Type", "Content-Length")) {
            assertEquals(first.header(name), second.header(name), name);
        }
        assertArrayEquals(first.body(), second.body());
        assertEquals(
                fixture.as(FixtureIdentity.OWNER).get("/user").header("Last-Modified"),
                fixture.as(FixtureIdentity.OWNER).get("/user").header("Last-Modified"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orgs/acme", "/organizations/9001", "/user", "/users/olivia", "/repos/acme/widgets"})
    @DisplayName("If-Modified-Since heeds Last-Modified where there is one: GET /orgs/{org}, /user and "
            + "/repos/{owner}/{repo} (conventions, 5)")
    void heedsTheDate(String path) {
        String modified = fixture.as(FixtureIdentity.OWNER).get(path).header("Last-Modified");
        assertNotNull(modified);
        fixture.as(FixtureIdentity.OWNER)
                .with("If-Modified-Since", modified)
                .get(path)
                .is(304);
        fixture.as(FixtureIdentity.OWNER)
                .with("If-Modified-Since", LATE)
                .get(path)
                .is(304);
        fixture.as(FixtureIdentity.OWNER)
                .with("If-Modified-Since", EARLY)
                .get(path)
                .is(200);
        fixture.as(FixtureIdentity.OWNER)
                .with("If-Modified-Since", "yesterday")
                .get(path)
                .is(200);
    }

    @Test
    @DisplayName("Last-Modified of GET /orgs/{org} is the organization's updated_at (conventions, 5)")
    void datesAreTheOrganizations() {
        assertEquals(
                "Wed, 03 Feb 2021 04:05:06 GMT",
                fixture.as(FixtureIdentity.OWNER).get("/orgs/acme").header("Last-Modified"));
    }

    @Test
    @DisplayName("If-None-Match goes before If-Modified-Since: GET /orgs/{org} (conventions, 5)")
    void theTagGoesFirst() {
        fixture.as(FixtureIdentity.OWNER)
                .with("If-None-Match", "\"x\"")
                .with("If-Modified-Since", LATE)
                .get("/orgs/acme")
                .is(200);
    }

    @Test
    @ResourceLock("the calls of rita")
    @DisplayName("GET /orgs/{org} that is 304 costs nothing of the rate limit, one that is 200 costs one (R39)")
    void knowingCostsNothing() {
        TestClient rita = fixture.as(FixtureIdentity.COUNTED);
        HttpAnswer first = rita.get("/orgs/acme");
        int used = used(first);
        assertEquals(
                used,
                used(rita.with("If-None-Match", first.header("ETag"))
                        .get("/orgs/acme")
                        .is(304)));
        assertEquals(
                used,
                used(rita.with("If-Modified-Since", LATE).get("/orgs/acme").is(304)));
        assertEquals(used + 1, used(rita.get("/orgs/acme").is(200)));
    }

    @Test
    @DisplayName("GET /orgs/{org} that is 304 costs an anonymous caller one (reported)")
    void costsAnonymousCallers() {
        TestClient anonymous = fixture.as(FixtureIdentity.ANONYMOUS);
        HttpAnswer first = anonymous.get("/orgs/acme").is(200);
        HttpAnswer again = anonymous
                .with("If-None-Match", first.header("ETag"))
                .get("/orgs/acme")
                .is(304);
        assertTrue(used(again) > used(first), "others may call at the same time");
    }

    @Test
    @DisplayName("GET /orgs/{org} is private to credentials, public to others; a refusal has no tag (conventions, 5)")
    void saysWhoMayKeepIt() {
        assertEquals(
                "private, max-age=60, s-maxage=60",
                fixture.as(FixtureIdentity.MEMBER).get("/orgs/acme").header("Cache-Control"));
        assertEquals(
                "public, max-age=60, s-maxage=60",
                fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/acme").header("Cache-Control"));
        assertNull(fixture.as(FixtureIdentity.MEMBER).get("/orgs/nobody").header("ETag"));
    }

    private static int used(HttpAnswer answer) {
        return Integer.parseInt(answer.header("X-RateLimit-Used"));
    }
}
