package dev.hubtwin.internal.contract.foreign;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.hubtwin.internal.contract.foreign.CannedServer.error;
import static dev.hubtwin.internal.contract.foreign.CannedServer.headed;
import static dev.hubtwin.internal.contract.foreign.CannedServer.ok;
import static dev.hubtwin.internal.contract.foreign.CannedServer.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is wrong with a server is told once for each cause, in words about the answer. */
@DisplayName("Findings")
class SeededFaultsTest {

    private static final TargetConfig OWNED =
            TargetConfig.NONE.with(ConfigKey.ORGANIZATION, "forge").with(ConfigKey.OWNER_TOKEN, "whatever");

    private final CannedServer server = new CannedServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static List<String> titles(List<Result> results) {
        return Finding.of(results).stream().map(Finding::title).sorted().toList();
    }

    private static String ids(List<Result> results) {
        return Finding.of(results).stream().map(Finding::id).collect(Collectors.joining(" "));
    }

    @Test
    @DisplayName("are as many as there are causes, and each title says what is wrong with the answer")
    void tellsEachCauseOnce() {
        server.instead(
                any(urlMatching("/orgs/(forge|FORGE)")),
                new ResponseDefinitionBuilder()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("X-GitHub-Request-Id", "{{randomValue type='UUID'}}")
                        .withBody(whole(server.organization("forge", 3))));
        server.instead(
                get(urlEqualTo("/organizations?per_page=2")),
                ok("[" + server.organization("forge", 3).replace("\"id\": 3, ", "") + "]"));
        server.instead(any(urlPathEqualTo("/orgs/forge/public_members")), error(500, "Server Error"));
        server.instead(
                any(urlEqualTo("/orgs/hubtwin-nobody-is-called-so")), ok(whole(server.organization("whoever", 9))));
        server.instead(
                get(urlEqualTo("/organizations?per_page=5&since=3")), ok("[" + server.organization("forge", 3) + "]"));
        server.instead(
                get(urlPathEqualTo("/orgs/forge/members")),
                headed(302).withHeader("Location", "https://elsewhere.example/login"));
        assertEquals(
                List.of(
                        "GET /organizations: [].id is missing",
                        "GET /organizations: expected the id 8 first with since=3, not [3]",
                        "GET /orgs/{org}/members: Location leads away from the root of the API",
                        "GET /orgs/{org}/public_members: the status is 500, which is not described",
                        "GET /orgs/{org}: the header X-GitHub-Media-Type is missing",
                        "GET /orgs/{org}: the status is 200 where 404 is due"),
                titles(server.run(JUnitLauncher.ALL, TargetConfig.NONE)));
    }

    @Test
    @DisplayName("have ids that depend neither on the URL of the server nor on the order of the scenarios")
    void hasStableIds() {
        seed(server);
        String first = ids(server.run("OrganizationsContract$OnAnyServer"));
        try (CannedServer other = new CannedServer()) {
            seed(other);
            assertEquals(first, ids(other.run("OrganizationsContract$OnAnyServer")));
        }
        assertEquals("member:organization-simple.id expectation@OrganizationsContract.OnAnyServer.beginsAfter", first);
    }

    private static void seed(CannedServer server) {
        server.instead(
                get(urlEqualTo("/organizations?per_page=2")),
                ok("[" + server.organization("forge", 3).replace("\"id\": 3, ", "") + "]"));
        server.instead(
                get(urlEqualTo("/organizations?per_page=5&since=3")), ok("[" + server.organization("forge", 3) + "]"));
    }

    @Test
    @DisplayName("of one header that all operations lack are one")
    void joinsOperations() {
        server.instead(
                any(urlMatching("/.*")),
                new ResponseDefinitionBuilder()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("X-GitHub-Request-Id", "{{randomValue type='UUID'}}")
                        .withBody("{\"message\": \"Not Found\", \"documentation_url\": \"https://docs.example\"}"));
        List<Finding> findings = Finding.of(server.run("MetaContract$CredentialsOnAnyServer"));
        Finding worst = findings.get(0);
        assertTrue(
                worst.title().matches("\\d\\d operations: the header X-GitHub-Media-Type is missing"), worst.title());
        assertEquals("header:X-GitHub-Media-Type", worst.id());
    }

    @Test
    @DisplayName("of a preparation are about the preparation; what it prepared is not judged")
    void doesNotJudgeWhatCouldNotBePrepared() {
        server.instead(any(urlPathEqualTo("/orgs/forge")), error(500, "Server Error"));
        List<Result> results = server.run("MembersContract$OnAnyServer", OWNED);
        server.instead(get(urlPathEqualTo("/organizations")), error(500, "Server Error"));
        List<Result> unprepared = server.run("MembersContract$OnAnyServer");
        assertTrue(unprepared.stream().noneMatch(result -> result.outcome() == Outcome.FAILED), unprepared::toString);
        assertTrue(unprepared.stream().anyMatch(result -> result.outcome() == Outcome.UNJUDGED), unprepared::toString);
        assertEquals(List.of("GET /organizations: the status is 500, which is not described"), titles(unprepared));
        assertTrue(results.stream().noneMatch(result -> result.outcome() == Outcome.UNJUDGED), results::toString);
    }

    @Test
    @DisplayName("show the answer that is wrong, and not that of what puts things back")
    void showsWhatFailed() {
        String hook = """
        {"type": "Organization", "id": 7, "name": "web", "active": true, "events": ["pull"], "config": {"url": "https://forge.example",
         "content_type": "form", "insecure_ssl": "0"}, "url": "%1$s", "ping_url": "%1$s/pings", "updated_at": "2020-01-01T00:00:00Z",
         "created_at": "2020-01-01T00:00:00Z"}""".formatted(server.at("/orgs/forge/hooks/7"));
        server.instead(get(urlPathEqualTo("/orgs/forge/hooks")), ok("[]"));
        server.instead(
                post(urlEqualTo("/orgs/forge/hooks")),
                headed(201)
                        .withHeader("Location", server.at("/orgs/forge/hooks/7"))
                        .withHeader("Content-Type", "application/json")
                        .withBody(hook));
        server.instead(delete(urlEqualTo("/orgs/forge/hooks/7")), headed(204));
        List<String> shown = server.run("WebhooksContract$OnAnyServer", OWNED).stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .filter(result -> result.reason().startsWith("POST"))
                .map(result -> result.decisive().orElseThrow().method())
                .distinct()
                .toList();
        assertEquals(List.of("POST"), shown);
    }
}
