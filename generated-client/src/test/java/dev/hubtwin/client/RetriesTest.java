package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, and when. */
class RetriesTest {

    private final ManualTime time = new ManualTime();
    private ScriptedServer server;
    private GitHubClient client;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        client = time.on(server.client().retries(Retries.upTo(3))).build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aPassingFailureIsTriedAgainAndTheBoundOfTheWaitDoubles(int status) {
        server.then(status, "").then(status, "").then(status, "").then(200, "{'login': 'acme'}");
        assertEquals("acme", client.organizations().get("acme").getLogin());
        assertEquals(List.of(1_000L, 2_000L, 4_000L), time.waits());
    }

    @Test
    void whatIsNotOverAfterTheLastTimeIsThrown() {
        server.then(502, "");
        assertThrows(UnavailableException.class, () -> client.organizations().get("acme"));
        assertEquals(4, server.requests().size());
    }

    @Test
    void aRequestThatMustNotBeDoneTwiceIsNot() {
        server.then(502, "");
        assertThrows(UnavailableException.class, () -> client.webhooks().ping("acme", 1));
        assertEquals(1, server.requests().size());
    }

    @Test
    void aConnectionThatBreaksIsTriedAgainIfTheRequestMayBe() {
        server.then(exchange -> {}).then(exchange -> {}).then(200, "{'login': 'acme'}");
        assertEquals("acme", client.organizations().get("acme").getLogin());
        server.then(exchange -> {}).then(exchange -> {});
        client.organizations().get("acme"); // uses up the answer before
        int before = server.requests().size();
        assertThrows(NoAnswerException.class, () -> client.webhooks().ping("acme", 1));
        assertEquals(before + 1, server.requests().size());
    }

    @Test
    void aConnectionThatIsRefusedIsTriedAgainWithAnyRequest() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        GitHubClient lonely = time.on(
                        server.client().baseUrl("http://localhost:" + nobody).retries(Retries.upTo(2)))
                .build();
        NoAnswerException refused =
                assertThrows(NoAnswerException.class, () -> lonely.webhooks().ping("acme", 1));
        assertInstanceOf(ConnectException.class, refused.getCause());
        assertEquals(List.of(1_000L, 2_000L), time.waits());
    }

    @Test
    void aSecondaryLimitIsWaitedForAsItSaysWithAnyRequest() {
        server.then(403, "{'message': 'secondary rate limit'}", "Retry-After", "7")
                .then(204, "");
        client.webhooks().ping("acme", 1);
        assertEquals(List.of(7_000L), time.waits());
    }

    @Test
    void aSecondaryLimitThatSaysNothingIsWaitedForAMinute() {
        server.then(429, "{'message': 'You have exceeded a secondary rate limit.'}")
                .then(204, "");
        client.webhooks().ping("acme", 1);
        assertEquals(List.of(60_000L), time.waits());
    }

    @Test
    void aPrimaryLimitIsWaitedForByTheClockOfTheServer() {
        Map<String, List<String>> headers = Map.of(
                "X-RateLimit-Remaining", List.of("0"),
                "X-RateLimit-Reset",
                        List.of("" + ManualTime.START.plusSeconds(3630).getEpochSecond()),
                "Date", List.of("Sun, 01 Mar 2026 13:00:00 GMT"));
        Call call = new Call("orgs/get", "PATCH", "/orgs/acme");
        Answer answer = new Answer(
                403, HttpHeaders.of(headers, (name, value) -> true), new byte[0], URI.create("http://localhost"));
        GitHubException limit = Refusals.of(call, answer, ManualTime.START);
        assertEquals(
                ManualTime.START.plusSeconds(3630),
                assertInstanceOf(PrimaryRateLimitException.class, limit).resetAt());
        assertEquals(
                Optional.of(Duration.ofSeconds(30)),
                Retries.upTo(1).delay(call, 0, limit, answer, ManualTime.START, new Random()));
    }

    @Test
    void aPrimaryLimitThatLastsBeyondTheDeadlineIsThrown() {
        long far = Instant.now().plus(Duration.ofHours(1)).getEpochSecond(); // The server sends the machine's date.
        server.then(403, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "" + far);
        assertThrows(
                PrimaryRateLimitException.class, () -> client.organizations().get("acme"));
        assertEquals(List.of(), time.waits());
    }

    @Test
    void nothingIsTriedAgainBeyondTheDeadline() {
        GitHubClient hasty = time.on(server.client().retries(Retries.upTo(9).within(Duration.ofSeconds(4))))
                .build();
        server.then(503, "");
        assertThrows(UnavailableException.class, () -> hasty.organizations().get("acme"));
        assertEquals(List.of(1_000L, 2_000L), time.waits());
    }
}
