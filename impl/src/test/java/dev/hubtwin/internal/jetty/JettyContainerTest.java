package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The life of the container itself. */
class JettyContainerTest extends ContainerTestBase {

    @Test
    void closingEndsConnectionsAndThreads() throws Exception {
        try (RawConnection idle = connect();
                RawConnection half = connect();
                RawConnection working = connect()) {
            idle.send(GET_HELLO).read();
            half.send(post("/echo", 9, "") + "half");
            working.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
            gate.awaitBegun();
            int port = container.port();
            container.close();
            assertTrue(idle.isAtEnd());
            assertThrows(IOException.class, () -> new RawConnection(port));
        }
        SampleApplication.assertNoThreadIsLeft();
        container.close();
    }

    @Test
    void aPortInUseIsSaid() {
        JettyContainer second = new JettyContainer("127.0.0.1", container.port(), SampleApplication.application(gate));
        assertThrows(UncheckedIOException.class, second::start);
        second.close();
    }
}
