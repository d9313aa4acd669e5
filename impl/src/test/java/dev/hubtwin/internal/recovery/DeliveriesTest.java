package dev.hubtwin.internal.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("After a crash, deliveries")
@Timeout(120)
class DeliveriesTest {

    private static final int PINGS = 3;

    @TempDir
    private Path files;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean answers;
    private HttpServer receiver;

    private record Heard(String path, String guid, String body) {}

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            heard.add(new Heard(
                    path,
                    exchange.getRequestHeaders().getFirst("X-GitHub-Delivery"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (answers || path.equals("/quick")) {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        threads.shutdownNow();
    }

    @Test
    @DisplayName("that were not answered are sent again under their GUIDs, each webhook's in order; no others are")
    void areSentAgain() throws Exception {
        Path crash;
        List<String> guids;
        try (KeptTwin twin = KeptTwin.in(files)) {
            long slow = hook(twin, "/slow");
            long quick = hook(twin, "/quick");
            for (int i = 0; i < PINGS; i++) {
                twin.ask(204, "POST", "/orgs/acme/hooks/" + slow + "/pings", "");
                twin.ask(204, "POST", "/orgs/acme/hooks/" + quick + "/pings", "");
            }
            while (ended(twin).size() < PINGS + 1) {
                Thread.onSpinWait();
            }
            guids = guids(twin, slow);
            crash = twin.copy();
        }
        heard.clear();
        answers = true;
        try (KeptTwin again = KeptTwin.in(crash)) {
            for (String guid : guids) {
                Heard next = heard.take();
                assertEquals(List.of("/slow", guid), List.of(next.path(), next.guid()));
            }
            while (ended(again).size() < 2 * (PINGS + 1)) {
                Thread.onSpinWait();
            }
            assertEquals(0, heard.size());
            long repeated = again.get("/_twin/deliveries").path(0).path("id").asLong();
            again.ask(202, "POST", "/_twin/deliveries/" + repeated + "/redeliver", "");
            Heard redelivered = heard.take();
            while (ended(again).size() < 2 * (PINGS + 1) + 1) {
                Thread.onSpinWait();
            }
            assertStaysAsItIs(again, redelivered);
        }
    }

    private void assertStaysAsItIs(KeptTwin twin, Heard redelivered) throws Exception {
        String before = twin.get("/_twin/deliveries").toString();
        try (KeptTwin once = twin.afterACrash()) {
            assertEquals(before, once.get("/_twin/deliveries").toString());
            try (KeptTwin twice = once.again()) {
                assertEquals(before, twice.get("/_twin/deliveries").toString());
                long last = twice.get("/_twin/deliveries").size();
                twice.ask(202, "POST", "/_twin/deliveries/" + last + "/redeliver", "");
                assertEquals(redelivered, heard.take());
            }
        }
    }

    private long hook(KeptTwin twin, String path) throws Exception {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        return twin.ask(201, "POST", "/orgs/acme/hooks", "{'name':'web','config':{'url':'" + url + "'}}")
                .path("id")
                .asLong();
    }

    private static List<JsonNode> ended(KeptTwin twin) throws Exception {
        List<JsonNode> ended = new ArrayList<>();
        for (JsonNode delivery : twin.get("/_twin/deliveries")) {
            if (delivery.path("status").asText().equals("delivered")) {
                ended.add(delivery);
            }
        }
        return ended;
    }

    private static List<String> guids(KeptTwin twin, long hook) throws Exception {
        List<String> guids = new ArrayList<>();
        twin.get("/_twin/deliveries?hook=" + hook)
                .forEach(delivery -> guids.add(delivery.path("guid").asText()));
        return guids;
    }
}
