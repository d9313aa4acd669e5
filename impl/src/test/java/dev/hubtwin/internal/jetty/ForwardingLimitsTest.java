package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.forwarding.SwitchableOwnership;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one client may take of a server that forwards. */
@Timeout(60)
class ForwardingLimitsTest {

    private static final Duration IDLE = Duration.ofMillis(200);

    private final SampleApplication.Gate gate = new SampleApplication.Gate();
    private JettyContainer owner;
    private JettyContainer forwarder;

    @BeforeEach
    void start() {
        owner = container(SampleApplication.application(gate), new Ownership.Here());
        URI url = URI.create("http://127.0.0.1:" + owner.port());
        forwarder = container(new ResourceConfig(), new Ownership.Elsewhere(url));
    }

    private static JettyContainer container(ResourceConfig application, Ownership.Owner owner) {
        SwitchableOwnership ownership = new SwitchableOwnership();
        ownership.become(owner);
        JettyContainer container = new JettyContainer(
                "127.0.0.1", 0, application, RootResolver.AT_SLASH, ContainerTestBase.limits(100_000, IDLE));
        container.forward(ownership, Duration.ofSeconds(10));
        container.start();
        return container;
    }

    @AfterEach
    void stop() throws InterruptedException {
        gate.open();
        forwarder.close();
        owner.close();
        SampleApplication.assertNoThreadIsLeft();
    }

    private RawConnection connect() throws IOException {
        return new RawConnection(forwarder.port());
    }

    @Test
    void aSilentSenderIsEnded() throws IOException {
        for (int length : new int[] {100, 50_000}) {
            try (RawConnection wire = connect()) {
                wire.send(ContainerTestBase.post("/echo", length, "") + "half");
                ContainerTestBase.assertRefused(408, "Request Timeout", wire.read());
                assertTrue(wire.isAtEnd());
            }
        }
    }

    @Test
    void anAnswerMayTakeLongerThanAConnectionMayBeIdle() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
            assertTrue(wire.isSilent(3 * (int) IDLE.toMillis()));
            gate.open();
            assertEquals(200, wire.read().status());
        }
    }

    @Test
    void headersAreAsLongAsTheyMayBeForTheOwner() throws IOException {
        String long30 = "X: " + "x".repeat(30_000) + "\r\n";
        try (RawConnection wire = connect()) {
            assertEquals("hello", wire.send(get(long30)).read().body());
            assertEquals(
                    60_000,
                    wire.send("GET /headers?length=60000 HTTP/1.1\r\nHost: h\r\n\r\n")
                            .read()
                            .headers()
                            .get("x-long")
                            .length());
            assertEquals(431, wire.send(get(long30 + long30)).read().status());
        }
    }

    private static String get(String headers) {
        return "GET /hello HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
    }

    @Test
    void largeAnswersAndPipelinedRequestsPass() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send(
                    "GET /huge HTTP/1.1\r\nHost: h\r\n\r\n" + ContainerTestBase.post("/echo", 3, "") + "abc" + get(""));
            assertEquals(3 << 20, wire.read().body().length());
            assertEquals("abc", wire.read().body());
            assertEquals("hello", wire.read().body());
        }
    }
}
