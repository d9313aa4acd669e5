package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address answers bear, and where the application begins. */
class RootResolverTest extends ContainerTestBase {

    @Test
    void hostHeaderIsTheHostInUris() throws IOException {
        assertEquals(
                "http://api.github.com/ where http://api.github.com/where?a=1",
                get("/where?a=1").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_host:8080", "[::1]:80", "127.0.0.1", "GitHub.example"})
    void unusualHostsAreKept(String host) throws IOException {
        assertEquals(
                "http://" + host + "/ where http://" + host + "/where",
                where(host).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x/../y", "[::::]", "a:b:c", "a:99999999", "user@host", "<script>"})
    void unusableHostFallsBackToTheBoundAddress(String host) throws IOException {
        String bound = "http://127.0.0.1:" + container.port() + "/";
        assertEquals(bound + " where " + bound + "where", where(host).body());
    }

    @Test
    void absentHostFallsBackInHttp10() throws IOException {
        try (RawConnection wire = connect()) {
            String body = wire.send("GET /where HTTP/1.0\r\n\r\n").read().body();
            assertTrue(body.startsWith("http://127.0.0.1:" + container.port() + "/ where "), body);
        }
    }

    private RawConnection.Reply where(String host) throws IOException {
        try (RawConnection wire = connect()) {
            return wire.send("GET /where HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                    .read();
        }
    }

    @Test
    void rootsDecideBaseRestAndProperties() throws IOException {
        restart(this::world, HttpLimits.DEFAULT);
        assertEquals(
                "http://api.github.com/w/blue/ where http://api.github.com/w/blue/where?a=1",
                get("/w/blue/where?a=1").body());
        assertEquals("blue", get("/w/blue/world").body());
        assertRefused(404, "Not Found", get("/elsewhere"));
    }

    private RootResolver.Rooted world(RootResolver.Head head) {
        String[] parts = head.rawPath().split("/", 4);
        if (!parts[1].equals("w")) {
            throw new IllegalArgumentException("no world");
        }
        URI base = URI.create(head.origin() + "/w/" + parts[2] + "/");
        return new RootResolver.Rooted(base, parts[3], Map.of("world", parts[2]));
    }

    @Test
    void rootsThatFailAreAnsweredBeforeAnybodyWaitsForABody() throws IOException {
        restart(
                head -> {
                    throw new IllegalStateException("a secret");
                },
                HttpLimits.DEFAULT);
        try (RawConnection wire = connect()) {
            wire.send(post("/echo", 4, "Expect: 100-continue\r\n"));
            assertRefused(500, "Server Error", wire.read());
        }
    }

    @Test
    void whatIsRefusedWhateverItsBodyIsGetsItsAnswerBeforeIt() throws IOException {
        restart(head -> unread(head, RootResolver.Body.UNREAD), HttpLimits.DEFAULT);
        try (RawConnection wire = connect()) {
            wire.send(post("/echo", 1_000_000, "Expect: 100-continue\r\n"));
            RawConnection.Reply reply = wire.read();
            assertEquals(
                    "200 close ''",
                    reply.status() + " " + reply.headers().get("connection") + " '" + reply.body() + "'");
            wire.send("x".repeat(1_000_000));
            assertTrue(wire.isAtEnd(), "what is sent all the same is not taken for a request");
        }
        try (RawConnection wire = connect()) {
            assertEquals("hello", wire.send(GET_HELLO).read().body());
            assertEquals("hello", wire.send(GET_HELLO).read().body(), "without a body the connection goes on");
        }
    }

    @Test
    void rootsDecideHowLongABodyMayBe() throws IOException {
        restart(head -> unread(head, RootResolver.Body.upTo(3)), HttpLimits.DEFAULT);
        try (RawConnection wire = connect()) {
            assertEquals(200, wire.send(post("/echo", 3, "") + "abc").read().status());
            assertRefused(
                    413, "Payload Too Large", wire.send(post("/echo", 4, "")).read());
        }
    }

    private static RootResolver.Rooted unread(RootResolver.Head head, RootResolver.Body body) {
        RootResolver.Rooted at = RootResolver.AT_SLASH.root(head);
        return new RootResolver.Rooted(at.base(), at.restOfPath(), at.properties(), body, Turn.FREE);
    }
}
