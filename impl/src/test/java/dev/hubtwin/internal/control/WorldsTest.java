package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.control.RootCalls.Answer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Worlds, snapshots, time and settings by the control API")
class WorldsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final String SEED = """
      users: [{login: olivia}, {login: zoe}]
      organizations:
        - {login: acme, description: Anvils, members: [{login: olivia, role: admin}, {login: zoe, state: pending, invited_at: 2026-01-01T00:00:00Z}]}
        - {login: bolt}
      tokens: [{token: ghp_olivia, user: olivia, scopes: ["admin:org"], expires_at: 2026-01-02T00:00:00Z}]
      """;
    private static final String[] OLIVIA = {"Authorization", "token ghp_olivia"};
    private TwinServer twin;
    private RootCalls main;

    @BeforeEach
    void start() {
        twin = TwinServer.start(
                SeedCodec.read(SEED, "application/yaml", NOON),
                new TwinServer.Config("127.0.0.1", 0, CLOCK, Optional.empty(), Optional.empty(), Duration.ZERO));
        main = new RootCalls(twin.url());
    }

    @AfterEach
    void stop() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }

    private RootCalls fork(String name) throws Exception {
        Answer made = main.put("/_twin/worlds/" + name, "");
        assertEquals(201, made.status(), made.body());
        return new RootCalls(made.json().path("url").asText());
    }

    private void describe(RootCalls world, String description) throws Exception {
        Answer changed = world.send("PATCH", "/orgs/acme", "{\"description\": \"" + description + "\"}", OLIVIA);
        assertEquals(200, changed.status(), changed.body());
    }

    private String description(RootCalls world) throws Exception {
        return world.get("/orgs/acme").json().path("description").asText();
    }

    @Test
    void aForkBeginsAsTheDefaultWorldAndGoesItsOwnWay() throws Exception {
        describe(main, "Rockets");
        RootCalls fork = fork("fork");
        assertEquals("Rockets", description(fork));
        describe(fork, "Magnets");
        assertEquals("Rockets", description(main));
        fork.send("POST", "/_twin/reset", "");
        assertEquals("Rockets", description(fork));
    }

    @Test
    void aForkBeginsAsAnotherWorldOrASnapshotIfToldSo() throws Exception {
        RootCalls first = fork("first");
        describe(first, "Magnets");
        assertEquals(201, main.put("/_twin/worlds/second?from=first", "").status());
        assertEquals("Magnets", description(new RootCalls(twin.url() + "/w/second")));
        main.put("/_twin/snapshots/calm", "");
        describe(main, "Rockets");
        Answer third = main.put("/_twin/worlds/third?from=calm", "");
        assertEquals("calm", third.json().path("from").asText());
        assertEquals("Anvils", description(new RootCalls(twin.url() + "/w/third")));
        assertEquals(404, first.put("/_twin/worlds/fourth?from=calm", "").status(), "a snapshot is its world's own");
    }

    @Test
    void worldsAreListedAndDroppedAndMadeAnew() throws Exception {
        RootCalls fork = fork("fork");
        describe(fork, "Magnets");
        assertEquals(200, main.put("/_twin/worlds/fork", "").status());
        assertEquals("Anvils", description(fork));
        assertEquals(
                List.of("default", "fork"), main.get("/_twin/worlds").json().findValuesAsText("name"));
        assertEquals(2, fork.get("/_twin/health").json().path("worlds").asInt());
        assertEquals(204, main.delete("/_twin/worlds/fork").status());
        assertEquals(404, main.delete("/_twin/worlds/fork").status());
        assertEquals(404, fork.get("/orgs/acme").status());
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "PUT, worlds/default, 409",
        "DELETE, worlds/default, 409",
        "PUT, worlds/CI, 422",
        "PUT, worlds/a_b, 422",
        "PUT, worlds/012345678901234567890123456789012345678901234567890123456789-123, 422",
        "PUT, worlds/a?from=nowhere, 404",
        "PUT, worlds/a?from=No, 422",
        "DELETE, worlds/nowhere, 404",
        "PUT, snapshots/A, 422",
        "DELETE, snapshots/nowhere, 404",
        "POST, snapshots/nowhere/restore, 404",
    })
    void whatCannotBeIsRefusedInJsonAndChangesNothing(String method, String path, int status) throws Exception {
        Answer refused = main.send(method, "/_twin/" + path, "");
        assertEquals(status, refused.status(), refused.body());
        assertEquals(1, refused.json().size());
        assertTrue(refused.json().path("message").isTextual(), refused.body());
        assertEquals(1, main.get("/_twin/worlds").json().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orgs/acme", "/api/v3/orgs/acme", "/_twin/state", "/no/such/path"})
    void anUnknownWorldIs404(String path) throws Exception {
        Answer unknown = main.get("/w/nowhere" + path);
        assertEquals(404, unknown.status());
        assertEquals(
                "There is no world \"nowhere\".", unknown.json().path("message").asText());
        assertEquals(404, RawRequest.status(twin.url(), "GET", path, "Host: nowhere.localhost"));
    }

    @Test
    void everyUrlKeepsTheWorldAndTheRootOfTheRequest() throws Exception {
        fork("fork");
        for (String root : new String[] {"/w/fork", "/w/fork/api/v3"}) {
            Answer page = main.get(root + "/organizations?per_page=1");
            assertEquals(
                    "<" + twin.url() + root + "/organizations?per_page=1&since=4>; rel=\"next\"",
                    page.header("Link").split(", ")[0].replaceAll("since=[0-9]+", "since=4"));
            assertTrue(page.json().get(0).path("url").asText().startsWith(twin.url() + root + "/"), page.body());
        }
    }

    @Test
    void aHostNamesAWorldAsAPathDoes() throws Exception {
        describe(fork("fork"), "Magnets");
        String fork = RawRequest.answer(twin.url(), "GET", "/orgs/acme", "Host: FORK.localhost:8080");
        assertTrue(fork.contains("\"Magnets\"") && fork.contains("\"http://FORK.localhost:8080/orgs/acme\""), fork);
        assertTrue(RawRequest.answer(twin.url(), "GET", "/orgs/acme", "Host: api.github.com")
                .contains("\"Anvils\""));
    }

    @Test
    void theAddressThatAWorldIsReachedAtByTheWorldKeepsItsName() throws Exception {
        RootCalls fork = fork("fork");
        fork.put("/_twin/settings", "{\"public_url\": \"https://twin.example\"}");
        String byHost = RawRequest.answer(twin.url(), "GET", "/orgs/acme", "Host: fork.localhost");
        assertTrue(byHost.contains("\"https://twin.example/w/fork/orgs/acme\""), byHost);
        assertTrue(fork.get("/orgs/acme").body().contains("\"https://twin.example/w/fork/orgs/acme\""));
    }

    @Test
    void aSnapshotBringsBackEverythingThatIsState() throws Exception {
        assertEquals(201, main.put("/_twin/snapshots/calm", "").status());
        String before = main.get("/_twin/state").body();
        describe(main, "Rockets");
        main.put("/_twin/clock", "{\"advance\": \"PT1H\"}");
        main.put("/_twin/settings", "{\"rate_limit\": 5}");
        assertEquals(204, main.send("POST", "/_twin/snapshots/calm/restore", "").status());
        assertEquals(before, main.get("/_twin/state").body());
        main.send("POST", "/_twin/reset", "");
        assertEquals(
                "[{\"name\":\"calm\",\"taken_at\":\"2026-01-01T12:00:00Z\"}]",
                main.get("/_twin/snapshots").body());
        assertEquals(200, main.put("/_twin/snapshots/calm", "").status());
        assertEquals(204, main.delete("/_twin/snapshots/calm").status());
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"advance\": \"PT1H\"} | 2026-01-01T13:00:00Z | running | PT1H",
                "{\"advance\": \"-P1D\"} | 2025-12-31T12:00:00Z | running | -PT24H",
                "{\"freeze\": true} | 2026-01-01T12:00:00Z | frozen | PT0S",
                "{\"freeze\": \"2030-01-01T01:00:00+01:00\"} | 2030-01-01T00:00:00Z | frozen | PT35052H",
                "{\"set\": \"2026-01-02T12:00:00Z\", \"advance\": \"PT1S\", \"freeze\": true} | 2026-01-02T12:00:01Z | frozen | PT24H1S",
                "{\"set\": \"2026-01-02T12:00:00Z\", \"freeze\": true, \"run\": true} | 2026-01-02T12:00:00Z | running | PT24H",
                "{\"set\": \"2026-01-02T12:00:00Z\", \"run\": true} | 2026-01-02T12:00:00Z | running | PT24H",
                "{\"system\": true} | 2026-01-01T12:00:00Z | running | PT0S",
            })
    void aClockIsSetAndStoodStillAndRun(String change, String now, String mode, String ahead) throws Exception {
        Answer changed = main.put("/_twin/clock", change);
        String expected = "{\"now\":\"%s\",\"mode\":\"%s\",\"ahead\":\"%s\"}".formatted(now, mode, ahead);
        assertEquals(expected, changed.body());
        assertEquals(expected, main.get("/_twin/clock").body());
        String state = main.get("/_twin/state").body();
        main.put("/_twin/state", state);
        assertEquals(expected, main.get("/_twin/clock").body(), "after an export and an import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "{\"now\": 1}",
                "{\"set\": \"yesterday\"}",
                "{\"advance\": \"an hour\"}",
                "{\"advance\": \"PTH\"}",
                "{\"advance\": \"P99999999999999999999D\"}",
                "{\"set\": \"9999-12-31T23:59:59Z\", \"advance\": \"PT1S\", \"freeze\": true}",
                "{\"freeze\": false}",
                "{\"freeze\": \"soon\"}",
                "{\"freeze\": {}}",
                "{\"set\": \"2500-01-01T00:00:00Z\"}",
                "{\"run\": \"yes\"}",
            })
    void aClockThatCannotBeIsRefused(String change) throws Exception {
        String before = main.get("/_twin/clock").body();
        Answer refused = main.put("/_twin/clock", change);
        assertTrue(refused.status() == 422 || refused.status() == 400, refused.status() + refused.body());
        assertEquals(before, main.get("/_twin/clock").body());
    }

    @Test
    void everythingThatCountsByTimeFollowsTheClockOfItsWorld() throws Exception {
        RootCalls fork = fork("fork");
        assertEquals("Thu, 01 Jan 2026 12:00:00 GMT", fork.get("/orgs/acme").header("Date"));
        String firstReset = fork.get("/user", OLIVIA).header("X-RateLimit-Reset");
        fork.put("/_twin/clock", "{\"advance\": \"PT2H\"}");
        assertEquals("Thu, 01 Jan 2026 14:00:00 GMT", fork.get("/orgs/acme").header("Date"));
        Answer later = fork.get("/user", OLIVIA);
        assertEquals("1", later.header("X-RateLimit-Used"));
        assertEquals(Long.parseLong(firstReset) + 7200, Long.parseLong(later.header("X-RateLimit-Reset")));
        assertEquals(200, fork.get("/orgs/acme/memberships/zoe", OLIVIA).status());
        fork.put("/_twin/clock", "{\"set\": \"2026-01-02T00:00:00Z\"}");
        assertEquals(401, fork.get("/user", OLIVIA).status(), "the token has expired");
        fork.put("/_twin/clock", "{\"set\": \"2026-01-08T00:00:00Z\"}");
        fork.put("/_twin/clock", "{\"set\": \"2026-01-01T12:00:00Z\"}");
        assertEquals(200, main.get("/orgs/acme/memberships/zoe", OLIVIA).status());
    }

    @Test
    void whatIsDueWhenTheClockIsAdvancedHasHappened() throws Exception {
        main.put("/_twin/clock", "{\"set\": \"2026-01-08T00:00:00Z\"}");
        assertEquals(-1, main.get("/_twin/state").body().indexOf("pending"));
    }

    @Test
    void settingsAreReadAndChangedOneByOne() throws Exception {
        String defaults = "{\"rate_limit\":null,\"deliver_to\":\"loopback\",\"async_conversion\":\"PT0S\","
                + "\"public_hook_hosts_only\":false,\"public_url\":null}";
        assertEquals(defaults, main.get("/_twin/settings").body());
        main.put("/_twin/settings", "{\"rate_limit\": \"off\"}");
        main.put("/_twin/settings", "{\"rate_limit\": 1, \"deliver_to\": \"any\"}");
        main.put(
                "/_twin/settings",
                "{\"async_conversion\": \"PT1M\", \"public_hook_hosts_only\": true, \"public_url\": \"http://a:1\"}");
        String changed = "{\"rate_limit\":1,\"deliver_to\":\"any\",\"async_conversion\":\"PT1M\","
                + "\"public_hook_hosts_only\":true,\"public_url\":\"http://a:1\"}";
        assertEquals(changed, main.get("/_twin/settings").body());
        main.put("/_twin/settings", "{\"deliver_to\": null, \"public_hook_hosts_only\": null}");
        assertEquals(changed, main.get("/_twin/settings").body(), "null is absent where it has no meaning");
        assertEquals(200, main.get("/user", OLIVIA).status());
        assertEquals(403, main.get("/user", OLIVIA).status(), "one request an hour");
        main.put("/_twin/worlds/fork", "");
        assertEquals(200, main.get("/w/fork/user", OLIVIA).status(), "a fork has the settings, and has spent nothing");
        assertEquals(403, main.get("/w/fork/user", OLIVIA).status(), "a fork has spent its own");
        main.put("/_twin/settings", defaults);
        assertEquals(defaults, main.get("/_twin/settings").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rate_limit\": 0}",
                "{\"rate_limit\": \"on\"}",
                "{\"deliver_to\": \"moon\"}",
                "{\"async_conversion\": \"-PT1S\"}",
                "{\"async_conversion\": \"P1M\"}",
                "{\"async_conversion\": \"PT999999999H\"}",
                "{\"public_url\": \"http://a/b\"}",
                "{\"public_url\": \"javascript:alert(1)\"}",
                "{\"clock\": \"PT1H\"}",
                "{\"deliver_to\": []}",
                "7",
                "{",
            })
    void settingsThatCannotBeAreRefused(String change) throws Exception {
        String before = main.get("/_twin/settings").body();
        Answer refused = main.put("/_twin/settings", change);
        assertTrue(refused.status() == 422 || refused.status() == 400, refused.status() + refused.body());
        assertEquals(before, main.get("/_twin/settings").body());
    }
}
