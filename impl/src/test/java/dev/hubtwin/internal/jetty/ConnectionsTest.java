package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections, kept and closed. */
class ConnectionsTest extends ContainerTestBase {

    @Test
    void upgradeToHttp2IsIgnoredWithAndWithoutBody() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI echo = URI.create("http://127.0.0.1:" + container.port() + "/echo");
        for (int length : new int[] {0, 5, 100_000}) {
            String body = "x".repeat(length);
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(echo)
                            .header("Content-Type", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
            assertEquals(body, answer.body());
        }
        HttpRequest get = HttpRequest.newBuilder(echo.resolve("/hello")).build();
        assertEquals(
                "hello", client.send(get, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static final int IDLE = Boolean.getBoolean("hubtwin.full") ? 3_000 : 1_000;

    /** Both ends of each are in this process; some descriptors are left for everything else. */
    private static int manyIdle() {
        long most = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()
                : 2_000;
        return (int) Math.max(50, Math.min(IDLE, (most - 500) / 2));
    }

    @Test
    void manyIdleConnectionsLeaveTheServerFree() throws IOException {
        // However slow this machine is, none of them is idle for too long before the last is there.
        restart(RootResolver.AT_SLASH, limits(1 << 20, Duration.ofMinutes(10)));
        List<RawConnection> idle = new ArrayList<>();
        try (RawConnection reader = connect()) {
            for (int i = 0; i < manyIdle(); i++) {
                RawConnection wire = connect();
                idle.add(wire);
                if (i % 3 == 1) {
                    assertEquals("hello", wire.send(GET_HELLO).read().body()); // kept alive
                } else if (i % 3 == 2) {
                    wire.send("GET /hello HTT"); // in the middle of a request
                }
                if (i % 100 == 0) {
                    assertEquals("hello", reader.send(GET_HELLO).read().body());
                }
            }
            for (int i = 0; i < 200; i++) {
                assertEquals("hello", reader.send(GET_HELLO).read().body());
            }
            assertEquals("hello", idle.get(0).send(GET_HELLO).read().body());
            assertEquals(
                    "hello", idle.get(2).send("P/1.1\r\nHost: h\r\n\r\n").read().body());
        } finally {
            for (RawConnection wire : idle) {
                wire.close();
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send(GET_HELLO + post("/echo", 3, "") + "abc" + GET_HELLO + "GET /boom HTTP/1.1\r\nHost: h\r\n\r\n"
                    + "GET /none HTTP/1.1\r\nHost: h\r\n\r\n" + GET_HELLO);
            assertEquals("hello", wire.read().body());
            assertEquals("abc", wire.read().body());
            assertEquals("hello", wire.read().body());
            assertEquals(500, wire.read().status());
            assertEquals(204, wire.read().status());
            assertEquals("hello", wire.read().body());
        }
    }

    @Test
    void connectionCloseIsHonoured() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertEquals("hello", wire.read().body());
            assertTrue(wire.isAtEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 8_000, 9_000, 13_000, 60_000})
    void connectionCloseIsHonouredHoweverLongTheHeadersOfTheAnswerAre(int length) throws IOException {
        for (String request : new String[] {"HTTP/1.1\r\nHost: h\r\nConnection: close", "HTTP/1.0\r\nHost: h"}) {
            try (RawConnection wire = connect()) {
                wire.send("GET /headers?length=" + length + " " + request + "\r\n\r\n");
                RawConnection.Reply reply = wire.read();
                assertEquals(length, reply.headers().get("x-long").length());
                assertEquals("close", reply.headers().get("connection"));
                assertTrue(wire.isAtEnd());
            }
        }
    }

    @Test
    void aGetMaySayThatItHasNoBody() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
            assertEquals("hello", wire.read().body());
        }
    }
}
