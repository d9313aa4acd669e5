package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.control.RootCalls.Answer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The control API")
class ControlTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final String SEED = """
      users: [{login: olivia}]
      organizations: [{login: acme, description: Anvils, members: [{login: olivia, role: admin}]}]
      tokens: [{token: ghp_olivia, user: olivia, scopes: ["admin:org"]}]
      """;
    private static TwinServer twin;

    @BeforeAll
    static void start() {
        twin = TwinServer.start(
                SeedCodec.read(SEED, "application/yaml", NOON),
                new TwinServer.Config("127.0.0.1", 0, CLOCK, Optional.empty(), Optional.empty(), Duration.ZERO));
    }

    @AfterAll
    static void stop() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }

    @BeforeEach
    void reset() throws Exception {
        assertEquals(204, send("POST", "reset", "").status());
    }

    @Test
    void healthSaysThatItIsUp() throws Exception {
        JsonNode health = send("GET", "health", "").json();
        assertEquals("up", health.path("status").asText());
        assertEquals(1, health.path("worlds").asInt());
        assertTrue(health.path("version").asText().matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
    }

    @Test
    void whatIsExportedImportsToTheSameBytes() throws Exception {
        for (String type : new String[] {"application/json", "application/yaml"}) {
            String exported = send("GET", "state", "", "Accept", type).body();
            assertEquals(
                    204, send("PUT", "state", exported, "Content-Type", type).status());
            Answer again = send("GET", "state", "", "Accept", type);
            assertEquals(exported, again.body());
            assertEquals(type + "; charset=utf-8", again.header("Content-Type"));
        }
    }

    @Test
    void anAppWithoutAKeyGetsOneForGoodWhenTheStateIsExported() throws Exception {
        send("POST", "state", "{\"apps\": [{\"slug\": \"keyless\", \"owner\": \"acme\"}]}");
        assertTrue(twin.store()
                .now()
                .apps()
                .slugged("keyless")
                .orElseThrow()
                .keys()
                .isEmpty());
        Answer exported = send("GET", "state", "");
        String pem = exported.json().at("/apps/0/private_key").asText();
        assertTrue(pem.startsWith("-----BEGIN RSA PRIVATE KEY-----"), pem);
        assertEquals(exported.body(), send("GET", "state", "").body());
        assertEquals(
                pem,
                twin.store()
                        .now()
                        .apps()
                        .slugged("keyless")
                        .orElseThrow()
                        .keys()
                        .get(0)
                        .pem());
    }

    @Test
    void postAddsAndPatchMergesAndDeletes() throws Exception {
        assertEquals(
                204,
                send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}]}").status());
        assertEquals(200, api("/users/zoe"));
        assertEquals(
                204,
                send("PATCH", "state", "organizations: [{login: ACME, description: null}]")
                        .status());
        assertTrue(twin.store()
                        .now()
                        .accounts()
                        .organization("acme")
                        .orElseThrow()
                        .profile()
                        .description()
                == null);
        assertEquals(
                204,
                send("PATCH", "state", "users: [{login: zoe, $delete: true}]").status());
        assertEquals(404, api("/users/zoe"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} at {3}, line {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | {\"users\": [{\"login\": \"Olivia\"}]} | 422 | users[0].login | 1",
                "PUT | 'organizations:~  - login: acme~    members: [{login: bob}]' | 422 | organizations[0].members[0].login | 3",
                "PUT | {\"nonsense\": []} | 422 | nonsense | 1",
                "PATCH | {\"users\": [{\"login\": \"olivia\", \"id\": \"one\"}]} | 422 | users[0].id | 1",
                "PUT | {\"users\": [ | 400 | '' | 1",
            })
    void whatIsRefusedChangesNothingAndSaysWhere(String verb, String body, int status, String path, int line)
            throws Exception {
        String before = send("GET", "state", "").body();
        Answer refused = send(verb, "state", body.replace('~', '\n'));
        assertEquals(status, refused.status(), refused.body());
        assertEquals(path, refused.json().at("/errors/0/path").asText());
        assertEquals(line, refused.json().at("/errors/0/line").asInt());
        assertEquals(before, send("GET", "state", "").body());
    }

    @Test
    void mailsAreListedUntilAReset() throws Exception {
        send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}]}");
        calls().send("PUT", "/orgs/acme/memberships/zoe", "", "Authorization", "token ghp_olivia");
        assertEquals(
                "[{\"number\":1,\"subject\":\"invited\",\"to\":\"zoe\",\"organization\":\"acme\",\"sent_at\":\"2026-01-01T12:00:00Z\"}]",
                send("GET", "mails", "").body());
        send("POST", "reset", "");
        assertEquals("[]", send("GET", "mails", "").body());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "to=ZOE, 1 3",
        "to=nobody, ''",
        "organization=Acme, 1 2 3",
        "organization=tinker, ''",
        "subject=invited, 1 2",
        "subject=invitation_cancelled&to=zoe, 3",
        "per_page=2, 1 2",
        "per_page=2&page=2, 3"
    })
    void mailsAreFilteredAndPagedTheNewestLast(String query, String numbers) throws Exception {
        send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}, {\"login\": \"yan\"}]}");
        for (String login : new String[] {"zoe", "yan"}) {
            calls().send("PUT", "/orgs/acme/memberships/" + login, "", "Authorization", "token ghp_olivia");
        }
        calls().send("DELETE", "/orgs/acme/memberships/zoe", "", "Authorization", "token ghp_olivia");
        assertEquals(
                numbers,
                String.join(" ", send("GET", "mails?" + query, "").json().findValuesAsText("number")));
        assertEquals(422, send("GET", "mails?subject=odd", "").status());
    }

    @Test
    void whatIsDueHasHappenedBeforeTheNextRequestSeesTheWorld() throws Exception {
        send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}]}");
        send("PATCH", "state", "organizations: [{login: acme, members: [{login: zoe, state: pending}]}]");
        assertEquals(200, api("/orgs/acme/memberships/zoe"));
        send("PATCH", "state", "settings: {clock: PT168H}");
        assertEquals(404, api("/orgs/acme/memberships/zoe"));
    }

    @Test
    void resetGoesBackToTheStartWithItsTokensAndLimits() throws Exception {
        send("PUT", "state", "users: [{login: nobody}]");
        assertEquals(401, api("/user"));
        send("POST", "reset", "");
        assertEquals(200, api("/user"));
        JsonNode limits =
                calls().get("/rate_limit", "Authorization", "token ghp_olivia").json();
        assertEquals(1, limits.at("/rate/used").asInt());
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Host, evil.example, 403",
        "Host, localhost.evil.example, 403",
        "Host, localhost:8080, 200",
        "Host, 127.0.0.1, 200",
        "Host, default.localhost, 200",
        "Host, no-such-world.localhost, 404",
    })
    void takesNothingThatAForeignPageCouldSend(String name, String value, int status) throws Exception {
        assertEquals(status, RawRequest.status(twin.url(), "GET", "/_twin/health", name + ": " + value));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Host, evil.example, 403",
        "Host, localhost:8080, 200",
        "Host, no-such-world.localhost, 404",
    })
    void norIsItsPageThere(String name, String value, int status) throws Exception {
        for (String path : new String[] {"/_twin/", "/_twin/page.css", "/_twin/scripts/page.js"}) {
            assertEquals(status, RawRequest.status(twin.url(), "GET", path, name + ": " + value));
        }
    }

    @Test
    void beyondLoopbackItDemandsItsToken() throws Exception {
        TwinServer.Config open =
                new TwinServer.Config("0.0.0.0", 0, CLOCK, Optional.of("let-me-in"), Optional.empty(), Duration.ZERO);
        try (TwinServer exposed = TwinServer.start(SeedCodec.read(SEED, "application/yaml", NOON), open)) {
            String url = exposed.url().replace("0.0.0.0", "127.0.0.1");
            assertEquals(401, RawRequest.status(url, "GET", "/_twin/state", "Host: localhost"));
            assertEquals(
                    401,
                    RawRequest.status(url, "GET", "/_twin/state", "Host: localhost\r\nAuthorization: Bearer wrong"));
            assertEquals(
                    200,
                    RawRequest.status(
                            url, "GET", "/_twin/state", "Host: localhost\r\nAuthorization: Bearer let-me-in"));
            assertEquals(200, RawRequest.status(url, "GET", "/orgs/acme", "Host: api.github.com\r\nUser-Agent: test"));
        }
    }

    private static int api(String path) throws IOException, InterruptedException {
        return calls().get(path, "Authorization", "token ghp_olivia").status();
    }

    private static Answer send(String verb, String what, String body, String... headers)
            throws IOException, InterruptedException {
        return calls().send(verb, "/_twin/" + what, body, headers);
    }

    private static RootCalls calls() {
        return new RootCalls(twin.url());
    }
}
