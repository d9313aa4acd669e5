package dev.hubtwin.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.delivery.DeliveryResult.Fate;
import dev.hubtwin.internal.world.Settings.DeliverTo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The courier")
class WebhookSenderTest {

    private static final byte[] BODY = "{\"zen\":\"\u00fc\"}".getBytes(StandardCharsets.UTF_8);

    private WebhookSender courier = new WebhookSender(Clock.systemUTC(), InetAddress::getAllByName);

    @AfterEach
    void end() {
        courier.close();
    }

    @Test
    @DisplayName("carries the very bytes, and tells what came back")
    void carries() throws Exception {
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start(exchange -> {
            exchange.getResponseHeaders().add("X-Said", "yes");
            exchange.sendResponseHeaders(202, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
        })) {
            DeliveryResult outcome = carry(receiver.url("/a%20b?c=d"), true);
            TestWebhookReceiver.Heard heard = receiver.next();
            assertEquals("/a%20b?c=d", heard.path());
            assertEquals(new String(BODY, StandardCharsets.UTF_8), new String(heard.body(), StandardCharsets.UTF_8));
            assertEquals("127.0.0.1:" + receiver.port(), heard.headers().get("Host"));
            assertEquals(Fate.DELIVERED, outcome.fate());
            assertEquals(
                    "202 ok yes false",
                    outcome.answer().status() + " " + outcome.answer().body() + " "
                            + outcome.answer().headers().get("X-said") + " "
                            + outcome.answer().truncated());
            assertNotNull(outcome.took());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//x", "//x/y?z=1", "///", "/", "/a//b", "/?//c", "/..//x", "//localhost/x"})
    @DisplayName("asks for the very path of the URL")
    void keepsThePath(String path) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> firstLine(server));
            carry("http://127.0.0.1:" + server.getLocalPort() + path, true);
            assertEquals("POST " + path + " HTTP/1.1", line.get(30, TimeUnit.SECONDS));
        }
    }

    private static String firstLine(ServerSocket server) {
        try (Socket socket = server.accept()) {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, FAILED", "404, FAILED", "302, FAILED", "200, DELIVERED", "299, DELIVERED"})
    @DisplayName("knows by the status whether it is delivered, and follows no redirection")
    void judgesByStatus(int status, Fate fate) throws Exception {
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        })) {
            DeliveryResult outcome = carry(receiver.url("/"), true);
            assertEquals(
                    fate + " " + status, outcome.fate() + " " + outcome.answer().status());
            receiver.next();
            assertEquals(0, receiver.waiting());
        }
    }

    @Test
    @DisplayName("tells that nobody listens")
    void findsNobody() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        DeliveryResult outcome = carry("http://127.0.0.1:" + port + "/", true);
        assertEquals(Fate.FAILED, outcome.fate());
        assertTrue(outcome.error().contains("refused"), outcome.error());
    }

    @Test
    @DisplayName("waits for an answer only so long, even if it trickles")
    void losesPatience() throws Exception {
        courier.close();
        courier = new WebhookSender(Clock.systemUTC(), InetAddress::getAllByName, Duration.ofMillis(500));
        CountDownLatch over = new CountDownLatch(1);
        try (TestWebhookReceiver silent = TestWebhookReceiver.start(exchange -> await(over));
                TestWebhookReceiver trickling = TestWebhookReceiver.start(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream body = exchange.getResponseBody();
                    while (true) { // until nobody reads any more
                        body.write('.');
                        body.flush();
                    }
                })) {
            assertEquals(Fate.FAILED, carry(silent.url("/"), true).fate());
            DeliveryResult late = carry(silent.url("/"), true);
            assertTrue(late.error().startsWith("no answer within"));
            assertEquals("504 timed out", late.code() + " " + late.summary());
            over.countDown();
            DeliveryResult endless = carry(trickling.url("/"), true);
            assertTrue(
                    endless.fate() == Fate.FAILED || endless.answer().truncated(),
                    endless.fate().toString());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("reads the beginning of an answer that is too long")
    void readsTheBeginning() throws Exception {
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("x".repeat(WebhookHttpClient.READ + 1).getBytes(StandardCharsets.UTF_8));
        })) {
            DeliveryResult outcome = carry(receiver.url("/"), true);
            assertEquals(
                    "DELIVERED true " + WebhookHttpClient.READ,
                    outcome.fate() + " " + outcome.answer().truncated() + " "
                            + outcome.answer().body().length());
        }
    }

    @Test
    @DisplayName("takes a certificate that proves nothing only where that is said (R113)")
    void checksCertificates(@TempDir Path directory) throws Exception {
        try (TestWebhookReceiver receiver =
                TestWebhookReceiver.startSecure(signedByItself(directory.resolve("store.p12")))) {
            String url = "https://localhost:" + receiver.port() + "/";
            DeliveryResult checked = carry(url, true);
            assertEquals(Fate.FAILED, checked.fate());
            assertTrue(checked.error().startsWith("TLS: "), checked.error());
            assertEquals(0, receiver.waiting());
            assertEquals(Fate.DELIVERED, carry(url, false).fate());
        }
    }

    private static SSLContext signedByItself(Path store) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    @DisplayName("asks for a name once, so that it cannot mean something else when it counts")
    void asksOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        courier.close();
        courier = new WebhookSender(Clock.systemUTC(), host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "192.0.2.1")});
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start()) {
            assertEquals(
                    Fate.DELIVERED,
                    carry("http://turncoat.example:" + receiver.port() + "/", true)
                            .fate());
            assertEquals(
                    "turncoat.example:" + receiver.port(),
                    receiver.next().headers().get("Host"));
            assertEquals(1, asked.get());
            DeliveryResult second = carry("http://turncoat.example:" + receiver.port() + "/", true);
            assertEquals(
                    Fate.REFUSED + " turncoat.example is 192.0.2.1, and this world delivers to loopback addresses only",
                    second.fate() + " " + second.error());
        }
    }

    @Test
    @DisplayName("tries the next address of a name if nobody listens at the first, and none if one of them is too far")
    void triesAddresses() throws Exception {
        courier.close();
        courier = new WebhookSender(
                Clock.systemUTC(),
                host -> host.equals("near.example")
                        ? new InetAddress[] {InetAddress.getByName("127.0.0.77"), InetAddress.getByName("127.0.0.1")}
                        : new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("192.0.2.1")});
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start()) {
            assertEquals(
                    Fate.DELIVERED,
                    carry("http://near.example:" + receiver.port() + "/", true).fate());
            assertEquals(
                    Fate.REFUSED,
                    carry("http://both.example:" + receiver.port() + "/", true).fate());
            assertEquals(1, receiver.waiting());
        }
    }

    @Test
    @DisplayName("tells that a name means nothing")
    void findsNoHost() {
        courier.close();
        courier = new WebhookSender(Clock.systemUTC(), host -> {
            throw new UnknownHostException(host);
        });
        assertEquals(
                "FAILED there is no host nowhere.example",
                carry("http://nowhere.example/", true).fate() + " "
                        + carry("http://nowhere.example/", true).error());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true, true",
        "127.1, true, true",
        "2130706433, true, true",
        "::1, true, true",
        "::ffff:127.0.0.1, true, true",
        "localhost, true, true",
        "10.0.0.1, false, true",
        "172.16.9.9, false, true",
        "192.168.1.1, false, true",
        "fd00::1, false, true",
        "::ffff:10.0.0.1, false, true",
        "3232235777, false, true",
        "169.254.169.254, false, false",
        "fe80::1, false, false",
        "0.0.0.0, false, false",
        "::, false, false",
        "8.8.8.8, false, false",
        "134744072, false, false",
        "::ffff:8.8.8.8, false, false",
        "2001:db8::1, false, false",
        "100.64.0.1, false, false",
        "224.0.0.1, false, false",
        "::127.0.0.1, false, false",
        "64:ff9b::7f00:1, false, false"
    })
    @DisplayName("judges the address and not its spelling")
    void judgesAddresses(String spelled, boolean loopback, boolean near) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(spelled)) {
            assertEquals(loopback, AddressPolicy.admit(DeliverTo.LOOPBACK, address), "loopback");
            assertEquals(near, AddressPolicy.admit(DeliverTo.PRIVATE, address), "private");
            assertTrue(AddressPolicy.admit(DeliverTo.ANY, address), "any");
        }
    }

    private DeliveryResult carry(String url, boolean check) {
        return courier.carry(
                new WebhookRequest(url, Map.of("Content-Type", "application/json"), BODY), check, DeliverTo.LOOPBACK);
    }
}
