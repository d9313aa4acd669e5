package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("SIGTERM")
@Timeout(60)
@Tag("slow")
class ShutdownTest {

    private static final String DELAY = "{\"operations\": [\"orgs/get\"], \"delay\": \"%s\"}";

    @Test
    @DisplayName("lets requests in flight be answered, and nobody in")
    void answersWhatIsInFlight() throws Exception {
        try (TwinProcess twin = new TwinProcess(List.of("-XX:+UseSerialGC"), "--grace", "30")) {
            CompletableFuture<HttpResponse<Void>> slow = slow(twin, "PT2S");
            twin.process().destroy();
            assertEquals(200, slow.get().statusCode());
            assertEquals(0, twin.process().waitFor());
            assertThrows(ConnectException.class, twin::connect);
        }
    }

    @Test
    @DisplayName("waits for them as long as the grace says")
    void waitsNoLonger() throws Exception {
        try (TwinProcess twin = new TwinProcess(List.of("-XX:+UseSerialGC"), "--grace", "1")) {
            CompletableFuture<HttpResponse<Void>> slow = slow(twin, "PT10M");
            twin.process().destroy();
            assertEquals(0, twin.process().waitFor());
            assertThrows(ExecutionException.class, slow::get);
        }
    }

    @Test
    @DisplayName("lets deliveries that wait be sent")
    void sendsWhatWaits() throws Exception {
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch received = new CountDownLatch(3);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.countDown();
            try {
                stopping.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (TwinProcess twin = new TwinProcess(List.of("-XX:+UseSerialGC"), "--grace", "30")) {
            String made = twin.send(
                            "POST",
                            "/orgs/acme/hooks",
                            "{\"name\": \"web\", \"config\": {\"url\": \"http://127.0.0.1:"
                                    + receiver.getAddress().getPort() + "/\"}}")
                    .body();
            String pings = "/orgs/acme/hooks/" + made.replaceAll(".*?\"id\": ?([0-9]+).*", "$1") + "/pings";
            twin.send("POST", pings, null);
            twin.send("POST", pings, null);
            twin.process().destroy();
            stopping.countDown();
            assertEquals(0, twin.process().waitFor());
            assertEquals(0, received.getCount());
        } finally {
            receiver.stop(0);
        }
    }

    /** Sends a request that is answered late; it is in flight when this returns. */
    private static CompletableFuture<HttpResponse<Void>> slow(TwinProcess twin, String delay) throws Exception {
        twin.send("POST", "/_twin/faults", DELAY.formatted(delay));
        CompletableFuture<HttpResponse<Void>> slow =
                twin.client.sendAsync(twin.request("GET", "/orgs/acme", null), BodyHandlers.discarding());
        while (!twin.send("GET", "/_twin/faults", null).body().matches("(?s).*\"hits\": ?1.*")) {
            Thread.onSpinWait();
        }
        return slow;
    }
}
