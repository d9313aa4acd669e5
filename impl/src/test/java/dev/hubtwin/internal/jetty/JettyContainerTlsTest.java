package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.tls.Pem;
import dev.hubtwin.internal.tls.TestCertificates;
import dev.hubtwin.internal.tls.TlsIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Tag("slow")
class JettyContainerTlsTest {

    private static final String GET_HELLO = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

    @TempDir
    private static Path directory;

    private static TlsIdentity kept;

    private final SampleApplication.Gate gate = new SampleApplication.Gate();
    private JettyContainer container;

    @BeforeAll
    static void make() {
        kept = TlsIdentity.kept(directory, List.of(), Clock.systemUTC());
    }

    @BeforeEach
    void start() {
        container = start(kept, HttpLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        gate.open();
        container.close();
    }

    private JettyContainer start(TlsIdentity tls, HttpLimits limits) {
        JettyContainer started =
                new JettyContainer("127.0.0.1", 0, SampleApplication.application(gate), RootResolver.AT_SLASH, limits);
        started.listenTls(0, tls);
        started.start();
        return started;
    }

    private void restart(TlsIdentity tls, HttpLimits limits) {
        container.close();
        container = start(tls, limits);
    }

    private static HttpLimits limits(int bodyBytes, Duration idle, int threads) {
        return new HttpLimits(bodyBytes, HttpLimits.DEFAULT.headerBytes(), idle, threads);
    }

    /** A connection of a client that trusts exactly what is printed, and is told that this host is here. */
    private SSLSocket connect(String host) throws Exception {
        return connect(TestCertificates.trusting(kept.pem()), host);
    }

    private SSLSocket connect(SSLContext trust, String host) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(raw(), host, container.tlsPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private Socket raw() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), container.tlsPort());
    }

    // --- who is trusted ---

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aClientThatTrustsWhatIsPrintedIsServed(String host) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TestCertificates.trusting(kept.pem()))
                .build();
        String base = "https://" + host + ":" + container.tlsPort() + "/";
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "where?a=1")).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertEquals(base + " where " + base + "where?a=1", answer.body());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.github.com", "blue.localhost", "localhost", "127.0.0.1", "::1"})
    void allItsNamesAreServedAndVerified(String host) throws Exception {
        try (RawConnection wire = new RawConnection(connect(host))) {
            wire.send("GET /where HTTP/1.1\r\nHost: api.github.com\r\n\r\n");
            assertEquals(
                    "https://api.github.com/ where https://api.github.com/where",
                    wire.read().body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "127.0.0.1:1", "[::1]", "my_host"})
    void aHostThatItDoesNotNameIsServedToo(String host) throws Exception {
        try (RawConnection wire = new RawConnection(connect("localhost"))) {
            wire.send("GET /where HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            assertEquals(
                    "https://" + host + "/ where https://" + host + "/where",
                    wire.read().body());
        }
    }

    @Test
    void whoAsksForAnotherNameGetsTheSameCertificate() throws Exception {
        try (SSLSocket socket = connect("elsewhere.example")) {
            socket.setSSLParameters(unverified(socket));
            assertEquals(
                    "hello", new RawConnection(socket).send(GET_HELLO).read().body());
        }
        try (SSLSocket socket = connect("elsewhere.example")) {
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
    }

    private static SSLParameters unverified(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("");
        return parameters;
    }

    @Test
    void aClientThatTrustsAnotherIsNotServed() throws Exception {
        TestCertificates other = TestCertificates.bySelf(directory, "-keyalg", "EC");
        try (SSLSocket socket = connect(TestCertificates.trusting(other.chainPem()), "localhost")) {
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
        try (RawConnection wire = new RawConnection(connect("localhost"))) {
            assertEquals("hello", wire.send(GET_HELLO).read().body());
        }
    }

    @Test
    void aGivenChainIsServedWhole() throws Exception {
        TestCertificates given = TestCertificates.byAuthority(directory);
        restart(given(given.chainPem(), given.keyPem()), HttpLimits.DEFAULT);
        String authority =
                Pem.of("CERTIFICATE", given.chain().get(1).getEncoded()).text();
        try (SSLSocket socket = connect(TestCertificates.trusting(authority), "localhost")) {
            assertEquals(
                    "hello", new RawConnection(socket).send(GET_HELLO).read().body());
            assertEquals(given.chain(), List.of(socket.getSession().getPeerCertificates()));
        }
    }

    @Test
    void aGivenRsaKeyServes() throws Exception {
        TestCertificates given = TestCertificates.bySelf(directory, "-keyalg", "RSA", "-keysize", "2048");
        restart(given(given.chainPem(), given.oldKeyPem()), HttpLimits.DEFAULT);
        try (RawConnection wire =
                new RawConnection(connect(TestCertificates.trusting(given.chainPem()), "localhost"))) {
            assertEquals("hello", wire.send(GET_HELLO).read().body());
        }
    }

    private static TlsIdentity given(String certificates, String key) throws IOException {
        Path both = Files.createTempFile(directory, "given", ".pem");
        Files.writeString(both, key + certificates);
        return TlsIdentity.given(both, both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsAreSpoken(String version) throws Exception {
        try (SSLSocket socket = connect("localhost")) {
            socket.setEnabledProtocols(new String[] {version});
            assertEquals(
                    "hello", new RawConnection(socket).send(GET_HELLO).read().body());
            assertEquals(version, socket.getSession().getProtocol());
        }
    }

    // --- the same server ---

    @Test
    void thePlainPortServesAsBefore() throws IOException {
        assertEquals(
                "http://api.github.com/ where http://api.github.com/where",
                RawConnection.get(container.port(), "/where").body());
    }

    @Test
    void theSameLimitsAndErrorsHold() throws Exception {
        restart(kept, limits(1000, Duration.ofSeconds(30), 200));
        try (RawConnection wire = new RawConnection(connect("localhost"))) {
            wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
            RawConnection.Reply longOne = wire.read();
            assertEquals("hello", longOne.body());
            assertFalse(longOne.headers().containsKey("server"));
            assertJson(404, wire.send("GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n").read());
        }
        try (RawConnection wire = new RawConnection(connect("localhost"))) {
            assertJson(
                    431,
                    wire.send("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(40_000) + "\r\n\r\n")
                            .read());
        }
        try (RawConnection wire = new RawConnection(connect("localhost"))) {
            assertJson(
                    413,
                    wire.send("POST /length HTTP/1.1\r\nHost: h\r\nContent-Length: 9000\r\n\r\n" + "x".repeat(9000))
                            .read());
            assertTrue(wire.isAtEnd());
        }
    }

    private static void assertJson(int status, RawConnection.Reply reply) {
        assertEquals(status, reply.status());
        assertEquals("application/json; charset=utf-8", reply.headers().get("content-type"));
        assertTrue(reply.body().endsWith("\"status\":\"" + status + "\"}"), reply.body());
    }

    @Test
    void aLongBodyAndALongAnswerPass() throws Exception {
        try (RawConnection wire = new RawConnection(connect("localhost"))) {
            int length = 1 << 20;
            wire.send("POST /length HTTP/1.1\r\nHost: h\r\nContent-Length: " + length + "\r\n\r\n")
                    .send(new byte[length]);
            assertEquals(String.valueOf(length), wire.read().body());
            assertEquals(
                    3 << 20,
                    wire.send("GET /huge HTTP/1.1\r\nHost: h\r\n\r\n")
                            .read()
                            .body()
                            .length());
        }
    }

    // --- what is no TLS ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET https://h/hello HTTP/1.1\r\nHost: h\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc",
                "garbage\r\n\r\n"
            })
    void plainHttpIsABadRequest(String request) throws IOException {
        try (RawConnection wire = new RawConnection(raw())) {
            assertJson(400, wire.send(request).read());
        }
    }

    @Test
    void brokenTlsIsClosed() throws IOException {
        try (RawConnection wire = new RawConnection(raw())) {
            wire.send(new byte[] {22, 3, 1, 0, 4, 9, 9, 9, 9});
            assertTrue(wire.endsWithin(1000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void aHandshakeThatStandsStillIsClosed(int bytes) throws IOException {
        restart(kept, limits(1000, Duration.ofMillis(100), 200));
        try (RawConnection wire = new RawConnection(raw())) {
            wire.send(beginning(bytes));
            assertTrue(wire.endsWithin(1000));
        }
    }

    @Test
    void slowHandshakesHoldNobodyElse() throws Exception {
        // The fewest threads there may be: one for each of these would not do.
        restart(kept, limits(1000, Duration.ofSeconds(30), 8));
        List<RawConnection> slow = new ArrayList<>();
        try (RawConnection plain = new RawConnection(container.port())) {
            for (int i = 0; i < 200; i++) {
                slow.add(new RawConnection(raw()).send(beginning(1 + i % 5)));
            }
            for (int i = 0; i < 20; i++) {
                try (RawConnection wire = new RawConnection(connect("localhost"))) {
                    assertEquals("hello", wire.send(GET_HELLO).read().body());
                }
                assertEquals("hello", plain.send(GET_HELLO).read().body());
            }
        } finally {
            for (RawConnection wire : slow) {
                wire.close();
            }
        }
    }

    /** So many bytes of a record that promises 512. */
    private static byte[] beginning(int bytes) {
        return Arrays.copyOf(new byte[] {22, 3, 1, 2, 0}, bytes);
    }

    // --- its own life ---

    @Test
    void closingEndsConnectionsAndThreads() throws Exception {
        try (RawConnection idle = new RawConnection(connect("localhost"));
                RawConnection half = new RawConnection(raw())) {
            idle.send(GET_HELLO).read();
            half.send(beginning(5));
            int port = container.tlsPort();
            container.close();
            assertTrue(idle.isAtEnd());
            assertTrue(half.endsWithin(1000));
            assertThrows(IOException.class, () -> new RawConnection(port));
        }
        SampleApplication.assertNoThreadIsLeft();
    }

    @Test
    void aPortInUseIsSaid() {
        JettyContainer second = new JettyContainer("127.0.0.1", 0, SampleApplication.application(gate));
        second.listenTls(container.tlsPort(), kept);
        String said = assertThrows(UncheckedIOException.class, second::start).getMessage();
        assertTrue(said.contains(String.valueOf(container.tlsPort())), said);
    }

    @Test
    void withoutTlsThereIsNoPortOfIt() {
        try (JettyContainer plain = new JettyContainer("127.0.0.1", 0, SampleApplication.application(gate))) {
            assertThrows(IllegalStateException.class, plain::tlsPort);
        }
    }
}
