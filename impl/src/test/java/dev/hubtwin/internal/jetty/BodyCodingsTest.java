package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that would have to be decoded. */
class BodyCodingsTest extends ContainerTestBase {

    private static final String CHUNKS = "\r\n3\r\nabc\r\n0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"
            })
    void otherTransferCodingsThanChunkedAreNotTakenUndecoded(String header) throws IOException {
        try (RawConnection wire = connect()) {
            int status = wire.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\n" + header + "\r\n"
                            + CHUNKS + GET_HELLO)
                    .read()
                    .status();
            assertTrue(status == 501 || status == 400, "status " + status);
            assertTrue(wire.isAtEnd(), "what follows on the connection is no request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "zstd", "identity, gzip", "unheard-of"})
    void contentCodingsAreRefused(String coding) throws IOException {
        try (RawConnection wire = connect()) {
            wire.send(post("/echo", 3, "Content-Encoding: " + coding + "\r\n") + "abc");
            assertRefused(415, "Unsupported Media Type", wire.read());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: Chunked",
                "Transfer-Encoding: chunked\r\nContent-Encoding: identity",
                "Transfer-Encoding: chunked\r\nContent-Encoding: UTF-8"
            })
    void plainBodiesAreTaken(String header) throws IOException {
        try (RawConnection wire = connect()) {
            RawConnection.Reply reply = wire.send(
                            "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\n" + header + "\r\n" + CHUNKS)
                    .read();
            assertEquals("200 abc", reply.status() + " " + reply.body());
        }
    }
}
