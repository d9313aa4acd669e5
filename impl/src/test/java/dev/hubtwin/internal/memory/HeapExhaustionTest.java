package dev.hubtwin.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.world.World;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A server in a process whose heap is full")
@Timeout(60)
class HeapExhaustionTest {

    @Test
    @DisplayName("closes, so that nobody waits for an answer")
    void closes() throws Exception {
        TwinServer server = TwinServer.start(World.EMPTY);
        URL health = URI.create(server.url() + "/_twin/health").toURL();
        assertEquals(200, ((HttpURLConnection) health.openConnection()).getResponseCode());
        server.context().exhaustion().check(new OutOfMemoryError("in a test"));
        assertThrows(ConnectException.class, () -> {
            while (true) {
                health.openConnection().connect();
            }
        });
    }

    @Test
    @DisplayName("ends once, and for no other failure")
    void endsOnce() throws InterruptedException {
        CountDownLatch ends = new CountDownLatch(2);
        CountDownLatch first = new CountDownLatch(1);
        HeapExhaustion exhaustion = new HeapExhaustion(() -> {
            ends.countDown();
            first.countDown();
        });
        exhaustion.check(new StackOverflowError());
        assertEquals(2, ends.getCount());
        exhaustion.check(new OutOfMemoryError("in a test"));
        exhaustion.check(new OutOfMemoryError("in a test"));
        first.await();
        assertEquals(1, ends.getCount());
    }
}
