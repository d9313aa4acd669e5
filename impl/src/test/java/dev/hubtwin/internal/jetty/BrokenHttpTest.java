package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP, or too much of it, and what fails inside. */
class BrokenHttpTest extends ContainerTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET hello HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /hello#fragment HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /orgs/a\tb HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /hello HTTP/1.1\r\n\r\n",
                "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /hello HTTP/1.1\r\nHost: a\"b\r\n\r\n",
                "GET http://h/hello HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET http://elsewhere/hello HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /hello HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
                "GET /hello HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: abc\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void brokenHttpIsABadRequest(String request) throws IOException {
        try (RawConnection wire = connect()) {
            assertRefused(400, "Bad Request", wire.send(request).read());
        }
    }

    @Test
    void aConnectionThatEndsAfterItsAnswerSaysSo() throws IOException {
        try (RawConnection wire = connect()) {
            assertEquals("close", wire.send("garbage\r\n\r\n").read().headers().get("connection"));
            assertTrue(wire.isAtEnd());
        }
    }

    @Test
    void tooLargeHeadersAreRefused() throws IOException {
        try (RawConnection wire = connect()) {
            wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");
            assertRefused(431, "Request Header Fields Too Large", wire.read());
        }
    }

    @Test
    void whatTheApplicationThrowsStaysInside() throws IOException {
        assertRefused(500, "Server Error", get("/boom"));
    }

    @Test
    void anEntityThatFailsHalfwayIsNoAnswer() throws IOException {
        assertRefused(500, "Server Error", get("/half"));
    }
}
