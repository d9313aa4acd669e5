package dev.hubtwin.internal.forwarding;

import static dev.hubtwin.internal.forwarding.TwinPair.TOKEN;
import static dev.hubtwin.internal.forwarding.TwinPair.request;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A fault of a forwarded request")
@Timeout(60)
class ForwardedFaultsTest {

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

    private static void fault(String fault) throws IOException {
        String body = fault.replace('\'', '"');
        String answer =
                twins.forwarded(request("POST /_twin/faults", "Content-Length: " + body.length() + "\r\n", body));
        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
    }

    private static int hits() throws IOException {
        String faults = twins.direct(request("GET /_twin/faults", "", ""));
        return Integer.parseInt(faults.replaceAll("(?s).*\"hits\":([0-9]+).*", "$1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'broken': 'cut'}",
                "{'broken': 'cut', 'before': true}",
                "{'broken': 'cut', 'delay': 'PT0.01S'}",
                "{'broken': 'truncated'}",
                "{'broken': 'truncated', 'status': 503}",
                "{'broken': 'garbled'}",
                "{'status': 503, 'retry_after': 7}",
                "{'status': 500, 'body': {'a': 1}}",
                "{'rate_limit': 'secondary'}",
                "{'headers': {'X-Fault': 'a'}}",
                "{'delay': 'PT0.01S'}"
            })
    void reachesTheClientAsItIs(String fault) throws IOException {
        fault(fault);
        for (String method : new String[] {"GET", "HEAD"}) {
            twins.assertSame(request(method + " /orgs/acme", TOKEN, ""));
        }
        assertEquals(8, hits(), "nothing is sent again");
    }

    @Test
    void thatDelaysHoldsNoThread() throws IOException {
        fault("{'operations': ['orgs/get'], 'delay': 'PT10M'}");
        List<Socket> late = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                late.add(RawExchange.connect(twins.forwarder.url()));
                late.get(i)
                        .getOutputStream()
                        .write(request("GET /orgs/acme", TOKEN, "").getBytes(US_ASCII));
            }
            while (hits() < 300) {
                Thread.onSpinWait();
            }
            String other = twins.forwarded(request("GET /user", TOKEN, ""));
            assertTrue(other.startsWith("HTTP/1.1 200 "), other);
        } finally {
            for (Socket socket : late) {
                socket.close();
            }
        }
    }

    @Test
    void thatDelaysIsWaitedFor() throws IOException {
        fault("{'delay': 'PT0.25S'}");
        long before = System.nanoTime();
        assertTrue(twins.forwarded(request("GET /orgs/acme", TOKEN, "")).startsWith("HTTP/1.1 200 "));
        assertTrue(System.nanoTime() - before >= Duration.ofMillis(250).toNanos());
    }
}
