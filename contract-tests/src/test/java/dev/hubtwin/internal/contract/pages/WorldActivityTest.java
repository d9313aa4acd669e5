package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What happens in a world, on its page in Chromium")
@Tag("slow")
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
        turnTo("clock");
        chromium.clickOn("#clock [data-curl]");
        assertEquals("curl -s \\\n  --globoff '" + twin.url() + "/w/by-path/_twin/clock'", copied());
        turnTo("reset");
        chromium.clickOn("#reset [data-curl]");
        assertEquals("curl -s -X POST \\\n  --globoff '" + twin.url() + "/w/by-path/_twin/reset'", copied());
        turnTo("organizations");
        chromium.clickOn("#organizations article .tools button");
        assertEquals(
                "curl -s \\\n  --globoff '" + twin.url()
                        + "/w/by-path/orgs/acme' \\\n  -H \"Authorization: Bearer $TOKEN\"",
                copied());
    }

    @Test
    @DisplayName("Requests and deliveries are found by words of them and by lists of values, as they come")
    void findsThem() throws Exception {
        look(twin.url());
        send("GET", "/orgs/acme", "");
        send("GET", "/orgs/nowhere", "");
        send("PATCH", "/orgs/acme", "{\"company\":\"Wholesale Needles\"}");
        awaitShown("requests", "PATCH");
        chromium.click("Pause"); // what is typed counts at once, and not with the next news
        chromium.type("#requests [type=search]", "needles orgs/update");
        awaitShown("requests", "1 of 3 match; the twin keeps the last 1,000.");
        chromium.click("Go on");
        send("PATCH", "/orgs/acme", "{\"company\":\"More needles\"}");
        awaitShown("requests", "2 of 4 match");
        chromium.click("Clear");
        chromium.until("return document.querySelectorAll('#requests li').length === 4");
        choose("#requests [name=status]", "4xx");
        awaitShown("requests", "1 of 4 match");
        assertEquals(
                List.of("/orgs/nowhere"),
                chromium.run("return [...document.querySelectorAll('#requests .target')].map(one => one.innerText)"));
        assertEquals(List.of("", "GET", "PATCH"), choices("#requests [name=method]"));
        assertEquals(List.of("", "olivia"), choices("#requests [name=caller]"));
        send("POST", "/orgs/acme/hooks/1/pings", "");
        turnTo("deliveries");
        awaitShown("deliveries", "ping");
        choose("#deliveries [name=event]", "ping");
        awaitShown("deliveries", "1 of ");
        chromium.type("#deliveries [type=search]", "nothing-of-the-kind");
        awaitShown("deliveries", "0 of ");
    }

    private static void choose(String list, String value) {
        chromium.run("""
        const list = document.querySelector(arguments[0]);
        list.value = arguments[1];
        list.dispatchEvent(new Event('input', {bubbles: true}))""", list, value);
    }

    private static Object choices(String list) {
        return chromium.run("return [...document.querySelector(arguments[0]).options].map(one => one.value)", list);
    }

    @Test
    @DisplayName("Bodies are coloured, and stay text whatever they say")
    void coloursBodies() throws Exception {
        look(twin.url());
        send(
                "PATCH",
                "/orgs/acme",
                "{\"company\":\"<img src=x onerror=hacked=4> \\\"true\\\": 1\",\"has\":[true,null,-15]}");
        awaitShown("requests", "PATCH");
        chromium.clickOn("#requests summary");
        chromium.until("return document.querySelector('#requests pre') !== null");
        String spans =
                "return [...document.querySelector('#requests pre').querySelectorAll('.%s')].map(one => one.textContent)";
        assertEquals(List.of("\"company\"", "\"has\""), chromium.run(spans.formatted("key")));
        assertEquals(
                List.of("\"<img src=x onerror=hacked=4> \\\"true\\\": 1\""), chromium.run(spans.formatted("string")));
        assertEquals(List.of("true", "null"), chromium.run(spans.formatted("word")));
        assertEquals(List.of("-15"), chromium.run(spans.formatted("number")));
        assertEquals(0L, chromium.run("return document.querySelectorAll('#requests pre img').length"));
    }

    @Test
    @DisplayName("Any operation is sent as a token of the world, whose secret no page shows, and its answer is shown")
    void sendsAsAToken() throws Exception {
        look(twin.url());
        turnTo("send");
        chromium.until("return document.querySelectorAll('#operation option').length > 46");
        chromium.type("#operation-search", "patch orgs/update");
        chromium.until("""
        const found = [...document.querySelectorAll('#operation option')];
        return found.length < 10 && found.every(one => one.textContent.startsWith('PATCH '))""");
        chromium.clickOn("#operation option[value='orgs/update']");
        chromium.until("return document.getElementById('operation-target').innerText.includes('/orgs/{org}')");
        assertEquals("acme", chromium.run("return document.querySelector('#parameters [name=org]').value"));
        chromium.until(
                "return JSON.parse(document.querySelector('#request [name=body]').value).billing_email !== undefined");
        chromium.run(
                "document.querySelector('#request [name=body]').value = arguments[0]",
                "{\"company\": \"</pre><img src=x onerror=hacked=5>\"}");
        chromium.click("Send");
        awaitShown("send", "200 OK");
        awaitShown("send", "\"company\": \"</pre><img src=x onerror=hacked=5>\"");
        awaitShown("requests", "PATCH");
        assertEquals(false, chromium.run("return document.documentElement.outerHTML.includes(arguments[0])", OLIVIA));
        JsonNode sent = new ObjectMapper()
                .readTree(send("GET", "/_twin/requests", "").body())
                .get(0);
        assertEquals("olivia", sent.path("caller").path("login").asText());
        chromium.clickOn("#copy-request");
        chromium.until("return document.querySelector('#request .said').textContent.startsWith('Copied.')");
        String command = (String) chromium.run("return navigator.clipboard.readText()");
        assertTrue(command.startsWith("curl -s -X PATCH") && command.contains("Bearer $TOKEN"), command);
    }

    @Test
    @DisplayName("Operations of apps are sent with a JSON web token or a client's secret, which the page makes up")
    void sendsAsAnApp() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        ObjectNode app =
                new ObjectMapper().createObjectNode().put("slug", "able").put("private_key", key);
        assertEquals(
                204, send("PATCH", "/_twin/state", "{\"apps\": [" + app + "]}").statusCode());
        look(twin.url());
        for (String[] one : new String[][] {
            {"apps/get-authenticated", "app", "200 OK"},
            {"apps/check-token", "client", "404 Not Found"},
        }) {
            turnTo("send");
            chromium.run("location.hash = 'send/' + arguments[0]", one[0]);
            chromium.until("return document.getElementById('operation').value === arguments[0]", one[0]);
            chromium.click("Send");
            chromium.until("return document.querySelector('#answer .badge')?.textContent === arguments[0]", one[2]);
            JsonNode sent = new ObjectMapper()
                    .readTree(send("GET", "/_twin/requests", "").body())
                    .get(0);
            assertEquals(
                    one[0] + " " + one[1],
                    sent.path("operation").asText() + " "
                            + sent.path("caller").path("kind").asText());
        }
        assertTrue(chromium.complaints().stream().allMatch(one -> one.contains("404")));
    }

    @Test
    @DisplayName("An answer that breaks off, and one that never comes, are told of")
    void tellsOfBrokenAnswers() throws Exception {
        send("POST", "/_twin/faults", "{\"operations\": [\"orgs/get\"], \"broken\": \"cut\"}");
        look(twin.url());
        turnTo("send");
        chromium.until("return document.querySelector('#parameters [name=org]') !== null");
        chromium.click("Send");
        awaitShown("send", "No answer came");
        assertTrue(chromium.complaints().stream().allMatch(one -> one.contains("ERR_EMPTY_RESPONSE")));
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
