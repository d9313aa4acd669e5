package dev.hubtwin.internal.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("After a crash, a twin that keeps its worlds")
@Timeout(120)
class RestartTest {

    private static final String HOOK = "{'name':'web','active':false,'config':{'url':'http://127.0.0.1:9/'}}";

    @TempDir
    private Path files;

    @Test
    @DisplayName("shows all of them as they were: from the log alone, from a snapshot and the rest, and once more")
    void isAsItWas() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            doMuch(twin, "one");
            assertComesBack(twin);
        }
        try (KeptTwin twin = KeptTwin.in(files)) {
            doMuch(twin, "two");
            assertComesBack(twin);
        }
    }

    private static void assertComesBack(KeptTwin twin) throws Exception {
        Map<String, String> before = twin.everything();
        try (KeptTwin once = twin.afterACrash()) {
            assertEquals(before, once.everything());
            try (KeptTwin twice = once.afterACrash()) {
                assertEquals(before, twice.everything());
            }
            try (KeptTwin stopped = once.again()) {
                assertEquals(before, stopped.everything());
                assertSnapshotsAreTheSame(twin, stopped);
            }
        }
    }

    private static void assertSnapshotsAreTheSame(KeptTwin twin, KeptTwin other) throws Exception {
        for (JsonNode snapshot : twin.get("/_twin/snapshots")) {
            String restore = "/_twin/snapshots/" + snapshot.path("name").asText() + "/restore";
            twin.ask(204, "POST", restore, "");
            other.ask(204, "POST", restore, "");
            assertEquals(twin.everything(), other.everything(), restore);
        }
        twin.ask(204, "POST", "/_twin/reset", "");
        other.ask(204, "POST", "/_twin/reset", "");
        assertEquals(twin.everything(), other.everything(), "reset");
    }

    /** Uses each control operation that changes something, and some of each kind of GitHub's. */
    private static void doMuch(KeptTwin twin, String round) throws Exception {
        twin.ask(200, "PUT", "/orgs/acme/memberships/zoe", "{'role':'member'}");
        twin.ask(200, "PUT", "/api/v3/orgs/acme/memberships/dora", "{'role':'admin'}");
        twin.ask(201, "POST", "/orgs/acme/hooks", HOOK);
        twin.ask(200, "PUT", "/api/v3/orgs/acme/teams/crew/memberships/mike", "{'role':'maintainer'}");
        twin.ask(200, "PATCH", "/orgs/acme", "{'description':'" + round + " \\u0000 \\ud83d\\ude00'}");
        twin.ask(201, "POST", "/_twin/faults", "{'operations':['orgs/get'],'status':503,'times':1}");
        twin.send("PUT", "/_twin/snapshots/" + round, "");
        twin.send("PUT", "/_twin/worlds/" + round, "");
        twin.send("PUT", "/_twin/worlds/other?from=" + round, "");
        twin.ask(200, "PATCH", "/w/other/orgs/acme", "{'company':'" + round + "'}");
        twin.ask(204, "PATCH", "/w/other/_twin/state", "{'users':[{'login':'user-" + round + "'}]}");
        twin.ask(204, "POST", "/w/" + round + "/_twin/state", "{'users':[{'login':'user-" + round + "'}]}");
        twin.ask(200, "PUT", "/_twin/clock", "{'advance':'PT20M'}");
        twin.ask(200, "PUT", "/w/other/_twin/clock", "{'freeze':true}");
        twin.pass(Duration.ofMinutes(15));
        twin.ask(200, "PUT", "/_twin/settings", "{'rate_limit':4000}");
        twin.ask(201, "PUT", "/w/" + round + "/_twin/snapshots/gone", "");
        twin.ask(204, "DELETE", "/w/" + round + "/_twin/snapshots/gone", "");
    }

    @Test
    @DisplayName("has faults go on striking where they were")
    void strikesOn() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(201, "POST", "/_twin/faults", "{'operations':['orgs/get'],'status':503,'times':3}");
            twin.ask(201, "POST", "/_twin/faults", "{'operations':['orgs/update'],'headers':{'x-a':'b'},'every':2}");
            twin.ask(503, "GET", "/orgs/acme", "");
            twin.ask(503, "GET", "/orgs/acme", "");
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'one'}");
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'two'}");
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'three'}");
            assertComesBackFaulty(twin);
        }
    }

    private static void assertComesBackFaulty(KeptTwin twin) throws Exception {
        Map<String, String> before = twin.everything();
        try (KeptTwin again = twin.afterACrash()) {
            assertEquals(before, again.everything());
            again.ask(503, "GET", "/orgs/acme", "");
            again.ask(200, "GET", "/orgs/acme", "");
            assertEquals(
                    "b",
                    again.send("PATCH", "/orgs/acme", "{'company':'four'}")
                            .headers()
                            .firstValue("x-a")
                            .orElse(""));
        }
    }

    @Test
    @DisplayName("knows what was due when a world was made or dropped, which is no part of the world that was asked")
    void settlesWhileWorldsComeAndGo() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(201, "PUT", "/_twin/worlds/other", "");
            twin.ask(200, "PUT", "/orgs/acme/memberships/zoe", "{}");
            twin.pass(Duration.ofDays(8));
            twin.ask(200, "PUT", "/_twin/worlds/other", "");
            twin.ask(200, "PUT", "/orgs/acme/memberships/dora", "{}");
            twin.pass(Duration.ofDays(8));
            twin.ask(204, "DELETE", "/_twin/worlds/other", "");
            assertComesBack(twin);
        }
    }

    @Test
    @DisplayName("knows what happened by time alone, when somebody read")
    void settlesByReading() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(200, "PUT", "/orgs/acme/memberships/zoe", "{}");
            twin.pass(Duration.ofDays(8));
            twin.ask(404, "GET", "/orgs/acme/memberships/zoe", "");
            assertEquals(1, twin.get("/orgs/acme/failed_invitations").size());
            assertComesBack(twin);
        }
    }

    @Test
    @DisplayName("does again what a limit let pass, though limits began anew")
    void passesLimitsOnce() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(200, "PUT", "/_twin/settings", "{'rate_limit':4}");
            twin.get("/orgs/acme");
            twin.pass(Duration.ofMinutes(59));
            for (int i = 0; i < 3; i++) {
                twin.ask(200, "PATCH", "/orgs/acme", "{'company':'c" + i + "'}");
            }
            twin.ask(200, "PUT", "/w/default/_twin/settings", "{'rate_limit':4}");
            twin.pass(Duration.ofMinutes(2));
            for (int i = 0; i < 3; i++) {
                twin.ask(200, "PATCH", "/orgs/acme", "{'company':'d" + i + "'}");
            }
            twin.ask(200, "PUT", "/orgs/acme/memberships/zoe", "{}");
            twin.pass(Duration.ofDays(8));
            for (int i = 0; i < 4; i++) {
                twin.ask(200, "GET", "/orgs/acme", "");
            }
            twin.ask(403, "PATCH", "/orgs/acme", "{'company':'limited'}");
            assertComesBack(twin);
        }
    }

    @Test
    @DisplayName("lets who had begun to sign in go on, with the codes and the pages that they have")
    void signsIn() throws Exception {
        String begin = "/login/device/code?client_id=0123456789abcdef0123";
        String page =
                "/login/oauth/authorize?client_id=0123456789abcdef0123&scope=repo&redirect_uri=http://127.0.0.1:9/";
        try (KeptTwin twin = KeptTwin.in(files)) {
            String begun = twin.send("POST", begin, "").body();
            String userCode = begun.replaceFirst(".*user_code=([A-Z-]*).*", "$1");
            String device = begun.replaceFirst(".*device_code=([0-9a-f]*).*", "$1");
            String token =
                    twin.send("GET", page, "").body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
            try (KeptTwin again = twin.afterACrash()) {
                again.ask(200, "POST", "/_twin/approvals", "{'user_code':'" + userCode + "','user':'mike'}");
                try (KeptTwin after = again.afterACrash()) {
                    String given = after.send(
                                    "POST",
                                    "/login/oauth/access_token?client_id=0123456789abcdef0123&grant_type="
                                            + "urn:ietf:params:oauth:grant-type:device_code&device_code=" + device,
                                    "")
                            .body();
                    assertTrue(given.startsWith("access_token="), given);
                    assertEquals(302, postForm(after, token).statusCode());
                }
            }
        }
    }

    private static HttpResponse<Void> postForm(KeptTwin twin, String token) throws Exception {
        String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&user=mike&decision=approve";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(twin.url() + "/login/oauth/authorize"))
                                .headers("Content-Type", "application/x-www-form-urlencoded", "Origin", twin.url())
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.discarding());
    }

    @Test
    @DisplayName("has what a large body made, which is kept as a snapshot at once")
    void keepsLargeBodies() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'before'}");
            StringBuilder many = new StringBuilder("{'users':[{'login':'first'}");
            for (int i = 0; many.length() < 1_200_000; i++) {
                many.append(",{'login':'user-")
                        .append(i)
                        .append("','name':'")
                        .append("x".repeat(100))
                        .append("'}");
            }
            twin.ask(204, "PATCH", "/_twin/state", many.append("]}").toString());
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'after'}");
            Map<String, String> before = twin.everything();
            Path copy = twin.copy();
            assertEquals(1, KeptTwin.sql(copy, "select count(*) from log where world = 'default'"));
            try (KeptTwin again = twin.afterACrash()) {
                assertEquals(before, again.everything());
            }
        }
    }

    @Test
    @DisplayName("has a snapshot in the place of a log that became long, and all that was written meanwhile")
    void compactsWhileItIsWrittenTo() throws Exception {
        int each = 40;
        String name = "n".repeat(10_000);
        try (KeptTwin twin = KeptTwin.in(files)) {
            List<Thread> writers = new ArrayList<>();
            for (String writer : List.of("a", "b", "c", "d")) {
                writers.add(new Thread(() -> IntStream.range(0, each).forEach(i -> twin.addUser(writer + i, name))));
            }
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            while (KeptTwin.sql(twin.copy(), "select min(seq) from log where world = 'default'") <= 1) {
                Thread.onSpinWait();
            }
            Map<String, String> before = twin.everything();
            try (KeptTwin again = twin.afterACrash()) {
                assertEquals(before, again.everything());
                assertEquals(
                        4 + 4 * each, again.get("/_twin/state").path("users").size());
            }
        }
    }

    @Test
    @DisplayName("left snapshots and no log if it was stopped, not killed")
    void stopsCleanly() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            doMuch(twin, "one");
        }
        assertEquals(0, KeptTwin.sql(files, "select count(*) from log where world <> ''"));
        assertEquals(3, KeptTwin.sql(files, "select count(*) from snapshot"));
    }

    @Test
    @DisplayName("refuses what another version began and did not end, and says what to do")
    void refusesOtherVersions() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'one'}");
            Path copy = twin.copy();
            KeptTwin.sql(copy, "update log set entry = json_set(entry, '$.version', '0.0.1') where world = 'default'");
            assertRefused(copy, "was changed last by hubtwin 0.0.1, which was not stopped cleanly; have that version");
        }
    }

    @Test
    @DisplayName("refuses a log with a gap, an entry or a snapshot that cannot be read, and changes nothing")
    void refusesWhatIsBroken() throws Exception {
        try (KeptTwin twin = KeptTwin.in(files)) {
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'one'}");
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'two'}");
            twin.ask(200, "PATCH", "/orgs/acme", "{'company':'three'}");
            refuses(
                    twin,
                    "delete from log where world = 'default' and seq = 2",
                    "entry 2 of the world default is missing");
            refuses(
                    twin,
                    "update log set entry = substr(entry, 1, 40) where world = 'default' and seq = 2",
                    "entry 2 of the world default cannot be read");
            refuses(
                    twin,
                    "update log set entry = json_set(entry, '$.deed.status', 404) where world = 'default' and seq = 2",
                    "entry 2 of the world default cannot be done again: it was answered 404, and now 200");
            refuses(twin, "update snapshot set state = x'504b0304'", "snapshot 0 of the world default cannot be read");
            refuses(twin, "update snapshot set state = x''", "snapshot 0 of the world default cannot be read");
        }
    }

    private static void refuses(KeptTwin twin, String harm, String message) throws Exception {
        Path copy = twin.copy();
        KeptTwin.sql(copy, harm);
        assertRefused(copy, message);
    }

    private static void assertRefused(Path copy, String message) throws Exception {
        String before = content(copy);
        RuntimeException refused = assertThrows(RuntimeException.class, () -> KeptTwin.in(copy));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.toString());
        assertEquals(before, content(copy));
        assertTrue(Files.exists(copy.resolve(KeptTwin.FILE)));
    }

    private static String content(Path files) throws Exception {
        return KeptTwin.sql(files, "select count(*) from log where world <> ''") + " entries, "
                + KeptTwin.sql(files, "select total(length(entry)) from log where world <> ''") + " bytes, "
                + KeptTwin.sql(files, "select total(length(state)) from snapshot");
    }
}
