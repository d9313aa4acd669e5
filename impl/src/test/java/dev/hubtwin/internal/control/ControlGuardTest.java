package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.control.RootCalls.Answer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The guard of the twin's own operations")
class ControlGuardTest {

    private static final int MOST = 2_000_000;
    private static final String WORLD = "users: [{login: olivia}]";
    private static TwinServer twin;

    @BeforeAll
    static void start() {
        twin = start("127.0.0.1", Optional.empty());
    }

    private static TwinServer start(String host, Optional<String> token) {
        return TwinServer.start(
                SeedCodec.read(WORLD, "application/yaml", Instant.EPOCH),
                new TwinServer.Config(host, 0, Clock.systemUTC(), token, Optional.empty(), Duration.ZERO, MOST));
    }

    @AfterAll
    static void stop() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "PUT /_twin/state, Origin: http://evil.example, 403",
        "PATCH /w/default/_twin/state, Origin: null, 403",
        "POST /_twin/faults, Host: evil.example, 403",
        "POST /_twin/reset, User-Agent: GitHub-Hookshot/044aadd, 403",
        "POST /settings/apps, Origin: http://evil.example, 403",
    })
    void refusesByTheHeadersAndReadsNoBody(String line, String header, int status) throws IOException {
        // Nothing of the body is ever sent: who waits for it never answers.
        String answer = raw(twin, line, header + "\r\nExpect: 100-continue\r\nContent-Length: 64000000");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
    }

    @Test
    void withoutTheTokenABodyIsNotReadEither() throws IOException {
        try (TwinServer exposed = start("0.0.0.0", Optional.of("let-me-in"))) {
            String body = "Content-Length: 64000000\r\nHost: localhost";
            assertTrue(raw(exposed, "PUT /_twin/state", body).startsWith("HTTP/1.1 401 "));
            assertTrue(raw(exposed, "PUT /_twin/state", body + "\r\nAuthorization: Bearer let-me")
                    .startsWith("HTTP/1.1 401 "));
            for (String scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
                String known = "Host: localhost\r\nConnection: close\r\nAuthorization: " + scheme + " let-me-in";
                assertTrue(raw(exposed, "GET /_twin/health", known).startsWith("HTTP/1.1 200 "), scheme);
            }
        }
    }

    @Test
    void withoutTheTokenWhatIsDescribedToTakeItIsRefusedAndNothingElse() throws IOException {
        JsonNode description =
                new ObjectMapper().readTree(ControlGuardTest.class.getResourceAsStream("/openapi/control.json"));
        Set<String> described = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        try (TwinServer exposed = start("0.0.0.0", Optional.of("let-me-in"))) {
            for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    String line = operation.getKey().toUpperCase(Locale.ROOT) + " "
                            + path.getKey().replaceAll("\\{[^}]+}", "1");
                    if (operation.getValue().path("security").findValue("control_token") != null) {
                        described.add(line);
                    }
                    if (raw(exposed, line, "Content-Length: 0\r\nConnection: close")
                            .startsWith("HTTP/1.1 401 ")) {
                        refused.add(line);
                    }
                }
            }
        }
        assertEquals(described, refused);
        assertTrue(described.size() > 20, described::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-Agent: GitHub-Hookshot/044aadd",
                "User-Agent: github-hookshot/1",
                "User-Agent: a-proxy\r\nX-GitHub-Delivery: 0b989ba4-242f-11e5-81e1-c7b6966d2516"
            })
    void takesNoDeliveryOfAWebhook(String headers) throws Exception {
        calls().send("PATCH", "/_twin/state", "users: [{login: zoe}]");
        String before = calls().get("/_twin/state").body();
        String answer = raw(twin, "POST /_twin/reset", headers + "\r\nContent-Length: 0");
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.endsWith("{\"message\":\"The control API and the pages take no delivery of a webhook.\"}"));
        assertEquals(before, calls().get("/_twin/state").body());
    }

    @Test
    void aStateBeyondTheBoundIsRefusedByItsLengthUnread() throws IOException {
        String answer = raw(twin, "PUT /_twin/state", "Expect: 100-continue\r\nContent-Length: " + (MOST + 1));
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertFalse(answer.contains("100 Continue"), answer);
        assertTrue(
                answer.endsWith("{\"message\":\"A state may have 2000000 bytes here; --max-state raises that.\"}"),
                answer);
    }

    @Test
    void aStateInChunksIsRefusedWhenItHasPassedTheBound() throws IOException {
        try (Socket socket = connect(twin)) {
            socket.getOutputStream().write(head("PUT /_twin/state", "Transfer-Encoding: chunked"));
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent <= MOST; sent += 0x10000) {
                socket.getOutputStream().write(chunk);
            }
            assertTrue(start(socket).startsWith("HTTP/1.1 413 "), "before the last chunk");
        }
    }

    @Test
    void aLargeStateWithinTheBoundIsTaken() throws Exception {
        String large = WORLD + " #" + "x".repeat(MOST - WORLD.length() - 2);
        assertEquals(204, calls().put("/_twin/state", large).status());
        assertEquals(413, calls().put("/_twin/state", large + "x").status());
    }

    @Test
    void onlyAStateMayBeThatLarge() throws Exception {
        assertEquals(
                413,
                calls().send("POST", "/_twin/faults", "x".repeat((1 << 20) + 1)).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state",
                "health",
                "metrics",
                "requests",
                "deliveries",
                "mails",
                "settings",
                "worlds",
                "snapshots/none"
            })
    void nobodyKeepsOrGuessesAtAnAnswerOfTheControlApi(String what) throws Exception {
        Answer answer = what.contains("/") ? calls().delete("/_twin/" + what) : calls().get("/_twin/" + what);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(null, answer.header("Access-Control-Allow-Origin"));
    }

    private static RootCalls calls() {
        return new RootCalls(twin.url());
    }

    private static Socket connect(TwinServer to) throws IOException {
        Socket socket = new Socket("127.0.0.1", URI.create(to.url()).getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] head(String line, String headers) {
        String host = headers.contains("Host:") ? "" : "Host: localhost\r\n";
        String agent = headers.contains("User-Agent:") ? "" : "User-Agent: test\r\n";
        return (line + " HTTP/1.1\r\n" + host + agent + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What a server says to a head alone. */
    private static String raw(TwinServer to, String line, String headers) throws IOException {
        try (Socket socket = connect(to)) {
            socket.getOutputStream().write(head(line, headers));
            return start(socket);
        }
    }

    /** An answer as long as it says. */
    private static String start(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        String length = text.toString().replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1");
        return text.append(new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8))
                .toString();
    }
}
