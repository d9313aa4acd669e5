package dev.hubtwin.internal.description;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.Twin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A served description")
class DescriptionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Twin twin;

    @BeforeAll
    static void start() {
        twin = Twin.start();
        twin.fork("ci-1");
    }

    @AfterAll
    static void stop() {
        twin.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi, openapi, 3.0",
        "/openapi, openapi, 3.1",
        "/_twin/openapi, control, 3.0",
        "/_twin/openapi, control, 3.1"
    })
    @DisplayName("is what is published, but for its servers, the same in YAML and JSON")
    void isWhatIsPublished(String path, String name, String edition) throws Exception {
        JsonNode json = JSON.readTree(get(path + ".json?edition=" + edition).body());
        assertTrue(json.path("openapi").textValue().startsWith(edition));
        assertEquals(
                json,
                new YAMLMapper().readTree(get(path + ".yaml?edition=" + edition).body()));
        JsonNode published =
                JSON.readTree(DescriptionsTest.class.getResourceAsStream("/openapi/" + name + "-" + edition + ".json"));
        assertNotEquals(published, json);
        ((ObjectNode) json).set("servers", published.path("servers"));
        assertEquals(published, json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/openapi.yaml", "/_twin/openapi.json", "/_twin/openapi.yaml"})
    @DisplayName("is the edition of 3.0 unless 3.1 is asked for")
    void isTheOlderEdition(String path) throws Exception {
        byte[] older = get(path + "?edition=3.0").body();
        assertArrayEquals(older, get(path).body());
        assertArrayEquals(older, get(path + "?edition=2.0").body());
    }

    @ParameterizedTest
    @CsvSource({
        "'', /openapi.json, '/ /api/v3'",
        "/w/ci-1, /openapi.json, '/w/ci-1 /w/ci-1/api/v3'",
        "/api/v3, /openapi.json, '/ /api/v3'",
        "'', /_twin/openapi.json, /",
        "/w/ci-1, /_twin/openapi.json, /w/ci-1"
    })
    @DisplayName("has the server that is asked as its servers: GitHub's API at both roots of the world, control at one")
    void hasThisServer(String root, String path, String servers) throws Exception {
        List<String> expected = List.of(servers.split(" ")).stream()
                .map(server -> (twin.url() + server).replaceFirst("/$", ""))
                .toList();
        assertEquals(expected, servers(get(root + path)));
    }

    @Test
    @DisplayName("is for whom the request names, as other links are")
    void isForWhomTheRequestNames() throws Exception {
        String port = twin.url().replaceFirst(".*:", ":");
        HttpResponse<byte[]> there = send("GET", "http://localhost" + port + "/openapi.json", "Accept", "*/*");
        assertEquals(List.of("http://localhost" + port, "http://localhost" + port + "/api/v3"), servers(there));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi.json",
                "/openapi.yaml?edition=3.1",
                "/_twin/openapi.json",
                "/_twin/openapi.yaml",
                "/docs",
                "/docs/control"
            })
    @DisplayName("is not sent twice, and HEAD says the same of it as GET")
    void isNotSentTwice(String path) throws Exception {
        HttpResponse<byte[]> first = get(path);
        assertEquals(200, first.statusCode());
        HttpResponse<byte[]> again = send("GET", path, "If-None-Match", header(first, "ETag"));
        assertEquals("304 0", again.statusCode() + " " + again.body().length);
        assertEquals(header(first, "ETag"), header(again, "ETag"));
        assertEquals(200, send("GET", path, "If-None-Match", "\"other\"").statusCode());
        HttpResponse<byte[]> head = send("HEAD", path, "Accept", "*/*");
        assertEquals(header(first, "ETag"), header(head, "ETag"));
        assertEquals(header(first, "Content-Length"), header(head, "Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, application/json",
        "/openapi.yaml, application/yaml",
        "/_twin/openapi.json, application/json",
        "/_twin/openapi.yaml, application/yaml"
    })
    @DisplayName("may be read by pages of any origin, and comes compressed to who takes it so")
    void mayBeReadByAnyPage(String path, String type) throws Exception {
        HttpResponse<byte[]> read = send("GET", path, "Origin", "http://other.example");
        assertEquals("200 *", read.statusCode() + " " + header(read, "Access-Control-Allow-Origin"));
        assertEquals("ETag", header(read, "Access-Control-Expose-Headers"));
        assertEquals(type + "; charset=utf-8", header(read, "Content-Type"));
        HttpResponse<byte[]> asked = send("OPTIONS", path, "Origin", "http://other.example");
        assertEquals("204 *", asked.statusCode() + " " + header(asked, "Access-Control-Allow-Origin"));
        assertTrue(header(asked, "Access-Control-Allow-Headers").contains("If-None-Match"));
        HttpResponse<byte[]> compressed = send("GET", path, "Accept-Encoding", "gzip");
        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertArrayEquals(read.body(), expanded(compressed.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/_twin/openapi.yaml", "/docs", "/docs/control", "/favicon.ico"})
    @DisplayName("takes nothing but GET, and is in no world that does not exist")
    void takesNothingButGet(String path) throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertEquals(404, send(method, path, "Accept", "*/*").statusCode());
        }
        assertEquals(404, get("/w/nowhere" + path).statusCode());
        assertEquals(404, get(path + "/").statusCode());
    }

    static List<String> servers(HttpResponse<byte[]> description) throws IOException {
        return JSON.readTree(description.body())
                .path("servers")
                .valueStream()
                .map(server -> server.path("url").textValue())
                .toList();
    }

    static byte[] expanded(byte[] compressed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return send("GET", path, "Accept", "*/*");
    }

    private static HttpResponse<byte[]> send(String method, String path, String name, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? twin.url() + path : path))
                .method(method, BodyPublishers.noBody())
                .header(name, value)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
}
