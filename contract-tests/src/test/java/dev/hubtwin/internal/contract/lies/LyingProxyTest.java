package dev.hubtwin.internal.contract.lies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy: honest to the byte until it is told to lie. */
@DisplayName("The lying proxy")
class LyingProxyTest {

    private static Twin twin;
    private static LyingProxy proxy;

    @BeforeAll
    static void start() {
        twin = TestTwin.start(CredentialWorld.seed());
        proxy = new LyingProxy(URI.create(twin.url()));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        twin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 Fine\r\nx-ODD:  spaced \r\nContent-Length: 4\r\n\r\n\u0000\u00ff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n3;a=b\r\n\u001f\u008b\b\r\n0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n"
            })
    @DisplayName("Requests and answers go through byte for byte")
    void forwards(String answer) throws Exception {
        String request =
                "PATCH /orgs/acme?a=%20 HTTP/1.1\r\nhost: twin.example\r\nX-Odd: \u00e9\r\nContent-Length: 3\r\n\r\n{\"\u0000";
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LyingProxy between = new LyingProxy(URI.create("http://127.0.0.1:" + server.getLocalPort()))) {
            CompletableFuture<String> heard =
                    CompletableFuture.supplyAsync(() -> serve(server, request.length(), answer));
            try (Socket caller =
                    new Socket("127.0.0.1", URI.create(between.url()).getPort())) {
                caller.getOutputStream().write(request.getBytes(ISO_8859_1));
                assertEquals(answer, new String(caller.getInputStream().readNBytes(answer.length()), ISO_8859_1));
            }
            assertEquals(request, heard.get());
        }
    }

    private static String serve(ServerSocket server, int length, String answer) {
        try (Socket caller = server.accept()) {
            String heard = new String(caller.getInputStream().readNBytes(length), ISO_8859_1);
            OutputStream out = caller.getOutputStream();
            out.write(answer.getBytes(ISO_8859_1));
            out.flush();
            return heard;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName(
            "A lie is told of its operation and status, and counted; of nothing else, and never of the control API")
    void tellsItsLie() throws IOException {
        proxy.setLie(Optional.of(Lies.derive().lies().get("orgs/get 200 drop /login")));
        assertTrue(get("/orgs/acme").json().path("login").isMissingNode());
        assertTrue(get("/api/v3/orgs/acme").json().path("login").isMissingNode());
        assertEquals(2, proxy.lieCount());
        assertEquals(404, get("/orgs/nobody").status());
        assertEquals("acme", get("/organizations").json().path(0).path("login").asText());
        assertEquals(200, get("/_twin/state").status());
        assertEquals(2, proxy.lieCount());
        proxy.setLie(Optional.empty());
        assertEquals("acme", get("/orgs/acme").json().path("login").asText());
    }

    @Test
    @DisplayName(
            "A forgotten write is answered as if it were done; only reading back tells, and the fork is thrown away")
    void forgets() throws IOException {
        proxy.setLie(Optional.of(Lies.derive().lies().get("orgs/update forgotten")));
        HttpMessage answer = send("PATCH", "/orgs/acme", "{\"name\": \"Forgotten\"}");
        assertEquals("Forgotten", answer.json().path("name").asText());
        assertTrue(
                answer.json().path("url").asText().endsWith("/orgs/acme")
                        && !answer.text().contains("forgotten-"),
                answer::text);
        assertNotEquals("Forgotten", get("/orgs/acme").json().path("name").asText());
        assertEquals(1, proxy.lieCount());
        assertEquals(404, send("PATCH", "/orgs/nobody", "{}").status());
        assertEquals(1, proxy.lieCount());
        proxy.setLie(Optional.empty());
        assertTrue(!get("/_twin/worlds").text().contains("forgotten-"));
    }

    @Test
    @DisplayName(
            "Every lie has an id of its own, the same each time, and each operation and each documented status is lied about")
    void areStable() {
        List<String> ids = List.copyOf(Lies.derive().lies().keySet());
        assertEquals(ids, List.copyOf(Lies.derive().lies().keySet()));
        assertEquals(46, Lies.operations().size());
        for (var operation : Lies.operations()) {
            for (int status : Lies.statuses(operation)) {
                assertTrue(
                        ids.contains(operation.id() + " " + status + " as 418"), () -> operation.id() + " " + status);
            }
        }
    }

    private static HttpMessage get(String path) throws IOException {
        return send("GET", path, "");
    }

    private static HttpMessage send(String method, String path, String body) throws IOException {
        URI at = URI.create(proxy.url());
        try (TwinConnection wire = new TwinConnection(new InetSocketAddress(at.getHost(), at.getPort()))) {
            List<String> headers =
                    List.of("Host: 127.0.0.1", "User-Agent: proxy-test", "Authorization: Bearer ghp_able");
            return wire.send(new HttpMessage(method + " " + path + " HTTP/1.1", headers, new byte[0])
                    .withBody(body.getBytes(ISO_8859_1)));
        }
    }
}
