package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies: as long as they may be, too long, in pieces, slow. */
class AsyncBodyReaderTest extends ContainerTestBase {

    @Test
    void aBodyOfTheLimitIsTakenAndOneMoreByteIsNot() throws IOException {
        restart(RootResolver.AT_SLASH, limits(1000, Duration.ofSeconds(30)));
        try (RawConnection wire = connect()) {
            assertEquals(
                    "1000",
                    wire.send(post("/length", 1000, "") + "x".repeat(1000))
                            .read()
                            .body());
            assertRefused(
                    413,
                    "Payload Too Large",
                    wire.send(post("/length", 1001, "")).read());
        }
    }

    @Test
    void anEndlessChunkedBodyIsRefusedAsSoonAsItIsTooLong() throws IOException {
        restart(RootResolver.AT_SLASH, limits(1000, Duration.ofSeconds(30)));
        try (RawConnection wire = connect()) {
            wire.send("POST /length HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.send("3e8\r\n" + "x".repeat(1000) + "\r\n1\r\nx\r\n");
            assertRefused(413, "Payload Too Large", wire.read());
        }
    }

    @Test
    void whoSendsTooMuchStillReadsTheRefusal() throws IOException {
        int length = 8 << 20;
        try (RawConnection wire = connect()) {
            wire.send(post("/length", length, "")).send(new byte[length]);
            assertRefused(413, "Payload Too Large", wire.read());
            assertTrue(wire.isAtEnd());
        }
    }

    @Test
    void chunkedBodiesAreRead() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send(
                    "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertEquals(
                    "abcde",
                    wire.send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").read().body());
        }
    }

    @Test
    void expectContinueIsAnsweredBeforeTheBody() throws IOException {
        try (RawConnection wire = connect()) {
            assertEquals(
                    100,
                    wire.send(post("/echo", 3, "Expect: 100-continue\r\n"))
                            .read()
                            .status());
            assertEquals("abc", wire.send("abc").read().body());
            assertEquals("hello", wire.send(GET_HELLO).read().body());
        }
    }

    @Test
    void expectContinueOfTooMuchIsRefusedWithoutTheBody() throws IOException {
        try (RawConnection wire = connect()) {
            assertRefused(
                    413,
                    "Payload Too Large",
                    wire.send(post("/echo", 9 << 20, "Expect: 100-continue\r\n"))
                            .read());
            assertTrue(wire.isAtEnd());
        }
    }

    @Test
    void aSilentSenderIsEnded() throws IOException {
        restart(RootResolver.AT_SLASH, limits(1000, Duration.ofMillis(100)));
        try (RawConnection wire = connect()) {
            assertRefused(
                    408,
                    "Request Timeout",
                    wire.send(post("/echo", 100, "") + "half").read());
            assertTrue(wire.isAtEnd());
        }
    }

    @Test
    void aTrickleIsEnded() throws IOException {
        restart(RootResolver.AT_SLASH, limits(1 << 30, Duration.ofMillis(200)));
        try (RawConnection wire = connect()) {
            wire.send(post("/echo", 1 << 30, ""));
            for (int i = 0; i < 200 && wire.isSilent(50); i++) {
                wire.send("x");
            }
            assertRefused(408, "Request Timeout", wire.read());
        }
    }

    @Test
    void slowWorkOutlastsTheIdleTimeout() throws Exception {
        restart(RootResolver.AT_SLASH, limits(1000, Duration.ofMillis(100)));
        try (RawConnection working = connect();
                RawConnection silent = connect()) {
            working.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
            gate.awaitBegun();
            // Its timeout began later than the other's, so once it is over the other's is too.
            assertEquals(408, silent.send(post("/echo", 9, "")).read().status());
            gate.open();
            assertTrue(working.read().body().startsWith("hubtwin-"));
        }
    }

    @Test
    void manySlowSendersLeaveTheServerFree() throws IOException {
        restart(RootResolver.AT_SLASH, limits(1000, Duration.ofSeconds(30)));
        List<RawConnection> senders = new ArrayList<>();
        try (RawConnection reader = connect()) {
            for (int i = 0; i < 200; i++) {
                senders.add(connect().send(post("/echo", 8, "") + "half"));
            }
            for (int i = 0; i < 200; i++) {
                assertEquals("hello", reader.send(GET_HELLO).read().body());
            }
            for (RawConnection sender : senders) {
                assertEquals("halfhalf", sender.send("half").read().body());
            }
        } finally {
            for (RawConnection sender : senders) {
                sender.close();
            }
        }
    }
}
