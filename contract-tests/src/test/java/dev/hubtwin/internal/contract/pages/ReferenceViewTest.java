package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.client.control.model.RequestLogEntry;
import dev.hubtwin.seed.Seed;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The reference page, looked at by Chromium")
@Tag("slow")
class ReferenceViewTest {

    private static final String USER = "#tag/meta/users/get-authenticated";
    private static final String CLOCK = "#tag/control/control/get-clock";
    private static Optional<Chromium> started = Optional.empty();
    private static Twin twin;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        twin = Twin.start();
        started = Chromium.start();
        assumeTrue(started.isPresent(), Chromium.MISSING);
        chromium = started.get();
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Chromium::close);
        twin.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, Hubtwin, 1280, false",
        "/docs, Hubtwin, 390, true",
        "/docs/control, Hubtwin control, 1280, true",
        "/docs/control, Hubtwin control, 390, false"
    })
    @DisplayName("shows the description, asks this server alone, fits its screen, and axe finds nothing critical")
    void showsTheDescription(String path, String title, int width, boolean dark) throws Exception {
        chromium.screen(width, 900, dark);
        look(twin.url() + path, title);
        assertEquals(List.of(), violations());
        assertEquals(true, chromium.run("return document.documentElement.scrollWidth <= arguments[0]", width));
        assertEquals(
                List.of(),
                chromium.run("return performance.getEntriesByType('resource').map(one => one.name)"
                        + ".filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))"));
    }

    @Test
    @DisplayName("sends a request to this server, as whom one chooses of the demo world")
    void sendsARequest() throws Exception {
        chromium.screen(1280, 900, false);
        look(twin.url() + "/docs" + USER, "Hubtwin");
        chromium.until("return document.querySelectorAll('#credential option').length > 5");
        chromium.run("const choice = document.querySelector('#credential select'); choice.selectedIndex = 1;"
                + "choice.dispatchEvent(new Event('change'))");
        send("get /user");
        chromium.until("return /200 OK/.test(document.body.innerText)");
        RequestLogEntry request = twin.world().requests().get(0);
        assertEquals("users/get-authenticated", request.getOperation());
        assertEquals("mike", request.getCaller().getLogin());
        assertEquals(List.of(), violations());
    }

    @Test
    @DisplayName("sends a request with the example of what its path names, so that it finds something")
    void sendsTheExamples() {
        chromium.screen(1280, 900, false);
        look(twin.url() + "/docs#tag/organizations/orgs/get", "Hubtwin");
        send("get /orgs/{org}");
        chromium.until("return /200 OK/.test(document.body.innerText)");
        RequestLogEntry request = twin.world().requests().get(0);
        assertEquals("/orgs/acme", request.getPath());
    }

    @Test
    @DisplayName("beyond loopback has a field for the control token, sends it, and forgets it with the page")
    void sendsTheControlToken() {
        Twin.Options open = Twin.Options.LOCAL.withHost("0.0.0.0").withControlToken("let-me-in-please");
        try (Twin exposed = Twin.start(Seed.demo(), open)) {
            chromium.screen(1280, 900, false);
            String page = exposed.url().replace("0.0.0.0", "127.0.0.1") + "/docs/control";
            look(page, "Hubtwin control");
            chromium.fill("Bearer Token", "let-me-in-please");
            chromium.run("location.hash = arguments[0]", CLOCK);
            send("get /_twin/clock");
            chromium.until("return /200 OK/.test(document.body.innerText)");
            look(page + CLOCK, "Hubtwin control");
            send("get /_twin/clock");
            chromium.until("return /401 Unauthorized/.test(document.body.innerText)");
            assertEquals(1, chromium.complaints().size());
        }
    }

    /** Opens the request of an operation, and sends it. */
    private static void send(String operation) {
        chromium.until(
                "const test = [...document.querySelectorAll('button')].find(one => one.textContent.includes('Test Request')"
                        + " && one.textContent.includes(arguments[0] + ')')); test?.click(); return !!test",
                operation);
        chromium.until("const send = [...document.querySelectorAll('[role=dialog] button, .scalar-client button')]"
                + ".find(one => /^\\s*Send/.test(one.textContent)); send?.click(); return !!send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "control/index.html"})
    @DisplayName("works from a file, which asks for nothing but its scripts")
    void worksFromAFile(String file) {
        Path page = Path.of("../api-spec/target/site")
                .resolve(file)
                .toAbsolutePath()
                .normalize();
        look(page.toUri().toString(), file.startsWith("control") ? "Hubtwin control" : "Hubtwin");
        assertEquals(
                List.of(),
                chromium.run("return performance.getEntriesByType('resource').map(one => one.name)"
                        + ".filter(name => !name.startsWith('file:') && !name.startsWith('data:'))"));
        assertTrue((Boolean) chromium.run("return document.querySelector('#credential').hidden"));
    }

    /** Opens a page, and waits until it shows a description. */
    private static void look(String address, String title) {
        chromium.complaints();
        chromium.open("about:blank");
        chromium.open(address);
        chromium.until(
                "return [...document.querySelectorAll('h1')].some(one => one.textContent.trim() === arguments[0])",
                title);
        chromium.until("return document.querySelector('button[aria-selected]:not([role])') === null");
        assertEquals(List.of(), chromium.complaints());
    }

    /** What axe-core finds critical, and where; what else there is stands in docs/publication.md. */
    private static Object violations() throws Exception {
        try (InputStream axe = ReferenceViewTest.class.getResourceAsStream("/axe.min.js")) {
            chromium.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return chromium.run("""
        return axe.run(document, {resultTypes: ['violations']}).then(found =>
          found.violations.filter(one => one.impact === 'critical')
            .map(one => `${one.id}: ${one.nodes.map(node => node.html + ' ' + node.failureSummary)}`))""");
    }
}
