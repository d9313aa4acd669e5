package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.support.MachineClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("When the clock of the machine jumps")
class ClockJumpsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String TOKEN = "ghp_olivia";

    private final MachineClock clock = new MachineClock(NOON);

    @ParameterizedTest(name = "by {0}, requests are answered and windows of the rate limit begin anew")
    @ValueSource(strings = {"PT61M", "P400D", "P36500D", "PT-61M", "P-400D", "P-20000D"})
    void isServedOn(String jump) throws Exception {
        Seed seed = Seed.parseYaml(
                "{users: [{login: olivia}], organizations: [{login: acme, members: [{login: olivia, role: admin}]}],"
                        + " tokens: [{token: " + TOKEN + ", user: olivia, scopes: [admin:org]}]}");
        try (Twin twin = Twin.start(seed, Twin.Options.LOCAL.withClock(clock))) {
            assertEquals("1", used(twin));
            assertEquals("2", used(twin));
            clock.set(NOON.plus(Duration.parse(jump)));
            assertEquals("1", used(twin));
            assertEquals(
                    204, send(twin, "PUT", "/orgs/acme/public_members/olivia").statusCode());
            assertEquals(200, send(twin, "GET", "/_twin/state").statusCode());
            clock.set(NOON);
            assertEquals("1", used(twin));
            assertEquals(List.of(), twin.contractViolations());
        }
    }

    private static String used(Twin twin) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(twin, "GET", "/orgs/acme");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.headers().firstValue("X-RateLimit-Used").orElseThrow();
    }

    private static HttpResponse<String> send(Twin twin, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twin.url() + path))
                .header("Authorization", "token " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
