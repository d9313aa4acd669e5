package dev.hubtwin.internal.contract.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.AppSigningKey;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an attacker sends: drawn by kinds from a table, a few of each in every build and many with {@code -Pfull}. A
 * failure names the number that its request was drawn by.
 */
@DisplayName("Whoever means harm")
@Timeout(600)
class HostileTest {

    static final String OWNER = "ghp_oliviaoliviaoliviaoliviaolivia";

    private static final int EACH = Boolean.getBoolean("hubtwin.full") ? 1_000 : 20;

    /** More than the twin waits for anything but a body that stops, and less than for that. */
    private static final int PATIENCE_MILLISECONDS = 20_000;

    private static final AppSigningKey KEY = AppSigningKey.fresh();
    private static Twin twin;
    private static String before;

    @BeforeAll
    static void start() {
        twin = TestTwin.start("""
                users: [{login: olivia}]
                organizations:
                  - {login: acme, members: [{login: olivia, role: admin}]}
                  - {login: tinker, members: [{login: olivia, role: admin}]}
                apps: [{slug: twin-app, id: 4242, owner: acme, client_id: Iv1.able, client_secret: able-secret,
                        private_key: PRIVATE_KEY}]
                tokens: [{token: OWNER, user: olivia, scopes: ["admin:org", user]}]
                settings: {rate_limit: off}
                """.replace("PRIVATE_KEY", KEY.inYaml()).replace("OWNER", OWNER));
        twin.world().state().merge("users: [{login: zoe}]"); // whom a reset would forget
        before = twin.world().state().export().toJson();
    }

    @BeforeEach
    void putBack() {
        twin.world().state().replace(before);
    }

    @AfterAll
    static void stop() {
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("gets nothing done by requests that are not HTTP, or not quite")
    void attacksHttp(HttpAttack kind) throws IOException {
        for (int i = 0; i < EACH; i++) {
            String request = kind.draw(random(i));
            String answer = send(request);
            assertSound(answer, kind.statuses(), kind, i, request);
            assertEquals(before, state(), () -> "changed by " + shown(kind, request));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is nobody with a credential that is not one")
    void forgesCredentials(BadCredential kind) throws IOException {
        for (int i = 0; i < 4 * EACH; i++) {
            String header = kind.draw(random(i));
            String request = "GET /user HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\nConnection: close\r\n" + header
                    + "\r\n\r\n";
            assertSound(send(request), Set.of(400, 401, 431), kind, i, request);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is not an app with a JSON web token that it did not sign, or that is not one")
    void forgesTokens(ForgedToken kind) throws IOException {
        for (int i = 0; i < EACH; i++) {
            String token = kind.draw(random(i), KEY);
            String request = "GET /app HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + token + "\r\n\r\n";
            assertSound(send(request), Set.of(400, 401, 404, 431), kind, i, request);
        }
    }

    @Test
    @DisplayName("whereas who means none is served")
    void servesOthers() throws IOException {
        String start = " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\nConnection: close\r\nAuthorization: ";
        assertTrue(send("GET /user" + start + "token " + OWNER + "\r\n\r\n").startsWith("HTTP/1.1 200 "));
        String token = KEY.token(4242, Instant.now());
        assertTrue(send("GET /app" + start + "bearer " + token + "\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    private static void assertSound(String answer, Set<Integer> statuses, Object kind, int number, String request) {
        int status = answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
        assertTrue(
                statuses.contains(status),
                () -> "number " + number + " of " + shown(kind, request) + "\n→ " + shown("answer", answer));
        String lower = answer.toLowerCase(Locale.ROOT);
        for (String page : new String[] {"<html", "<!doctype", "exception", "\tat ", "jetty", "jersey", "smuggled"}) {
            assertFalse(lower.contains(page), () -> page + " in the answer to " + shown(kind, request));
        }
    }

    /** Numbers that follow each other begin alike in {@link Random} unless they are spread. */
    private static Random random(int number) {
        return new Random(number * 0x9E3779B97F4A7C15L);
    }

    private static String shown(Object what, String text) {
        return what + ": " + (text.length() < 600 ? text : text.substring(0, 600) + "… of " + text.length());
    }

    private static String state() {
        return twin.world().state().export().toJson();
    }

    /** All that comes back until the twin ends the connection, a byte a character. */
    private static String send(String request) throws IOException {
        URI server = URI.create(twin.url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException e) {
                // it has refused already, and listens no more
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException e) {
                // reset, with what was sent before it
            }
            return answer.toString(ISO_8859_1);
        }
    }
}
