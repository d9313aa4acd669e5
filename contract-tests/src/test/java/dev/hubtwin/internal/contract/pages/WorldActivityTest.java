package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What happens in a world, on its page in Chromium")
class WorldActivityTest extends BrowserTestBase {

    private static final String NASTY = "it's <script>hacked = 1</script> \"$HOME\" `id` $(id) \\ !";

    @Test
    @DisplayName(
            "A request shows up by itself, with headers and bodies, its refusal and the operation it may have meant")
    void showsRequests() throws Exception {
        look(twin.url());
        assertEquals("0", chromium.run("return document.querySelector('#requests [data-count]').textContent"));
        send(
                "PATCH",
                "/orgs/acme?a=%3Cb%3E",
                "{\"company\":\"<img src=x onerror=hacked=2>\"}",
                "User-Agent",
                "it's <script>");
        awaitShown("requests", "/orgs/acme?a=%3Cb%3E");
        send("GET", "/orgs/acme/member", "");
        awaitShown("requests", "/orgs/acme/member\n");
        assertEquals("GET /orgs/acme/member: 404.", chromium.run("return document.getElementById('news').textContent"));
        unfold();
        for (String text : List.of(
                "orgs/update",
                "ghp_…wner",
                "<img src=x onerror=hacked=2>",
                "it's <script>",
                "routing",
                "orgs/list-members",
                "200",
                "404")) {
            awaitShown("requests", text);
        }
        assertEquals(false, chromium.run("return document.documentElement.outerHTML.includes(arguments[0])", OLIVIA));
    }

    @Test
    @DisplayName("A delivery shows up by itself, with both bodies, and is sent once more by a button")
    void showsDeliveries() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<script>hacked = 3</script>".getBytes());
            exchange.close();
        });
        receiver.start();
        try {
            look(twin.url());
            send(
                    "POST",
                    "/orgs/acme/hooks",
                    "{\"name\":\"web\",\"config\":{\"url\":\"http://127.0.0.1:"
                            + receiver.getAddress().getPort() + "/it's\",\"content_type\":\"json\"}}");
            awaitShown("deliveries", "delivered 200");
            unfold();
            awaitShown("deliveries", "<script>hacked = 3</script>");
            awaitShown("deliveries", "\"zen\"");
            chromium.click("Redeliver delivery 1");
            awaitShown("deliveries", "Delivery 2 sends it once more.");
            chromium.until("return document.querySelectorAll('#deliveries .badge.good').length === 2");
            assertEquals("2", chromium.run("return document.querySelector('#deliveries [data-count]').textContent"));
        } finally {
            receiver.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, ''", "false, /w/by-path", "true, /api/v3"})
    @DisplayName(
            "A request's curl command repeats it in a shell: method, URL, headers and body; without a clipboard it is shown")
    void copiesCommands(boolean admitted, String root) throws Exception {
        chromium.admitToClipboard(twin.url(), admitted);
        String body =
                new ObjectMapper().createObjectNode().put("description", NASTY).toString();
        send(
                "PATCH",
                root + "/orgs/acme?a=b&c='%22",
                body,
                "User-Agent",
                NASTY,
                "X-Empty",
                "",
                "Content-Type",
                "application/json");
        String world = root.startsWith("/w/") ? root : "";
        look(twin.url() + world);
        awaitShown("requests", "/orgs/acme");
        chromium.clickOn("#requests summary");
        chromium.until("return document.querySelector('#requests li .tools button') !== null");
        chromium.clickOn("#requests li .tools button");
        String command = admitted ? copied() : offered();
        assertTrue(command.contains("Authorization: Bearer $TOKEN") && !command.contains(OLIVIA), command);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("TOKEN", OLIVIA);
        Process process = shell.start();
        String answer = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(
                NASTY, new ObjectMapper().readTree(answer).path("description").asText(), command + "\n" + answer);
        JsonNode log = new ObjectMapper()
                .readTree(send("GET", world + "/_twin/requests", "").body());
        assertEquals(2, log.size(), command);
        for (String member : new String[] {"method", "path", "query", "dialect", "request_body", "status", "caller"}) {
            assertEquals(log.get(1).get(member), log.get(0).get(member), command);
        }
        for (String header : new String[] {"User-Agent", "Content-Type", "X-Empty"}) {
            assertEquals(header(log.get(1), header), header(log.get(0), header), command);
        }
        send("DELETE", world + "/_twin/requests", "");
    }

    private static String header(JsonNode entry, String name) {
        for (var header : entry.path("request_headers").properties()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue().asText();
            }
        }
        return null;
    }

    @Test
    @DisplayName("Sections and organizations have curl commands of their own")
    void copiesOtherCommands() {
        look(twin.url() + "/w/by-path");
        chromium.clickOn("#clock [data-curl]");
        assertEquals("curl -s \\\n  --globoff '" + twin.url() + "/w/by-path/_twin/clock'", copied());
        chromium.clickOn("#reset [data-curl]");
        assertEquals("curl -s -X POST \\\n  --globoff '" + twin.url() + "/w/by-path/_twin/reset'", copied());
        chromium.clickOn("#organizations article .tools button");
        assertEquals(
                "curl -s \\\n  --globoff '" + twin.url()
                        + "/w/by-path/orgs/acme' \\\n  -H \"Authorization: Bearer $TOKEN\"",
                copied());
    }

    @Test
    @DisplayName("What is forgotten goes from the page, and a pause holds it still")
    void forgetsAndPauses() throws Exception {
        look(twin.url());
        send("GET", "/orgs/acme", "");
        awaitShown("requests", "/orgs/acme");
        chromium.click("Forget all requests");
        awaitShown("requests", "The requests are forgotten.");
        chromium.until("return document.querySelectorAll('#requests li').length === 0");
        chromium.click("Pause");
        send("GET", "/orgs/acme", "");
        chromium.until("window.since ??= Date.now(); return Date.now() - window.since > 2500");
        assertEquals(0L, chromium.run("return document.querySelectorAll('#requests li').length"));
        chromium.click("Go on");
        awaitShown("requests", "/orgs/acme");
    }

    /** What the clipboard has got, once the page says so. */
    private static String copied() {
        chromium.until("""
        return [...document.querySelectorAll('#news, #requests .said')].some(one => one.textContent.startsWith('Copied.'))""");
        String text = (String) chromium.run("return navigator.clipboard.readText()");
        chromium.run("document.getElementById('news').textContent = ''");
        return text;
    }

    /** What is shown, selected, to be copied by hand. */
    private static String offered() {
        chromium.until("return document.getElementById('copy').open");
        return (String) chromium.run("""
        const field = document.activeElement;
        return field.value.slice(field.selectionStart, field.selectionEnd)""");
    }
}
