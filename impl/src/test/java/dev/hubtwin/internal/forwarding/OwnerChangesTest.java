package dev.hubtwin.internal.forwarding;

import static dev.hubtwin.internal.forwarding.TwinPair.TOKEN;
import static dev.hubtwin.internal.forwarding.TwinPair.request;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.jetty.HttpLimits;
import dev.hubtwin.internal.jetty.JettyContainer;
import dev.hubtwin.internal.jetty.RootResolver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("While the owner of a twin changes")
@Timeout(60)
class OwnerChangesTest {

    private static final Ownership.Owner NOWHERE = new Ownership.Nowhere();
    private static final Ownership.Owner HERE = new Ownership.Here();
    private static final String GET = request("GET /orgs/acme", TOKEN, "");
    private static final String INVITE = put("{}");

    private static TwinPair twins;

    @BeforeAll
    static void start() {
        twins = new TwinPair();
    }

    @AfterAll
    static void stop() {
        twins.close();
    }

    @BeforeEach
    void reset() throws IOException {
        twins.reset();
    }

    private static String put(String body) {
        return request("PUT /orgs/acme/memberships/zoe", TOKEN + "Content-Length: " + body.length() + "\r\n", body);
    }

    private static Ownership.Owner at(String url) {
        return new Ownership.Elsewhere(URI.create(url));
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }

    /** What a server says that waits for nobody. */
    private static String impatient(String request) throws IOException {
        try (JettyContainer container =
                new JettyContainer("127.0.0.1", 0, new ResourceConfig(), RootResolver.AT_SLASH, HttpLimits.DEFAULT)) {
            container.forward(twins.ofForwarder, Duration.ofMillis(100));
            container.start();
            return RawExchange.send("http://127.0.0.1:" + container.port(), request);
        }
    }

    private static void assertUnavailable(String message, String answer) {
        assertStatus(503, answer);
        assertTrue(answer.contains("\r\nRetry-After: 1\r\n"), answer);
        assertTrue(
                answer.endsWith("\r\n\r\n{\"message\":\"" + message
                        + "\",\"documentation_url\":\"https://docs.github.com/rest\",\"status\":\"503\"}"),
                answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 100_000})
    void nobodyServesAndThatIsSaid(int length) throws IOException {
        twins.ofForwarder.become(NOWHERE);
        String answer = impatient(length == 0 ? GET : put("x".repeat(length)));
        assertUnavailable("No process serves this twin at the moment. Nothing was changed; try again.", answer);
    }

    @Test
    void aRequestWaitsForOne() throws IOException {
        twins.ofForwarder.become(time -> time < 3 ? NOWHERE : at(twins.owner.url()));
        assertStatus(200, twins.forwarded(INVITE));
    }

    @Test
    void aRequestIsServedByTheProcessThatHasBecomeIt() throws IOException {
        String body = "{\"rate_limit\": 5}";
        twins.ofForwarder.become(time -> time < 3 ? NOWHERE : HERE);
        String put = request("PUT /_twin/settings", "Content-Length: " + body.length() + "\r\n", body);
        assertTrue(twins.forwarded(put).contains("\"rate_limit\":5"));
        String large = body + " ".repeat(100_000);
        twins.ofForwarder.become(time -> time < 3 ? NOWHERE : HERE);
        put = request("PUT /_twin/settings", "Content-Length: " + large.length() + "\r\n", large);
        assertTrue(twins.forwarded(put).contains("\"rate_limit\":5"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void aRequestGoesOnFromWhereNobodyListens(int spaces) throws IOException {
        String gone;
        try (ServerSocket closed = new ServerSocket(0)) {
            gone = "http://127.0.0.1:" + closed.getLocalPort();
        }
        twins.ofForwarder.become(time -> at(time < 3 ? gone : twins.owner.url()));
        assertStatus(200, twins.forwarded(put("{}" + " ".repeat(spaces))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void aRequestGoesOnFromWhoeverOwnsNothingAnyMore(int spaces) throws IOException {
        twins.ofOwner.become(time -> time < 2 ? NOWHERE : HERE);
        assertStatus(200, twins.forwarded(put("{}" + " ".repeat(spaces))));
        String log = twins.direct(request("GET /_twin/requests", "", ""));
        assertEquals(log.indexOf("\"operation\":"), log.lastIndexOf("\"operation\":"), "served once");
    }

    @Test
    void whoOwnsNothingForwardsNothingThatWasForwarded() throws IOException {
        twins.ofOwner.become(at(twins.forwarder.url()));
        assertUnavailable(
                "No process serves this twin at the moment. Nothing was changed; try again.", impatient(INVITE));
        twins.ofOwner.become(HERE);
        assertStatus(404, twins.direct(request("GET /orgs/acme/memberships/zoe", TOKEN, "")));
    }

    @Test
    void noStrangerIsTakenForIt() throws IOException {
        try (PretendedOwner stranger = new PretendedOwner(
                (seal, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong".getBytes(US_ASCII)))) {
            String url = stranger.url();
            twins.ofForwarder.become(time -> at(time < 2 ? url : twins.owner.url()));
            assertFalse(twins.forwarded(GET).contains("wrong"));
            stranger.await();
        }
    }

    @Test
    void nobodyWhoAnswersAnotherRequestIsTakenForIt() throws IOException {
        RequestSeal other = RequestSeal.of(new byte[1]);
        try (PretendedOwner stranger = new PretendedOwner((seal, out) -> {
            out.write(PretendedOwner.sealed("200 OK", other, OwnerReply.SERVED, "Content-Length: 5\r\n"));
            out.write("wrong".getBytes(US_ASCII));
        })) {
            String url = stranger.url();
            twins.ofForwarder.become(time -> at(time < 2 ? url : twins.owner.url()));
            assertFalse(twins.forwarded(GET).contains("wrong"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void whatOnlyReadsIsSentAgain(String method) throws IOException {
        try (PretendedOwner dying = new PretendedOwner((seal, out) -> {})) {
            String url = dying.url();
            twins.ofForwarder.become(time -> at(time < 2 ? url : twins.owner.url()));
            assertStatus(200, twins.forwarded(GET.replaceFirst("GET", method)));
            dying.await();
        }
    }

    @Test
    void whatMayHaveChangedSomethingIsNot() throws IOException {
        try (PretendedOwner dying = new PretendedOwner((seal, out) -> {})) {
            String url = dying.url();
            twins.ofForwarder.become(time -> at(time < 2 ? url : twins.owner.url()));
            assertUnavailable(
                    "The process that serves this twin went away. It is unknown whether the change was made.",
                    impatient(INVITE));
        }
    }

    @Test
    void aBodyThatWasBegunIsNotSentAgain() throws IOException {
        try (PretendedOwner dying = new PretendedOwner(
                (seal, out) -> out.write(PretendedOwner.sealed("103 Early Hints", seal, OwnerReply.READS, "")))) {
            twins.ofForwarder.become(dying.url());
            try (Socket client = RawExchange.connect(twins.forwarder.url())) {
                String put = put("x".repeat(100_000)).replaceFirst("Content-Length: 1", "Content-Length: 9");
                client.getOutputStream().write(put.getBytes(US_ASCII));
                assertUnavailable(
                        "The process that serves this twin went away. It is unknown whether the change was made.",
                        RawHead.read(client));
            }
        }
    }

    @Test
    void anAnswerThatBreaksOffBreaksOffForTheClient() throws IOException {
        try (PretendedOwner dying = new PretendedOwner((seal, out) -> {
            out.write(PretendedOwner.sealed("200 OK", seal, OwnerReply.SERVED, "Content-Length: 10\r\n"));
            out.write("begun".getBytes(US_ASCII));
        })) {
            twins.ofForwarder.become(dying.url());
            String answer = twins.forwarded(GET);
            assertStatus(200, answer);
            assertTrue(answer.contains("\r\nContent-Length: 10\r\n") && answer.endsWith("\r\n\r\nbegun"), answer);
        }
    }

    @Test
    void aClientThatGoesAwayIsServedNoLonger() throws IOException {
        try (PretendedOwner endless = new PretendedOwner(OwnerChangesTest::writeForEver)) {
            twins.ofForwarder.become(endless.url());
            try (Socket client = RawExchange.connect(twins.forwarder.url())) {
                client.getOutputStream().write(GET.getBytes(US_ASCII));
                assertEquals(100_000, client.getInputStream().readNBytes(100_000).length);
            }
            assertThrows(CompletionException.class, endless::await, "its connection ends");
        }
    }

    private static void writeForEver(RequestSeal seal, OutputStream out) throws IOException {
        out.write(PretendedOwner.sealed("200 OK", seal, OwnerReply.SERVED, "Content-Length: 1000000000000\r\n"));
        while (true) {
            out.write(new byte[10_000]);
        }
    }
}
