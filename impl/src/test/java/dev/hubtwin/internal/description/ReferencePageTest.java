package dev.hubtwin.internal.description;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The reference page")
class ReferencePageTest {

    private static final Pattern SCRIPT = Pattern.compile("<script defer src=\"([^\"]+)\">");
    private static final Pattern LINK = Pattern.compile(" href=\"([^\"]+)\"");
    private static final Pattern SETTINGS =
            Pattern.compile("<script type=\"application/json\" id=\"settings\">(.*)</script>");
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
    @ValueSource(strings = {"/docs", "/docs/control", "/w/ci-1/docs", "/api/v3/docs/control"})
    @DisplayName("is whole: what it names is there, below the root that it was asked at")
    void isWhole(String path) throws Exception {
        String page = DescriptionsTest.text(get(path));
        URI here = URI.create(twin.url() + path);
        for (Pattern named : List.of(SCRIPT, LINK)) {
            List<URI> found = named.matcher(page)
                    .results()
                    .map(one -> here.resolve(one.group(1)))
                    .toList();
            assertTrue(found.size() > 1, page);
            for (URI one : found) {
                assertEquals(200, get(one.toString()).statusCode(), one.toString());
            }
        }
        assertEquals(
                200,
                get(here.resolve(settings(page).path("url").textValue()).toString())
                        .statusCode());
        for (JsonNode server : settings(page).path("servers")) {
            String root = here.resolve(server.path("url").textValue()).toString();
            assertTrue(root.startsWith(twin.url() + path.replaceFirst("/docs.*", "")), root);
        }
        assertFalse(page.contains("{{"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/control"})
    @DisplayName("may ask this server and no other, runs no script that stands in it, and may not be framed")
    void hasAPolicy(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
                        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
                DescriptionsTest.header(page, "Content-Security-Policy"));
        assertEquals("nosniff", DescriptionsTest.header(page, "X-Content-Type-Options"));
        assertEquals("no-cache", DescriptionsTest.header(page, "Cache-Control"));
        assertFalse(DescriptionsTest.text(page).matches("(?s).*(https?://|<script>| on[a-z]+=).*"));
    }

    @Test
    @DisplayName("has scripts that may be kept forever, compressed for who takes them so and plain for others")
    void hasScriptsToKeep() throws Exception {
        for (String script : scripts("/docs")) {
            HttpResponse<byte[]> plain = get("/" + script);
            HttpResponse<byte[]> compressed = send("/" + script, "Accept-Encoding", "gzip");
            assertEquals(
                    "public, max-age=31536000, immutable", DescriptionsTest.header(plain, "Cache-Control"), script);
            assertEquals("text/javascript; charset=utf-8", DescriptionsTest.header(plain, "Content-Type"));
            assertEquals("Accept-Encoding", DescriptionsTest.header(plain, "Vary"));
            assertEquals("", DescriptionsTest.header(plain, "Content-Encoding"));
            assertEquals("gzip", DescriptionsTest.header(compressed, "Content-Encoding"));
            assertArrayEquals(plain.body(), DescriptionsTest.expanded(compressed.body()));
        }
        assertEquals(
                scripts("/docs").stream()
                        .map(name -> name.replaceFirst(".*/", ""))
                        .toList(),
                scripts("/docs/control").stream()
                        .map(name -> name.replaceFirst(".*/", ""))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other-00000000.js",
                "scalar.LICENSE",
                "..%2fapi.html",
                "..%2f..%2fopenapi.json",
                "%2e%2e",
                "scalar-00000000.js",
                "x%00.js",
                ""
            })
    @DisplayName("has no other scripts")
    void hasNoOtherScripts(String name) throws Exception {
        int status = get("/docs/scripts/" + name).statusCode();
        assertTrue(status == 404 || status == 400, Integer.toString(status));
    }

    @Test
    @DisplayName("offers the tokens of the demo world that are good, and each of them is")
    void offersTokensOfTheDemoWorld() throws Exception {
        JsonNode tokens = settings(DescriptionsTest.text(get("/docs"))).path("tokens");
        assertEquals(11, tokens.size());
        assertEquals(
                "{\"token\":\"ghp_ownerowner\",\"kind\":\"classic\",\"owner\":\"classic olivia\"}",
                tokens.path(0).toString());
        for (JsonNode token : tokens) {
            assertEquals(
                    200,
                    send(
                                    "/rate_limit",
                                    "Authorization",
                                    "Bearer " + token.path("token").textValue())
                            .statusCode());
        }
        assertEquals(
                Set.of("classic", "oauth", "fine_grained", "user_to_server", "installation"),
                tokens.valueStream()
                        .map(token -> token.path("kind").textValue())
                        .collect(Collectors.toSet()));
        assertTrue(settings(DescriptionsTest.text(get("/docs/control")))
                .path("tokens")
                .isMissingNode());
    }

    @Test
    @DisplayName("offers no token of any other world")
    void offersNoOtherToken() throws Exception {
        Seed seed = Seed.parse(
                "{\"users\": [{\"login\": \"olivia\"}], \"tokens\": [{\"token\": \"ghp_secret\", \"user\": \"olivia\"}]}");
        try (Twin other = Twin.start(seed)) {
            String page = DescriptionsTest.text(get(other.url() + "/docs"));
            assertEquals("[]", settings(page).path("tokens").toString());
            assertFalse(page.contains("ghp_"), page);
        }
    }

    @Test
    @DisplayName("has an icon, which is one")
    void hasAnIcon() throws Exception {
        HttpResponse<byte[]> icon = get("/favicon.ico");
        assertEquals(
                "200 image/x-icon; charset=utf-8",
                icon.statusCode() + " " + DescriptionsTest.header(icon, "Content-Type"));
        byte[] head = {0, 0, 1, 0, 2, 0};
        assertArrayEquals(head, Arrays.copyOf(icon.body(), head.length));
        assertEquals(200, get("/w/ci-1/favicon.ico").statusCode());
    }

    @Test
    @DisplayName("is in no log, nor is anything that it is made of")
    void isInNoLog() throws Exception {
        assertEquals(
                204, twin(HttpRequest.newBuilder().DELETE(), "/_twin/requests").statusCode());
        for (String path : List.of(
                "/docs",
                "/docs/control",
                "/docs/scripts/no.js",
                "/favicon.ico",
                "/openapi.json",
                "/_twin/openapi.yaml")) {
            get(path);
        }
        for (String script : scripts("/docs")) {
            get("/" + script);
        }
        assertEquals("[]", DescriptionsTest.text(get("/_twin/requests")));
    }

    private static List<String> scripts(String path) throws Exception {
        return SCRIPT.matcher(DescriptionsTest.text(get(path)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static JsonNode settings(String page) throws Exception {
        Matcher found = SETTINGS.matcher(page);
        assertTrue(found.find(), page);
        return new ObjectMapper().readTree(found.group(1));
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return send(path, "Accept", "*/*");
    }

    private static HttpResponse<byte[]> send(String path, String name, String value) throws Exception {
        return twin(HttpRequest.newBuilder().GET().header(name, value), path);
    }

    private static HttpResponse<byte[]> twin(HttpRequest.Builder request, String path) throws Exception {
        URI uri = URI.create(path.startsWith("/") ? twin.url() + path : path);
        return HttpClient.newHttpClient().send(request.uri(uri).build(), BodyHandlers.ofByteArray());
    }
}
