package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A process with a small heap")
@Timeout(120)
@Tag("slow")
class FullHeapTest {

    private static final String COMPANY = "{\"company\": \"Acme\"}";

    @Test
    @DisplayName("serves while strangers send more than it holds and stall")
    void stalledBodies() throws Exception {
        byte[] headers = "POST /orgs/acme/hooks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048576\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        List<Socket> stalled = new ArrayList<>();
        try (TwinProcess twin = new TwinProcess(List.of("-Xmx96m"))) {
            for (int i = 0; i < 150; i++) {
                Socket sender = twin.connect();
                stalled.add(sender);
                sender.getOutputStream().write(headers);
                sender.getOutputStream().write(new byte[1_000_000]);
            }
            assertEquals(200, twin.send("GET", "/orgs/acme", null).statusCode());
            assertEquals(200, twin.send("PATCH", "/orgs/acme", COMPANY).statusCode());
            String answer = new String(stalled.get(149).getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 503", answer);
            for (Socket sender : stalled) {
                sender.close();
            }
            assertEndsWell(twin);
        }
    }

    @Test
    @DisplayName("serves while many bodies arrive that are small, and large once they are parsed")
    void inflatedBodies() throws Exception {
        String body = "{\"config\": [" + "{},".repeat(200_000) + "{}]}";
        try (TwinProcess twin = new TwinProcess(List.of("-Xmx96m"))) {
            List<Integer> statuses = IntStream.range(0, 60)
                    .mapToObj(i -> twin.client
                            .sendAsync(twin.request("POST", "/orgs/acme/hooks", body), BodyHandlers.discarding())
                            .thenApply(HttpResponse::statusCode))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertTrue(List.of(400, 503).containsAll(statuses), statuses.toString());
            assertTrue(statuses.contains(400), statuses.toString());
            assertEquals(200, twin.send("PATCH", "/orgs/acme", COMPANY).statusCode());
            assertEndsWell(twin);
        }
    }

    @Test
    @DisplayName("keeps what receivers of webhooks answer within bounds")
    void talkativeReceivers() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            for (int i = 0; i < 90; i++) {
                exchange.getResponseHeaders().set("X-Header-" + i, "v".repeat(8_000));
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (TwinProcess twin = new TwinProcess(List.of("-Xmx96m"))) {
            String hook = "{\"name\": \"web\", \"config\": {\"url\": \"http://127.0.0.1:"
                    + receiver.getAddress().getPort() + "/\"}}";
            String made = twin.send("POST", "/orgs/acme/hooks", hook).body();
            String pings = "/orgs/acme/hooks/" + made.replaceAll(".*?\"id\": ?([0-9]+).*", "$1") + "/pings";
            for (int i = 0; i < 200; i++) {
                assertEquals(204, twin.send("POST", pings, null).statusCode());
            }
            assertEquals(200, twin.send("GET", "/_twin/deliveries", null).statusCode());
            assertEndsWell(twin);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @DisplayName("ends with a line and status 3 when the heap is full all the same")
    void ends() throws Exception {
        try (TwinProcess twin = new TwinProcess(List.of("-Xmx40m"), "--max-state", "5m")) {
            String users = IntStream.range(0, 100_000)
                    .mapToObj(i -> "{\"login\":\"user-" + i + "\"}")
                    .collect(Collectors.joining(",", "{\"users\":[", "]}"));
            for (int i = 0; twin.process().isAlive(); i++) {
                change(twin, i, users);
            }
            assertEquals(3, twin.process().waitFor());
            String line = twin.errors();
            assertTrue(line.contains("hubtwin: the heap of 40 MiB is full"), line);
        }
    }

    /** The process may end in the middle of it. */
    private static void change(TwinProcess twin, int world, String users) throws InterruptedException {
        try {
            twin.send("PUT", "/_twin/worlds/w" + world, null);
            twin.send("PUT", "/w/w" + world + "/_twin/state", users);
        } catch (IOException e) {
            twin.process().waitFor();
        }
    }

    private static void assertEndsWell(TwinProcess twin) throws InterruptedException {
        twin.process().destroy();
        assertEquals(0, twin.process().waitFor());
    }
}
