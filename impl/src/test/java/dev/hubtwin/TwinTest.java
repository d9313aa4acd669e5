package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several twins in one process share a program and nothing else. */
class TwinTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final String MANIFEST = "manifest=" + URLEncoder.encode("""
      {"name": "Bell", "url": "https://example.com", "redirect_url": "http://localhost:3000/back",
       "default_permissions": {"metadata": "read"}}""", StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @SuppressWarnings("try") // one is closed before the other is asked
    void eachHasItsOwnWorldsAndClock() throws Exception {
        Clock old = Clock.fixed(Instant.parse("2001-02-03T04:05:06Z"), ZoneOffset.UTC);
        Seed seed = Seed.of().organization("only-here", organization -> {});
        try (Twin one = Twin.start();
                Twin other = Twin.start(seed, Twin.Options.LOCAL.withClock(old))) {
            one.fork("more");
            assertEquals("acme", first(one.world()));
            assertEquals("only-here", first(other.world()));
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
    void aFormOfOneTwinIsRefusedByAnother() throws Exception {
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
    void theControlTokenOfOneTwinIsRefusedByAnother() throws Exception {
        try (Twin one = Twin.start(Seed.of(), exposed("first"));
                Twin other = Twin.start(Seed.of(), exposed("second"))) {
            assertEquals(200, health(one, "first"));
            assertEquals(401, health(one, "second"));
            assertEquals(401, health(other, "first"));
            assertEquals(200, health(other, "second"));
        }
    }

    @Test
    void aWorldBeginsAsASeedOrAsAnotherWorldAndReturnsToThat() throws Exception {
        try (Twin twin = Twin.start(Seed.of())) {
            TwinWorld first = twin.world("first", Seed.of().user("olivia"));
            first.state().add(Seed.of().user("mike"));
            TwinWorld second = twin.fork("second", first);
            second.state().add(Seed.of().user("ivan"));
            assertEquals(List.of("olivia", "mike"), logins(first));
            assertEquals(List.of("olivia", "mike", "ivan"), logins(second));
            first.state().reset();
            second.state().reset();
            assertEquals(List.of("olivia"), logins(first));
            assertEquals(List.of("olivia", "mike"), logins(second));
            assertEquals(List.of(), logins(twin.world()));
            assertTrue(get(twin.url() + "/_twin/worlds").body().contains("\"from\":\"first\""));
            assertTrue(twin.drop("first"));
            assertThrows(IllegalArgumentException.class, () -> twin.world("default", Seed.of()));
            assertThrows(SeedException.class, () -> twin.world("third", Seed.parse("users: [{}]")));
        }
    }

    @Test
    void anExportedStateStartsAnotherTwin() {
        try (Twin one = Twin.start();
                Twin other = Twin.start(one.world().state().export())) {
            assertEquals(
                    one.world().state().export().toMap(),
                    other.world().state().export().toMap());
        }
    }

    @Test
    void aTwinServesOverTlsAndShowsTheCertificateToTrust(@TempDir Path folder) throws Exception {
        Twin.Options options = Twin.Options.LOCAL.withTls(TwinTls.selfSigned(0, folder));
        String made;
        try (Twin twin = Twin.start(Seed.of(), options)) {
            made = twin.certificate().orElseThrow();
            assertEquals(
                    200,
                    trusting(made, twin.tlsUrl().orElseThrow() + "/organizations")
                            .statusCode());
        }
        TwinTls files = TwinTls.fromFiles(0, folder.resolve("tls-cert.pem"), folder.resolve("tls-key.pem"));
        try (Twin twin = Twin.start(Seed.of(), Twin.Options.LOCAL.withTls(files))) {
            assertEquals(made, twin.certificate().orElseThrow());
            assertEquals(
                    200,
                    trusting(made, twin.tlsUrl().orElseThrow() + "/organizations")
                            .statusCode());
        }
        try (Twin twin = Twin.start(Seed.of())) {
            assertEquals(Optional.empty(), twin.tlsUrl());
            assertEquals(Optional.empty(), twin.certificate());
        }
    }

    @Test
    void whatIsNotAPortIsRefusedInOneSentence() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Twin.start(Seed.of(), Twin.Options.LOCAL.withPort(80_000)));
        assertEquals("80000 is not a port; expected a number between 0 and 65535", refused.getMessage());
    }

    private static List<String> logins(TwinWorld world) {
        return JsonTrees.state(world).path("users").findValuesAsText("login");
    }

    private static HttpResponse<String> trusting(String certificate, String url) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "twin",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.UTF_8))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static Twin.Options exposed(String token) {
        return Twin.Options.LOCAL.withHost("0.0.0.0").withControlToken(token);
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

    private static String first(TwinWorld world) {
        return world.anonymous().organizations().list().iterator().next().getLogin();
    }
}
