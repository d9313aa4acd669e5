package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.seed.SeedCodec;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A state of 2,000 users")
class LargeStateTest extends SmallTwinTestBase {

    private static final String STATE = IntStream.range(0, 2_000)
            .mapToObj("{\"login\": \"user-%d\", \"name\": \"The user of that number\"}"::formatted)
            .collect(Collectors.joining(",", "{\"users\": [", "]}"));

    private HttpResponse<byte[]> export(String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(talk.url() + "/_twin/state"))
                .header("Accept-Encoding", coding)
                .build();
        return talk.client.send(request, BodyHandlers.ofByteArray());
    }

    @Test
    @DisplayName("comes back as it would be written whole, in chunks, compressed or not")
    void comesBack() throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(talk.url() + "/_twin/state"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(STATE))
                .build();
        assertEquals(204, talk.client.send(put, BodyHandlers.discarding()).statusCode());
        byte[] written = SeedCodec.json(SeedCodec.read(STATE, "application/json", SmallTwin.NOON))
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<byte[]> plain = export("identity");
        assertEquals("chunked", plain.headers().firstValue("Transfer-Encoding").orElse("whole"));
        assertArrayEquals(written, plain.body());

        HttpResponse<byte[]> compressed = export("gzip");
        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse("none"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertArrayEquals(written, in.readAllBytes());
        }
    }
}
