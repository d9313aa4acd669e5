package dev.hubtwin.internal.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How many requests an hour a caller has (conventions, section 6)")
class RateLimitQuotaTest {

    private static final String SEED = """
      users: [{login: olivia}]
      organizations:
        - {login: acme, members: [{login: olivia, role: admin}]}
        - {login: acme-2}
        - {login: globex, enterprise: {slug: corp}}
      repositories: [%s]
      apps:
        - {slug: app, owner: acme, permissions: {metadata: read}, installations: [{id: 1, account: acme}, {id: 2, account: acme-2, repositories: [r0]}, {id: 3, account: globex}]}
      manifest_codes: [{code: once, owner: olivia, manifest: {name: New, url: "https://example.com"}, created_at: 2026-01-01T00:00:00Z}]
      settings: {clock: 2026-01-01T00:00:00Z}
      tokens:
        - {token: ghs_all, kind: installation, installation: 1}
        - {token: ghs_some, kind: installation, installation: 2}
        - {token: ghs_corp, kind: installation, installation: 3}
        - {token: ghp_olivia, user: olivia, scopes: []}
      """;

    private static TwinServer twin(int repositories) {
        String owned = IntStream.range(0, repositories)
                .mapToObj(i -> "{owner: acme, name: r" + i + "}, {owner: acme-2, name: r" + i + "}")
                .collect(Collectors.joining(", "));
        return TwinServer.start(SeedCodec.read(SEED.formatted(owned), "application/yaml", Instant.now()));
    }

    private static HttpResponse<String> send(TwinServer twin, String method, String path, String token)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(twin.url() + path)).method(method, BodyPublishers.ofString(""));
        if (!token.isEmpty()) {
            request.header("Authorization", "token " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest(name = "{1} has {2} with {0} repositories")
    @CsvSource({
        "1, '', 60",
        "1, ghp_olivia, 5000",
        "20, ghs_all, 5000",
        "25, ghs_all, 5250",
        "500, ghs_all, 12500",
        "25, ghs_some, 5000",
        "25, ghs_corp, 15000",
    })
    void isGitHubs(int repositories, String token, int limit) throws Exception {
        try (TwinServer twin = twin(repositories)) {
            assertEquals(
                    Integer.toString(limit),
                    send(twin, "GET", "/orgs/acme", token)
                            .headers()
                            .firstValue("X-RateLimit-Limit")
                            .orElseThrow());
        }
    }

    @Test
    @DisplayName("Conversions of manifests have a limit of their own, which GET /rate_limit tells apart")
    void conversions() throws Exception {
        try (TwinServer twin = twin(1)) {
            HttpResponse<String> made = send(twin, "POST", "/app-manifests/once/conversions", "ghp_olivia");
            assertEquals(201, made.statusCode(), made.body());
            assertEquals(
                    "integration_manifest",
                    made.headers().firstValue("X-RateLimit-Resource").orElseThrow());
            JsonNode resources = new ObjectMapper()
                    .readTree(send(twin, "GET", "/rate_limit", "ghp_olivia").body())
                    .path("resources");
            assertEquals(1, resources.at("/integration_manifest/used").asInt());
            assertEquals(0, resources.at("/core/used").asInt());
        }
    }
}
