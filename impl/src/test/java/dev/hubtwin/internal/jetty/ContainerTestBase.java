package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A container that serves the {@link SampleApplication}, anew for each test. */
@Timeout(60)
abstract class ContainerTestBase {

    static final String GET_HELLO = "GET /hello HTTP/1.1\r\nHost: api.github.com\r\n\r\n";

    final SampleApplication.Gate gate = new SampleApplication.Gate();
    JettyContainer container;

    @BeforeEach
    void start() {
        container = start(RootResolver.AT_SLASH, HttpLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        gate.open();
        container.close();
    }

    private JettyContainer start(RootResolver roots, HttpLimits limits) {
        JettyContainer started = new JettyContainer("127.0.0.1", 0, SampleApplication.application(gate), roots, limits);
        started.start();
        return started;
    }

    void restart(RootResolver roots, HttpLimits limits) {
        container.close();
        container = start(roots, limits);
    }

    static HttpLimits limits(int bodyBytes, Duration idle) {
        return new HttpLimits(bodyBytes, HttpLimits.DEFAULT.headerBytes(), idle, 32);
    }

    RawConnection connect() throws IOException {
        return new RawConnection(container.port());
    }

    RawConnection.Reply get(String target) throws IOException {
        return RawConnection.get(container.port(), target);
    }

    static String post(String path, int length, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n"
                + more + "\r\n";
    }

    static void assertRefused(int status, String message, RawConnection.Reply reply) {
        assertEquals(status, reply.status());
        assertEquals("application/json; charset=utf-8", reply.headers().get("content-type"));
        assertEquals("""
                {"message":"%s","documentation_url":"https://docs.github.com/rest","status":"%d"}""".formatted(message, status), reply.body());
        assertFalse(reply.headers().containsKey("server"));
    }
}
