package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that look at the page of a world whose names are hostile, by Chromium. */
abstract class BrowserTestBase {

    static final String OLIVIA = "ghp_ownerownerownerownerowner";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Optional<Chromium> started = Optional.empty();
    static Twin twin;
    static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        twin = TestTwin.start(resource("hostile.yaml"));
        for (String world : List.of("by-path", "by-host")) {
            assertEquals(201, send("PUT", "/_twin/worlds/" + world, "").statusCode());
        }
        started = Chromium.start();
        assumeTrue(started.isPresent(), Chromium.MISSING);
        chromium = started.get();
        chromium.admitToClipboard(twin.url(), true);
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Chromium::close);
        started = Optional.empty();
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    @BeforeEach
    void reset() throws Exception {
        assertEquals(204, send("POST", "/_twin/reset", "").statusCode());
        chromium.screen(1280, 900, false);
        chromium.complaints();
    }

    @AfterEach
    void complaintsAndStrangers() {
        assertEquals(List.of(), chromium.complaints());
        assertEquals(null, chromium.run("return window.hacked ?? null"));
    }

    /** Opens the page of a world, and waits until it shows it. */
    static void look(String root) {
        chromium.open(root + "/_twin/");
        chromium.until(
                "return document.querySelector('#organizations article') !== null && !document.getElementById('all').hidden");
    }

    /** Has a section of the page shown, as the hash of its address does. */
    static void turnTo(String section) {
        chromium.run("location.hash = arguments[0]", section);
        chromium.until("return !document.getElementById(arguments[0]).hidden", section);
    }

    /** Shows all sections at once, and opens whatever can be opened. */
    static void unfold() {
        chromium.until("""
        document.querySelectorAll('#all > section').forEach(one => { one.hidden = false });
        const closed = [...document.querySelectorAll('main details:not([open])')];
        closed.forEach(one => { one.open = true });
        return closed.length === 0 && [...document.querySelectorAll('main details')].every(one => one.childElementCount > 1)""");
    }

    /** What a section shows. */
    static String shown(String section) {
        return (String) chromium.run("return document.getElementById(arguments[0]).innerText", section);
    }

    static void awaitShown(String section, String text) {
        chromium.until("return document.getElementById(arguments[0]).innerText.includes(arguments[1])", section, text);
    }

    /** Sends a request as olivia; {@code headers} are names and values in turn. */
    static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(twin.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + OLIVIA);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static String resource(String name) throws IOException {
        try (InputStream in = BrowserTestBase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
