package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for what no sensible client asks. */
class RequestTargetsTest extends ContainerTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/orgs/%2",
                "/%00",
                "/orgs/%00",
                "/orgs/%u2192",
                "/..",
                "/../hello",
                "/|",
                "/orgs/a|b",
                "/orgs/a\\b",
                "/orgs/{a}",
                "/orgs/[a]",
                "/orgs/^",
                "/\"",
                "/<x>",
                ":"
            })
    void whatNoUriHoldsIsNotFound(String target) throws IOException {
        assertRefused(404, "Not Found", get(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w/%zz", "/w/%00", "/w/../..", "/w/a%", "/w/%u2192?a=%zz"})
    void whatCannotBeDecodedIsRefusedAsItsRootSpeaks(String target) throws IOException {
        restart(
                new RootResolver() {
                    @Override
                    public Rooted root(Head head) {
                        return RootResolver.AT_SLASH.root(head);
                    }

                    @Override
                    public Refused refused(Unserved request) {
                        return new Refused(Map.of(), request.rawPath().startsWith("/w/") + " " + request.status());
                    }
                },
                HttpLimits.DEFAULT);
        try (RawConnection wire = connect()) {
            assertEquals(
                    "true 404",
                    wire.send("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n")
                            .read()
                            .body());
            assertEquals("hello", wire.send(GET_HELLO).read().body(), "the connection goes on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//hello", "///", "/a/../hello", "/hello/%2e%2e/hello", "/hello%2F", "/é"})
    void oddButLegalPathsReachTheApplicationWhichKnowsNone(String target) throws IOException {
        assertEquals(404, get(target).status());
    }

    @Test
    void aVeryLongPathIsNotFoundAndALongerOneTooLong() throws IOException {
        assertEquals(404, get("/" + "x".repeat(30_000)).status());
        assertRefused(414, "URI Too Long", get("/" + "x".repeat(40_000)));
    }

    @ParameterizedTest
    @CsvSource({"/orgs/a%2Fb, a/b", "/orgs/%2e%2e, ..", "/orgs/a%20b, a b"})
    void encodedPathsArriveDecoded(String target, String org) throws IOException {
        assertEquals(org, get(target).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "{a}", "%zz", "%", "a^`b", "[a]", "\"<>\\"})
    void anyQueryIsTaken(String q) throws IOException {
        assertEquals(q, get("/query?q=" + q).body());
    }

    @Test
    void aTargetWithoutPathIsNotFound() throws IOException {
        try (RawConnection wire = connect()) {
            assertRefused(
                    404,
                    "Not Found",
                    wire.send("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").read());
        }
    }
}
