package dev.hubtwin.internal.contract.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import io.jsonwebtoken.Jwts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an operation on apps costs depends neither on how many installations there are nor on how many apps. */
class AppsCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 200_000 : 20_000;
    private static final KeyPair KEY = Jwts.SIG.RS256.keyPair().build();
    /** A search in an index so much longer looks at eight more ids; a change searches so often at most. */
    private static final int SEARCHES = 20;

    @Test
    @DisplayName(
            "Every operation on apps touches as many records among many installations as among 1,000 (R55, R130, R132)")
    void touchesTheSame() throws IOException, InterruptedException {
        Map<String, TouchCount.Count> few = counts(FEW);
        Map<String, TouchCount.Count> many = counts(MANY);
        few.forEach((request, count) -> {
            assertTrue(count.records() > 0, () -> request + " was not counted");
            assertEquals(count.records(), many.get(request).records(), () -> "records touched by " + request);
            long more = many.get(request).probes() - count.probes();
            assertTrue(more <= 8 * SEARCHES, () -> request + " looked at " + more + " more ids");
        });
    }

    private static Map<String, TouchCount.Count> counts(int size) throws IOException, InterruptedException {
        TouchCount touched = new TouchCount();
        Map<String, TouchCount.Count> counts = new LinkedHashMap<>();
        try (TwinServer twin = TwinServer.start(
                CountingCollections.in(InstallationWorlds.of(size, (RSAPublicKey) KEY.getPublic()), touched))) {
            for (Map.Entry<String, String> request : requests(size).entrySet()) {
                touched.take();
                send(twin, request.getValue());
                counts.put(request.getKey(), touched.take());
            }
            assertEquals(List.of(), twin.contractViolations());
        }
        return counts;
    }

    /** What is sent, by what it is. */
    private static Map<String, String> requests(int size) {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String list : List.of(
                "/app/installations?",
                "/orgs/org-0/installations?",
                "/app/installations?since=" + InstallationWorlds.THEN.minusSeconds(9) + "&")) {
            Map.of("first", 1, "middle", size / 20, "last", size / 10)
                    .forEach((page, number) ->
                            requests.put(page + " page of " + list, "GET " + list + "per_page=10&page=" + number));
        }
        requests.put(
                "since the middle",
                "GET /app/installations?per_page=10&since=" + InstallationWorlds.THEN.plusSeconds(size / 2));
        for (String other : List.of(
                "GET /app",
                "GET /apps/app-7",
                "GET /app/installations/500",
                "POST /app/installations/500/access_tokens",
                "PUT /app/installations/501/suspended",
                "DELETE /app/installations/501/suspended",
                "DELETE /app/installations/502",
                "GET /orgs/org-10/installation",
                "GET /users/org-11/installation",
                "GET /repos/org-12/widgets/installation")) {
            requests.put(other, other);
        }
        return requests;
    }

    private static void send(TwinServer twin, String request) throws IOException, InterruptedException {
        String[] parts = request.split(" ");
        String token = parts[1].startsWith("/orgs/org-0/") ? OrganizationWorlds.TOKEN : jwt();
        HttpRequest sent = HttpRequest.newBuilder(URI.create(twin.url() + parts[1]))
                .header("Authorization", "Bearer " + token)
                .method(parts[0], BodyPublishers.noBody())
                .build();
        assertEquals(
                2,
                HttpClient.newHttpClient().send(sent, BodyHandlers.ofString()).statusCode() / 100,
                request);
    }

    private static String jwt() {
        Instant now = Instant.now();
        return Jwts.builder()
                .issuer(Long.toString(InstallationWorlds.APP))
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plusSeconds(300)))
                .signWith(KEY.getPrivate(), Jwts.SIG.RS256)
                .compact();
    }
}
