package dev.hubtwin.internal.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers are framed. */
class BufferedResponseWriterTest extends ContainerTestBase {

    @Test
    void headSaysTheLengthAndSendsNothing() throws IOException {
        try (RawConnection wire = connect()) {
            RawConnection.Reply small =
                    wire.send("HEAD /hello HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
            assertEquals("5", small.headers().get("content-length"));
            RawConnection.Reply big =
                    wire.send("HEAD /big HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
            assertEquals("300000", big.headers().get("content-length"));
            RawConnection.Reply huge =
                    wire.send("HEAD /huge HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
            assertEquals(String.valueOf(3 << 20), huge.headers().get("content-length"));
            assertEquals("hello", wire.send(GET_HELLO).read().body());
        }
    }

    @ParameterizedTest
    @CsvSource({"/none, 204", "/same, 304"})
    void anAnswerWithoutBodyHasNothingAboutOne(String path, int status) throws IOException {
        try (RawConnection wire = connect()) {
            RawConnection.Reply reply =
                    wire.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").read();
            assertEquals(status, reply.status());
            for (String name : List.of("content-type", "content-length", "transfer-encoding")) {
                assertFalse(reply.headers().containsKey(name), name);
            }
            assertEquals("hello", wire.send(GET_HELLO).read().body());
        }
    }

    @Test
    void anEntityHasItsLengthHoweverLong() throws IOException {
        RawConnection.Reply reply = get("/huge");
        assertEquals(String.valueOf(3 << 20), reply.headers().get("content-length"));
        assertEquals(3 << 20, reply.body().getBytes(ISO_8859_1).length);
    }

    @Test
    void anAnswerMayComeLater() throws IOException {
        assertEquals("later", get("/later").body());
        assertEquals(503, get("/never").status());
    }
}
