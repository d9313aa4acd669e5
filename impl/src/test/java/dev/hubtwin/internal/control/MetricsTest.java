package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The metrics of a server")
@Timeout(60)
class MetricsTest {

    private static final String COUNT = "hubtwin_requests_seconds_count";

    private SmallTwin talk;

    @BeforeEach
    void start() {
        talk = new SmallTwin();
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    @Test
    @DisplayName("are text of version 0.0.4 of Prometheus, each family with its type and each sample with a number")
    void areText() throws Exception {
        talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        HttpResponse<String> answer = talk.get(null, "/_twin/metrics");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(null));
        PrometheusSamples samples = PrometheusSamples.read(answer.body());
        assertEquals(
                Set.of(
                        "hubtwin_connections gauge",
                        "hubtwin_deliveries_total counter",
                        "hubtwin_deliveries_waiting gauge",
                        "hubtwin_heap_committed_bytes gauge",
                        "hubtwin_heap_limit_bytes gauge",
                        "hubtwin_heap_used_bytes gauge",
                        "hubtwin_http_queue gauge",
                        "hubtwin_http_threads gauge",
                        "hubtwin_process_uptime_seconds gauge",
                        "hubtwin_requests_in_flight gauge",
                        "hubtwin_requests_seconds histogram",
                        "hubtwin_storage_owned gauge",
                        "hubtwin_storage_tail gauge",
                        "hubtwin_storage_waiting gauge",
                        "hubtwin_threads gauge",
                        "hubtwin_uptime_seconds gauge",
                        "hubtwin_version gauge",
                        "hubtwin_worlds gauge"),
                samples.families());
    }

    @Test
    @DisplayName("count each request once, by what it meant, how it was answered, and by whom")
    void countRequests() throws Exception {
        String plain = "GET %s HTTP/1.1\nHost: a\nUser-Agent: b\n"; // the JDK's client adds what keeps nothing
        talk.raw((plain + "\n").formatted("/users/olivia").repeat(5)
                + (plain + "Connection: close\n\n").formatted("/no/path"));
        talk.get(null, "/w/nowhere/orgs/acme");
        talk.send(null, "OPTIONS", "/orgs/acme", null);
        talk.send(SmallTwin.OLIVIA, "HEAD", "/orgs/acme", null);
        talk.send(SmallTwin.MIKE, "PATCH", "/orgs/acme", "{}");
        RawRequest.status(talk.url(), "BREW", "/orgs/acme", "Accept: */*");
        RawRequest.status(talk.url(), "POST", "/orgs/acme/hooks", "Content-Encoding: gzip\r\nContent-Length: 9");
        talk.raw("GET /orgs/acme HTTP/1.1\nHost: a\nBad Header: b\n\n");
        talk.raw("nonsense\n\n");
        assertEquals("""
                {method="GET",operation="none",source="application",status="404"} 1
                {method="GET",operation="none",source="container",status="400"} 1
                {method="GET",operation="orgs/get",source="application",status="404"} 1
                {method="GET",operation="users/get-by-username",source="application",status="200"} 2
                {method="GET",operation="users/get-by-username",source="store",status="200"} 3
                {method="HEAD",operation="orgs/get",source="application",status="200"} 1
                {method="OPTIONS",operation="orgs/get",source="application",status="204"} 1
                {method="PATCH",operation="orgs/update",source="application",status="404"} 1
                {method="POST",operation="none",source="container",status="415"} 1
                {method="other",operation="none",source="application",status="404"} 1
                {method="other",operation="none",source="container",status="400"} 1""", counts());
    }

    @Test
    @DisplayName("count what faults answer, and what they leave without an answer")
    void countFaults() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 429, 'times': 2}");
        talk.fault("{'method': 'DELETE', 'broken': 'cut', 'before': true}");
        talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        assertThrows(IOException.class, () -> talk.send(SmallTwin.OLIVIA, "DELETE", "/orgs/acme/members/mike", null));
        assertEquals("""
                {method="DELETE",operation="orgs/remove-member",source="application",status="none"} 1
                {method="GET",operation="orgs/get",source="application",status="429"} 2""", counts());
    }

    @Test
    @DisplayName("do not count what is asked of the twin itself, refused or not")
    void leaveOutTheTwinsOwn() throws Exception {
        talk.get(null, "/_twin/health");
        talk.get(null, "/_twin/nothing");
        talk.get(null, "/docs");
        talk.get(null, "/_twin/metrics");
        RawRequest.status(talk.url(), "POST", "/_twin/faults", "Content-Encoding: gzip\r\nContent-Length: 9");
        assertEquals("", counts());
    }

    @Test
    @DisplayName("put a request into the bucket of the time that a fault made it wait")
    void measureTime() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'delay': 'PT0.3S', 'times': 1}");
        talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        PrometheusSamples samples = samples();
        assertEquals(0, samples.value("hubtwin_requests_seconds_bucket", "le=\"0.25\""));
        assertEquals(1, samples.value("hubtwin_requests_seconds_bucket", "le=\"+Inf\""));
        assertTrue(samples.value("hubtwin_requests_seconds_sum", "orgs/get") >= 0.3);
    }

    @Test
    @DisplayName("tell how many requests are being answered, the one that asks among them")
    void countRequestsInFlight() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'delay': 'PT10M'}");
        for (int i = 0; i < 2; i++) {
            talk.client.sendAsync(talk.request(SmallTwin.OLIVIA, "GET", "/orgs/acme", null), BodyHandlers.discarding());
        }
        while (talk.control(200, "GET", "faults", null).at("/0/hits").asInt() < 2) {
            Thread.onSpinWait();
        }
        assertEquals(3, samples().value("hubtwin_requests_in_flight", ""));
        assertTrue(samples().value("hubtwin_connections", "") >= 3);
    }

    @Test
    @DisplayName("count deliveries that wait, and by what became of the others")
    void countDeliveries() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch answering = new CountDownLatch(1);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            heard.countDown();
            waitFor(answering);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/good") ? 204 : 500, -1);
            exchange.close();
        });
        receiver.start();
        try {
            String here = "http://127.0.0.1:" + receiver.getAddress().getPort();
            hook(here + "/good");
            hook("http://192.0.2.1/"); // deliveries go to loopback only
            heard.await();
            assertEquals(1, samples().value("hubtwin_deliveries_waiting", ""));
            System.gc(); // what only Micrometer refers to would be gone now
            answering.countDown();
            talk.rest();
            hook(here + "/bad");
            talk.rest();
            assertEquals(0, samples().value("hubtwin_deliveries_waiting", ""));
            assertEquals("""
                    {outcome="delivered"} 1
                    {outcome="dropped"} 0
                    {outcome="failed"} 1
                    {outcome="refused"} 1""", samples().of("hubtwin_deliveries_total"));
        } finally {
            receiver.stop(0);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a webhook, to which a ping is delivered. */
    private void hook(String url) throws IOException {
        String body =
                "{\"name\":\"web\",\"events\":[\"member\"],\"config\":{\"url\":\"" + url + "\",\"secret\":\"hush\"}}";
        assertEquals(
                201,
                talk.send(SmallTwin.HOOKS, "POST", "/orgs/acme/hooks", body).statusCode());
    }

    @Test
    @DisplayName("are of one server, all of its worlds together")
    void areOfOneServer() throws Exception {
        talk.control(201, "PUT", "worlds/other", null);
        talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        talk.get(SmallTwin.OLIVIA, "/w/other/api/v3/orgs/acme");
        try (SmallTwin second = new SmallTwin()) {
            second.get(SmallTwin.OLIVIA, "/user");
            assertEquals(
                    "{method=\"GET\",operation=\"users/get-authenticated\",source=\"application\",status=\"200\"} 1",
                    read(second.get(null, "/_twin/metrics")).of(COUNT));
        }
        assertEquals("{method=\"GET\",operation=\"orgs/get\",source=\"application\",status=\"200\"} 2", counts());
        assertEquals(2, samples().value("hubtwin_worlds", ""));
        assertEquals(counts(), read(talk.get(null, "/w/other/_twin/metrics")).of(COUNT));
    }

    @Test
    @DisplayName("have no more series and no more words, whatever strangers send")
    void areBounded() throws Exception {
        sendAsStrangers(0, 20);
        String few = labels();
        sendAsStrangers(20, 200);
        assertEquals(few, labels());
        String text = talk.get(null, "/_twin/metrics").body();
        assertFalse(text.contains("stranger"), text);
        assertFalse(text.contains(SmallTwin.OLIVIA), text);
    }

    private String labels() throws IOException {
        return counts().replaceAll(" \\d+(\n|$)", "$1");
    }

    private void sendAsStrangers(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            String name = "stranger-" + i;
            talk.get("ghp_" + name, "/orgs/acme");
            talk.get(SmallTwin.OLIVIA, "/orgs/" + name);
            talk.get(SmallTwin.OLIVIA, "/" + name + "?" + name);
            talk.get(SmallTwin.OLIVIA, "/w/" + name + "/orgs/acme");
            RawRequest.status(talk.url(), "STRANGER" + i, "/orgs/acme", "X-" + name + ": 1");
            RawRequest.status(talk.url(), "GET", "/orgs/acme", "Host: " + name + ".localhost");
        }
    }

    private PrometheusSamples samples() throws IOException {
        return read(talk.get(null, "/_twin/metrics"));
    }

    private static PrometheusSamples read(HttpResponse<String> answer) {
        return PrometheusSamples.read(answer.body());
    }

    private String counts() throws IOException {
        return samples().of(COUNT);
    }
}
