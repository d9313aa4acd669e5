package dev.hubtwin.internal.forwarding;

import static dev.hubtwin.internal.forwarding.TwinPair.request;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The body of a forwarded request")
@Timeout(60)
class ForwardedBodiesTest {

    private static final String PUT_STATE = "PUT /_twin/state";

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

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n";
    }

    private static String users(int count) {
        StringBuilder state = new StringBuilder("users:\n");
        for (int i = 0; i < count; i++) {
            state.append("- {login: user-")
                    .append(i)
                    .append(", bio: '")
                    .append("x".repeat(500))
                    .append("'}\n");
        }
        return state.toString();
    }

    @Test
    void mayBeAsLargeAsAStateAndItsAnswerToo() throws Exception {
        String state = users(10_000);
        String answer = twins.forwarded(request(PUT_STATE, length(state), state));
        assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        String get = request("GET /_twin/state", "", "");
        String exported = twins.forwarded(get);
        assertTrue(exported.length() > state.length(), exported.substring(0, 500));
        assertEquals(TwinPair.same(twins.direct(get)), TwinPair.same(exported));
        HttpRequest kept = HttpRequest.newBuilder(URI.create(twins.forwarder.url() + "/_twin/state"))
                .build();
        HttpResponse<String> chunked = HttpClient.newHttpClient().send(kept, HttpResponse.BodyHandlers.ofString());
        assertEquals(
                "chunked", chunked.headers().firstValue("Transfer-Encoding").orElse(null));
        assertEquals(exported.substring(exported.indexOf("\r\n\r\n") + 4), chunked.body());
    }

    @Test
    void mayComeInChunks() throws IOException {
        String chunks = "6\r\nusers:\r\n10\r\n [{login: zora}]\r\n0\r\n\r\n";
        String put = request(PUT_STATE, "Transfer-Encoding: chunked\r\n", chunks);
        assertTrue(twins.forwarded(put).startsWith("HTTP/1.1 204 "));
        assertTrue(twins.direct(request("GET /users/zora", "", "")).startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 8_192, 8_193, 100_000, 1 << 20, (1 << 20) + 1, 3_000_000})
    void isJudgedByItsLength(int length) throws IOException {
        String body = length == 0 ? "" : "{}" + " ".repeat(length - 2);
        twins.assertSame(request("PUT /_twin/settings", length(body), body));
    }

    @Test
    void isSentOnceItIsAskedFor() throws IOException {
        String body = "users: [{login: zora}]";
        try (Socket socket = RawExchange.connect(twins.forwarder.url())) {
            socket.getOutputStream()
                    .write(request(PUT_STATE, length(body) + "Expect: 100-continue\r\n", "")
                            .getBytes(US_ASCII));
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", RawHead.read(socket));
            assertTrue(RawExchange.send(socket, body).startsWith("HTTP/1.1 204 "));
        }
    }

    @Test
    void thatNobodyHasReadLeavesNoRequestBehind() throws IOException {
        String body = "x".repeat(100_000);
        String refused = request("POST /_twin/faults", "Origin: http://evil.example\r\n" + length(body), body);
        String answer = twins.forwarded(refused + request("GET /orgs/acme", "", ""));
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertEquals(0, answer.lastIndexOf("HTTP/1.1 "), answer);
    }

    @Test
    void thatBreaksOffChangesNothing() throws IOException {
        for (int length : new int[] {1_000, 100_000}) {
            try (Socket socket = RawExchange.connect(twins.forwarder.url())) {
                String head = request(PUT_STATE, "Content-Length: " + length + "\r\n", "users: []");
                socket.getOutputStream().write(head.getBytes(US_ASCII));
                socket.shutdownOutput();
                String answer = RawExchange.rest(socket);
                assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            }
        }
        assertTrue(twins.direct(request("GET /users/olivia", "", "")).startsWith("HTTP/1.1 200 "));
    }
}
