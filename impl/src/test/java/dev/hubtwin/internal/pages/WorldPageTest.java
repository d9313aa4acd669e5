package dev.hubtwin.internal.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.pages.BrowserVisit.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page that shows the world")
class WorldPageTest {

    private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z]+\\.js)'");
    private static PagesTwin place;

    @BeforeAll
    static void start() throws Exception {
        place = PagesTwin.onLoopback();
        assertEquals(201, place.visit().control("PUT", "worlds/ci-1", ""));
    }

    @AfterAll
    static void stop() {
        place.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/_twin/, text/html",
        "/_twin/page.css, text/css",
        "/_twin/scripts/page.js, text/javascript",
        "/w/ci-1/_twin/, text/html",
        "/api/v3/_twin/scripts/dom.js, text/javascript"
    })
    @DisplayName("is served with its types, may load nothing from elsewhere and write no HTML, and is not sent twice")
    void isServed(String path, String type) throws Exception {
        Seen seen = place.visit().get(path);
        assertEquals(200, seen.status());
        assertEquals(type + "; charset=utf-8", seen.header("Content-Type"));
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; "
                        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
                seen.header("Content-Security-Policy"));
        assertEquals("nosniff", seen.header("X-Content-Type-Options"));
        assertEquals("no-cache", seen.header("Cache-Control"));
        HttpResponse<String> again = send("GET", path, "If-None-Match", seen.header("ETag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(200, send("GET", path, "If-None-Match", "\"other\"").statusCode());
        HttpResponse<String> head = send("HEAD", path, "Accept", "*/*");
        assertEquals(
                "200 " + seen.header("ETag"),
                head.statusCode() + " " + head.headers().firstValue("ETag").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/w/ci-1", "/api/v3", "/w/ci-1/api/v3"})
    @DisplayName("is where one comes to without the slash at the end of its path")
    void isFoundWithoutTheSlash(String root) throws Exception {
        Seen sent = place.visit().get(root + "/_twin");
        assertEquals(302, sent.status());
        assertEquals(place.url() + root + "/_twin/", sent.header("Location"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /_twin/page.html",
        "GET, /_twin/scripts/",
        "GET, /_twin/scripts",
        "GET, /_twin/scripts/other.js",
        "GET, /_twin/scripts/..%2fpage.html",
        "GET, /_twin/scripts/page.css",
        "GET, /_twin/page.css/",
        "GET, /_twin//",
        "GET, /w/nowhere/_twin/",
        "POST, /_twin/",
        "DELETE, /_twin/scripts/page.js",
        "OPTIONS, /_twin/",
        "GET, /_twin/health/"
    })
    @DisplayName("has nothing beside its files, and takes nothing but GET")
    void hasNothingElse(String method, String path) throws Exception {
        assertEquals(404, send(method, path, "Accept", "*/*").statusCode());
    }

    @Test
    @DisplayName("is whole: every script that another one imports is served, and all that are served are needed")
    void isWhole() throws Exception {
        Set<String> known = new LinkedHashSet<>(Set.of("page.js"));
        Deque<String> open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            Seen script = place.visit().get("/_twin/scripts/" + open.pop());
            assertEquals(200, script.status(), script.page());
            assertFalse(
                    script.page().matches("(?s).*(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\().*"),
                    script.page());
            assertFalse(script.page().contains("https://"), script.page());
            IMPORT.matcher(script.page())
                    .results()
                    .map(found -> found.group(1))
                    .filter(known::add)
                    .forEach(open::add);
        }
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/hubtwin/internal/pages/scripts"))) {
            assertEquals(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()), known);
        }
        String page = place.visit().get("/_twin/").page();
        assertTrue(page.contains("<noscript>") && page.contains("curl -s $PAGE/requests"), page);
        assertFalse(page.matches("(?s).*(<style|<script(?! type=\"module\" src=)| style=| on[a-z]+=).*"), page);
    }

    @Test
    @DisplayName("beyond loopback is the same without the control token, and tells nothing")
    void tellsNothing() throws Exception {
        try (PagesTwin exposed = new PagesTwin("0.0.0.0", Optional.of("let-me-in"))) {
            Seen seen = exposed.visit().get("/_twin/");
            assertEquals(200, seen.status());
            assertEquals(place.visit().get("/_twin/").page(), seen.page());
            assertEquals(401, exposed.visit().get("/_twin/state?secrets=masked").status());
            assertEquals(401, exposed.visit().get("/_twin/requests").status());
        }
    }

    @Test
    @DisplayName("is in no log")
    void isInNoLog() throws Exception {
        place.visit().get("/_twin");
        place.visit().get("/_twin/");
        place.visit().get("/_twin/page.css");
        assertEquals("[]", place.visit().get("/_twin/requests").page());
    }

    private static HttpResponse<String> send(String method, String path, String name, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(place.url() + path))
                .method(method, BodyPublishers.noBody())
                .header(name, value)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
