package dev.hubtwin.internal.forwarding;

import static dev.hubtwin.internal.forwarding.TwinPair.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The guard of the twin's own operations, for a forwarded request")
@Timeout(60)
class ForwardedGuardTest {

    private static final ForwardingKey FOREIGN =
            new ForwardingKey("some other key that somebody made up".getBytes(US_ASCII));

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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "POST /_twin/reset, Origin: http://evil.example, 403",
        "POST /_twin/reset, Origin: null, 403",
        "POST /_twin/reset, Origin: https://localhost:8080, 403",
        "POST /_twin/reset, Host: evil.example, 403",
        "POST /_twin/reset, User-Agent: GitHub-Hookshot/044aadd, 403",
        "POST /settings/apps, Origin: http://evil.example, 403",
        "POST /_twin/reset, Origin: http://localhost:8080, 204",
    })
    void judgesWhatTheClientSent(String line, String header, int status) throws IOException {
        String request = request(line, header + "\r\nContent-Length: 0\r\n", "");
        assertTrue(twins.forwarded(request).startsWith("HTTP/1.1 " + status + " "));
        twins.assertSame(request);
    }

    @Test
    @DisplayName("Beyond loopback a process demands its token before it forwards to an owner that demands none")
    void demandsTheTokenBeforeItForwards() throws IOException {
        SwitchableOwnership ofPublic = new SwitchableOwnership();
        ofPublic.become(twins.owner.url());
        try (TwinServer beyond = TwinPair.beyondLoopback("secret", ofPublic)) {
            String refused = RawExchange.send(beyond.url(), request("POST /_twin/reset", "Content-Length: 0\r\n", ""));
            assertTrue(refused.startsWith("HTTP/1.1 401 "), refused);
            String authorized = "Authorization: Bearer secret\r\nContent-Length: 0\r\n";
            String reset = RawExchange.send(beyond.url(), request("POST /_twin/reset", authorized, ""));
            assertTrue(reset.startsWith("HTTP/1.1 204 "), reset);
        }
    }

    /** Nothing of the body is ever sent: who waits for it never answers. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PUT /_twin/state, Origin: http://evil.example, 403",
        "POST /_twin/faults, Host: evil.example, 403",
        "PUT /_twin/state, X-A: b, 413"
    })
    void refusesByTheHeadersAndReadsNoBody(String line, String header, int status) throws IOException {
        String request = request(line, header + "\r\nExpect: 100-continue\r\nContent-Length: 64000000\r\n", "");
        String answer = RawHead.send(twins.forwarder.url(), request);
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertEquals(TwinPair.same(RawHead.send(twins.owner.url(), request)), TwinPair.same(answer));
    }

    /** What a process sends, from somebody who pretends to be one. */
    private static String forged(ForwardedHead head, String header) {
        byte[] bytes = head.bytes();
        String text = new String(bytes, ISO_8859_1);
        return request(
                "POST /_twin/forwarded",
                RequestSeal.HEADER + ": " + header + "\r\nContent-Length: " + bytes.length + "\r\n",
                text);
    }

    private static ForwardedHead headOfReset() {
        ForwardedHead.Address loopback = new ForwardedHead.Address("127.0.0.1", 1);
        return new ForwardedHead(
                "POST",
                "/_twin/reset",
                false,
                loopback,
                loopback,
                false,
                List.of(new ForwardedHead.Header("Host", "localhost")));
    }

    @Test
    void knowsWhoForgesForAnOrdinaryClient() throws IOException {
        ForwardedHead head = headOfReset();
        RequestSeal seal = RequestSeal.of(head.bytes());
        String good = seal.header(SwitchableOwnership.KEY);
        String ordinary = TwinPair.same(twins.direct(request("POST /_twin/forwarded", "Content-Length: 0\r\n", "")));
        assertTrue(ordinary.startsWith("HTTP/1.1 404 "), ordinary);
        for (String header : new String[] {
            "",
            "a",
            "a b c d",
            "a 1 c d",
            seal.header(FOREIGN),
            good.substring(1),
            good.substring(0, good.length() - 1),
            good + " a",
            good.replaceFirst(" [0-9]+ ", " 7 ")
        }) {
            assertEquals(ordinary, TwinPair.same(twins.direct(forged(head, header))), header);
            assertEquals(ordinary, TwinPair.same(twins.forwarded(forged(head, header))), header);
        }
        assertTrue(twins.direct(forged(head, good)).startsWith("HTTP/1.1 204 "), "the real one");
    }

    @Test
    void takesNoOtherRequestForTheOneThatWasSigned() throws IOException {
        String header = RequestSeal.of(headOfReset().bytes()).header(SwitchableOwnership.KEY);
        byte[] other = headOfReset().bytes();
        other[other.length - 1] ^= 1;
        String answer = twins.direct(forged(ForwardedHead.of(other), header));
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @Test
    void seesAHeaderOfThatNameElsewhereAsAnyOther() throws IOException {
        String good = RequestSeal.of(headOfReset().bytes()).header(SwitchableOwnership.KEY);
        twins.assertSame(request("GET /orgs/acme", RequestSeal.HEADER + ": " + good + "\r\n", ""));
    }

    @Test
    void showsTheKeyNowhere() {
        assertFalse(SwitchableOwnership.KEY.toString().contains("only the processes know"));
    }
}
