package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several twins in one process share a program and nothing else. */
class TwinTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final String MANIFEST = "manifest=" + URLEncoder.encode("""
      {"name": "Bell", "url": "https://example.com", "redirect_url": "http://localhost:3000/back",
       "default_permissions": {"metadata": "read"}}""", StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void eachHasItsOwnWorldsClockAndBreaches() throws Exception {
        Clock old = Clock.fixed(Instant.parse("2001-02-03T04:05:06Z"), ZoneOffset.UTC);
        Seed seed = Seed.of().organization("only-here", organization -> {});
        try (Twin one = Twin.start();
                Twin other = Twin.start(seed, new Twin.Options("127.0.0.1", 0, old, Optional.empty()))) {
            one.fork("more");
            assertEquals(
                    "acme",
                    one.world().anonymous().organizations().list(null, 1).get(0).getLogin());
            assertEquals(
                    "only-here",
                    other.world()
                            .anonymous()
                            .organizations()
                            .list(null, 1)
                            .get(0)
                            .getLogin());
            assertTrue(get(one.url() + "/_twin/health").body().contains("\"worlds\":2"));
            assertTrue(get(other.url() + "/_twin/health").body().contains("\"worlds\":1"));
            assertEquals(404, get(other.url() + "/w/more/orgs/acme").statusCode());
            assertEquals(
                    "Sat, 03 Feb 2001 04:05:06 GMT",
                    get(other.url() + "/").headers().firstValue("Date").orElseThrow());
            one.close();
            assertEquals(200, get(other.url() + "/orgs/only-here").statusCode(), "the other serves on");
        }
    }

    @Test
    void aFormOfOneIsNoneOfTheOther() throws Exception {
        try (Twin one = Twin.start();
                Twin other = Twin.start()) {
            String token =
                    token(post(one.url() + "/settings/apps/new", MANIFEST).body());
            String form = "user=olivia&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            assertEquals(403, post(other.url() + "/settings/apps", form).statusCode());
            assertNotEquals(403, post(one.url() + "/settings/apps", form).statusCode());
        }
    }

    @Test
    void theControlTokenOfOneOpensNoOther() throws Exception {
        try (Twin one = Twin.start(Seed.of(), exposed("first"));
                Twin other = Twin.start(Seed.of(), exposed("second"))) {
            assertEquals(200, health(one, "first"));
            assertEquals(401, health(one, "second"));
            assertEquals(401, health(other, "first"));
            assertEquals(200, health(other, "second"));
        }
    }

    private static Twin.Options exposed(String token) {
        return new Twin.Options("0.0.0.0", 0, Clock.systemUTC(), Optional.of(token));
    }

    private int health(Twin twin, String token) throws IOException, InterruptedException {
        URI health = URI.create(twin.url().replace("0.0.0.0", "127.0.0.1") + "/_twin/health");
        return http.send(
                        HttpRequest.newBuilder(health)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertTrue(token.find(), page);
        return token.group(1).replace("&#43;", "+");
    }
}
