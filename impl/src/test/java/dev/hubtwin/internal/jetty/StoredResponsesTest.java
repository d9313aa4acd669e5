package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.jetty.RawConnection.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One twin stores responses; the other is asked everything with a {@code Range} as well, which makes no difference to
 * the application, so that nothing is stored there. Nobody can tell them apart.
 */
@DisplayName("Whether a response is made anew or given again")
@Tag("slow")
class StoredResponsesTest {

    private static final boolean IS_FULL = Boolean.getBoolean("hubtwin.full");
    private static final int STEPS = 800;
    private static final int RECENT = 3;
    private static final List<String> PATHS = List.of(
            "/orgs/acme",
            "/orgs/acme/members?per_page=2",
            "/orgs/acme/members?role=admin",
            "/orgs/acme/hooks",
            "/orgs/nobody",
            "/user",
            "/user/orgs",
            "/user/memberships/orgs",
            "/users/mike",
            "/organizations",
            "/app",
            "/rate_limit",
            "/orgs/acme/members/mike",
            "/orgs/acme/invitations",
            "/");
    private static final List<String> ROOTS = List.of("", "/api/v3", "/w/other", "/w/other/api/v3");
    private static final List<String> HOSTS = List.of("api.github.com", "other.localhost", "localhost:1234", "no host");
    private static final List<String> CREDENTIALS = List.of(
            "Authorization: token ghp_olivia\r\n",
            "Authorization: token ghp_ending\r\n",
            "",
            "Authorization: Bearer ghp_mike\r\n",
            "Authorization: token ghs_installation\r\n",
            "Authorization: Basic Y2xpZW50OnNlY3JldA==\r\n",
            "Authorization: token ghp_wrong\r\n",
            "authorization: token ghp_olivia\r\nAuthorization: token ghp_mike\r\n");
    private static final List<String> AGENTS = List.of("User-Agent: a\r\n", "user-agent: b\r\n", "User-Agent:\r\n", "");
    private static final List<String> EXTRAS = List.of(
            "",
            "Accept-Encoding: gzip\r\n",
            "Accept: application/vnd.github+json\r\n",
            "accept: application/vnd.github.surtur-preview+json\r\ncontent-type: text/plain\r\n",
            "X-GitHub-Api-Version: 2022-11-28\r\n",
            "X-GitHub-Api-Version: 2026-03-10\r\n",
            "X-GitHub-Api-Version: 1999-01-01\r\n",
            "X-Trace: 1\r\nx-trace: 2\r\n",
            "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT\r\n",
            "If-Match: \"a\"\r\n",
            "Origin: https://example.com\r\n",
            "Connection: keep-alive\r\n");
    private static final List<String> CHANGES = List.of(
            "PUT /orgs/acme/memberships/zoe {\"role\":\"member\"}",
            "DELETE /orgs/acme/members/mike",
            "PUT /orgs/acme/public_members/olivia",
            "PATCH /orgs/acme {\"description\":\"%d\"}",
            "POST /orgs/acme/hooks {\"name\":\"web\",\"config\":{\"url\":\"https://example.com/%d\"}}",
            "PATCH /user/memberships/orgs/acme {\"state\":\"active\"}");
    private static final List<String> CONTROLS = List.of(
            "POST /_twin/faults {\"operations\":[\"orgs/get\"],\"status\":503,\"times\":1}",
            "POST /_twin/faults {\"operations\":[\"orgs/list-members\"],\"headers\":{\"x-extra\":\"%d\"},\"every\":2}",
            "POST /_twin/faults {\"method\":\"GET\",\"rate_limit\":\"secondary\",\"times\":2}",
            "DELETE /_twin/faults",
            "PUT /_twin/clock {\"advance\":\"PT20M\"}",
            "PUT /_twin/clock {\"advance\":\"P8D\"}",
            "PUT /_twin/clock {\"freeze\":true}",
            "PUT /_twin/clock {\"system\":true}",
            "PUT /_twin/settings {\"rate_limit\":\"off\"}",
            "PUT /_twin/settings {\"rate_limit\":30}",
            "PUT /_twin/settings {\"public_url\":\"https://twin.example\"}",
            "PUT /_twin/settings {\"public_url\":null}",
            "PUT /_twin/worlds/other",
            "DELETE /_twin/worlds/other",
            "PUT /_twin/snapshots/one",
            "POST /_twin/snapshots/one/restore",
            "POST /_twin/reset",
            "POST /w/other/_twin/reset",
            "DELETE /_twin/requests");

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= (IS_FULL ? 100 : 1); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest(name = "answers, limits and logs are the same (seed {0})")
    @MethodSource("seeds")
    void isTheSame(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> asked = new ArrayList<>();
        try (TwinOfStores storing = new TwinOfStores("");
                TwinOfStores asking = new TwinOfStores("Range: bytes=0-1\r\n")) {
            boolean hasStored = false;
            boolean hasChanged = false;
            for (int step = 0; step < STEPS; step++) {
                boolean isRepeated = asked.size() >= RECENT && (hasChanged || random.nextBoolean());
                String request = isRepeated
                        ? any(asked.subList(asked.size() - RECENT, asked.size()), random)
                        : request(random, step);
                hasChanged = !request.startsWith("GET");
                if (!hasChanged) {
                    asked.add(request);
                }
                for (int times = hasChanged ? 1 : 1 + random.nextInt(5); times > 0; times--) {
                    Reply expected = asking.send(request);
                    assertEquals(expected, storing.send(request), request);
                }
                if (random.nextInt(10) == 0) {
                    storing.pass(random.nextInt(3_000_000) - 1_200_000);
                    asking.pass(storing);
                    hasChanged = true;
                }
                if (random.nextInt(20) == 0) {
                    assertEquals(asking.log(), storing.log());
                }
                hasStored |= storing.storedBytes() > 0;
                assertEquals(0, asking.storedBytes());
            }
            assertTrue(hasStored, "something was stored");
        }
    }

    @Test
    @DisplayName("a token that has ended is refused, though what it was answered is stored")
    void endsWithTheToken() throws Exception {
        String request = request("/orgs/acme", "Authorization: token ghp_ending\r\n");
        try (TwinOfStores twin = new TwinOfStores("")) {
            assertEquals(List.of(200, 200, 200, 200), statuses(twin, request));
            twin.pass(Duration.ofMinutes(31).toMillis());
            assertEquals(List.of(401, 401, 401, 401), statuses(twin, request));
        }
    }

    @Test
    @DisplayName("what is due happens before the next answer, though the last one is stored")
    void happensWhenItIsDue() throws Exception {
        String olivia = "Authorization: token ghp_olivia\r\n";
        String request = request("/orgs/acme/memberships/zoe", olivia);
        try (TwinOfStores twin = new TwinOfStores("")) {
            assertEquals(
                    200,
                    twin.send(TwinOfStores.request("PUT /orgs/acme/memberships/zoe {}", olivia))
                            .status());
            assertEquals(List.of(200, 200, 200, 200), statuses(twin, request));
            twin.pass(Duration.ofDays(8).toMillis());
            assertEquals(List.of(404, 404, 404, 404), statuses(twin, request));
        }
    }

    private static String request(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: api.github.com\r\nUser-Agent: a\r\n" + headers + "\r\n";
    }

    /** What four requests are answered; the third of them is the first that is answered by what is stored. */
    private static List<Integer> statuses(TwinOfStores twin, String request) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        while (statuses.size() < 4) {
            statuses.add(twin.send(request).status());
        }
        return statuses;
    }

    private static String request(Random random, int step) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            String change = any(CHANGES, random).replace("%d", "" + step);
            return TwinOfStores.request(change, "Authorization: token ghp_olivia\r\n");
        }
        if (kind == 1) {
            return TwinOfStores.request(any(CONTROLS, random).replace("%d", "" + step), "");
        }
        return "GET " + mostly(2, ROOTS, random) + mostly(3, PATHS, random) + " HTTP/1.1\r\n"
                + "Host: " + mostly(1, HOSTS, random) + "\r\n"
                + mostly(1, AGENTS, random)
                + mostly(3, CREDENTIALS, random)
                + mostly(2, EXTRAS, random)
                + (random.nextInt(4) == 0 ? "If-None-Match: $" + (1 + random.nextInt(3)) + "\r\n" : "")
                + "\r\n";
    }

    /** One of the first, and one time in six any. */
    private static String mostly(int first, List<String> some, Random random) {
        return any(random.nextInt(6) > 0 ? some.subList(0, first) : some, random);
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
