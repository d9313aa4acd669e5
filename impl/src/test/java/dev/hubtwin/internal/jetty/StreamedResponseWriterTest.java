package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A body that is sent while it is written")
class StreamedResponseWriterTest extends ContainerTestBase {

    private static final int LONG = 1_000_000;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(String method, String target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + container.port() + target))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    @DisplayName("has its length if it is short, however often it is flushed")
    void hasItsLength() throws Exception {
        HttpResponse<String> answer = send("GET", "/streamed?bytes=12");
        assertEquals("012345678901", answer.body());
        assertEquals("12", answer.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    @DisplayName("is sent in chunks if it is long, and leaves the connection to the next request")
    void isSentInChunks() throws Exception {
        HttpResponse<String> answer = send("GET", "/streamed?bytes=" + LONG);
        assertEquals("0123456789".repeat(LONG / 10), answer.body());
        assertEquals("chunked", answer.headers().firstValue("Transfer-Encoding").orElseThrow());
        assertEquals("hello", send("GET", "/hello").body());
    }

    @Test
    @DisplayName("is a 500 if it fails before anything was sent, and a broken connection if it fails later")
    void isNotTakenForWhole() throws Exception {
        HttpResponse<String> early = send("GET", "/streamed?bytes=12&fails=true");
        assertEquals(500, early.statusCode());
        assertFalse(early.body().contains("secret"), early.body());
        assertThrows(IOException.class, () -> send("GET", "/streamed?fails=true&bytes=" + LONG));
    }

    @Test
    @DisplayName("is not written for HEAD")
    void isNotWrittenForHead() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/streamed?fails=true&bytes=" + LONG);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().isEmpty());
    }
}
