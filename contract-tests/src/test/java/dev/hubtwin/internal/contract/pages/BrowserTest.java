package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The manifest flow, walked by Chromium")
class BrowserTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Optional<Chromium> started;
    private static Twin twin;

    @BeforeAll
    static void start() throws Exception {
        started = Chromium.start();
        twin = Twin.start();
        for (String world : List.of("by-path", "by-host")) {
            assertEquals(201, send("PUT", twin.url() + "/_twin/worlds/" + world).statusCode());
        }
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Chromium::close);
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d", "http://127.0.0.1:%d/w/by-path", "http://by-host.localhost:%d"})
    @DisplayName("leads from a foreign page to a code, and from the app that it becomes to its setup_url")
    void isWalked(String root) throws Exception {
        assumeTrue(started.isPresent(), Chromium.MISSING);
        Chromium chromium = started.get();
        int port = URI.create(twin.url()).getPort();
        String here = root.formatted(port);
        String api = here.replace("http://by-host.localhost:" + port, twin.url() + "/w/by-host");
        try (AppMakerSite site = AppMakerSite.of(here)) {
            chromium.open(site.url());
            chromium.awaitHeading("Create GitHub App “" + AppMakerSite.APP + "”");
            assertEquals(List.of(), chromium.baggage());
            chromium.click("Create GitHub App");
            String back = chromium.awaitAddress(site.arrival());
            assertTrue(back.endsWith("&state=st%26te"), back);
            HttpResponse<String> made = send(
                    "POST", api + "/app-manifests/" + back.replaceFirst(".*code=([0-9a-f]*).*", "$1") + "/conversions");
            assertEquals(201, made.statusCode(), made.body());

            chromium.open(here + "/apps/" + json(made).path("slug").asText() + "/installations/new?state=again");
            chromium.awaitHeading("Install " + AppMakerSite.APP);
            chromium.fill("Install on account", "acme");
            chromium.click("Show repositories");
            chromium.awaitAddress(here + "/apps/fresh-i-app-i/installations/new?user=olivia&account=acme");
            assertEquals(List.of(), chromium.baggage());
            chromium.click("Only select repositories");
            chromium.click("widgets");
            chromium.click("Install on acme");
            String setup = chromium.awaitAddress(site.url() + "/setup");
            JsonNode installed = installation(api, json(made).path("id").asLong());
            assertEquals(
                    site.url() + "/setup?installation_id=" + installed.path("id") + "&setup_action=install&state=again",
                    setup);
            assertEquals("selected", installed.path("repository_selection").asText());
        }
    }

    private static JsonNode installation(String api, long app) throws Exception {
        for (JsonNode one : json(send("GET", api + "/orgs/acme/installations")).path("installations")) {
            if (one.path("app_id").asLong() == app) {
                return one;
            }
        }
        throw new AssertionError("the app " + app + " is not installed on acme");
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static HttpResponse<String> send(String method, String url) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.noBody());
        if (method.equals("GET")) {
            request.header("Authorization", "token ghp_ownerowner");
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
