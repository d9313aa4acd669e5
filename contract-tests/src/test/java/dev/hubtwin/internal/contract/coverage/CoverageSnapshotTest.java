package dev.hubtwin.internal.contract.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.Verdict;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts, and what does not. */
@DisplayName("What is covered")
class CoverageSnapshotTest {

    private static final String CAMPAIGN = "/orgs/acme/campaigns/1";
    private final Coverage coverage = new Coverage(Description.PUBLISHED);

    private void exchange(String method, String path, int status, String sent, String answered) {
        URI uri = URI.create("http://twin.example" + path);
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        coverage.onExchange(new Exchange(
                method,
                uri,
                none,
                sent.getBytes(UTF_8),
                new HttpAnswer(status, none, answered.getBytes(UTF_8)),
                new Verdict(
                        Description.PUBLISHED
                                .operation(method, uri.getRawPath())
                                .map(Description.Operation::id),
                        List.of(),
                        List.of())));
    }

    private OperationCoverage part(String id) {
        return coverage.snapshot().parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CoveredItem item(String id, String name) {
        OperationCoverage part = part(id);
        return Stream.of(part.statuses(), part.parameters(), part.members())
                .flatMap(List::stream)
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("At first nothing is met, and 46 operations, 121 statuses, parameters and members are due")
    void beginsWithNothing() {
        CoverageSnapshot.Totals totals = coverage.snapshot().documented();
        assertEquals("0/46 0/121", totals.operations() + " " + totals.statuses());
        assertTrue(totals.parameters().all() > 300 && totals.members().all() > 1500, totals::toString);
        assertTrue(
                coverage.snapshot().additions().toString().startsWith("0/"),
                () -> coverage.snapshot().additions().toString());
        assertFalse(totals.members().complete());
        coverage.snapshot().parts().forEach(part -> assertFalse(part.reached()));
        assertEquals(
                CoveredItem.Due.BY_FAULT,
                item("campaigns/delete-campaign", "503").due());
        assertEquals(
                CoveredItem.Due.NEVER, item("campaigns/delete-campaign", "401").due());
        assertEquals(
                CoveredItem.Due.NEVER,
                item("campaigns/list-org-campaigns", "alert_stats.open_count").due());
        assertTrue(part("campaigns/delete-campaign")
                .missing()
                .containsAll(List.of("status 204", "status 503", "parameter path.org")));
    }

    @Test
    @DisplayName("A refused request counts its status and nothing of what it sent or was answered")
    void refusalsCountTheirStatus() {
        exchange("PATCH", CAMPAIGN, 422, "{\"name\": \"Fog\"}", "{\"name\": \"Fog\"}");
        assertTrue(item("campaigns/update-campaign", "422").reached());
        for (String name : List.of("path.org", "body.name", "name")) {
            assertFalse(item("campaigns/update-campaign", name).reached(), name);
        }
    }

    @Test
    @DisplayName("Parameters count with their values, those of bodies as they were written")
    void countsValues() {
        exchange("GET", "/orgs/acme/campaigns?sort=creat%65d&direction&unheard=1", 200, "", "[]");
        assertTrue(
                item("campaigns/list-org-campaigns", "query.sort=\"created\"").reached());
        assertTrue(item("campaigns/list-org-campaigns", "query.direction").reached());
        assertFalse(
                item("campaigns/list-org-campaigns", "query.sort=\"ends_at\"").reached());
        exchange("PATCH", "/orgs/acme", 200, "{\"default_repository_permission\": \"read\"}", "");
        assertTrue(item("orgs/update", "body.default_repository_permission=\"read\"")
                .reached());
        assertFalse(item("orgs/update", "body.default_repository_permission=\"write\"")
                .reached());
        exchange(
                "POST", "/app/installations/1/access_tokens", 201, "{\"permissions\": {\"starlight\": \"admin\"}}", "");
        assertTrue(item("apps/create-installation-access-token", "body.permissions.*=\"admin\"")
                .reached());
    }

    @Test
    @DisplayName("Members count through arrays and objects; one that was always null is met, and said to be")
    void countsMembers() {
        exchange("GET", CAMPAIGN, 200, "", "{\"closed_at\": null, \"managers\": [{\"login\": \"olivia\"}]}");
        assertTrue(item("campaigns/get-campaign-summary", "managers.login").reached());
        assertFalse(item("campaigns/get-campaign-summary", "managers.id").reached());
        assertEquals(
                List.of("closed_at"), part("campaigns/get-campaign-summary").nullOnly());
        exchange("GET", CAMPAIGN, 200, "", "{\"closed_at\": \"2026-01-01T00:00:00Z\"}");
        assertEquals(List.of(), part("campaigns/get-campaign-summary").nullOnly());
    }

    @ParameterizedTest
    @CsvSource({"HEAD, /orgs/acme, 200", "GET, /nothing, 404", "GET, /orgs/acme, 418", "OPTIONS, /orgs/acme, 204"})
    @DisplayName("HEAD, what means no operation and what no operation answers count nowhere")
    void passesOver(String method, String path, int status) {
        exchange(method, path, status, "not json", "<html>");
        assertEquals(new Coverage(Description.PUBLISHED).snapshot(), coverage.snapshot());
    }

    @Test
    @DisplayName("However many threads bring exchanges, each is counted once")
    void countsInParallel() {
        IntStream.range(0, 4000).parallel().forEach(i -> exchange("GET", CAMPAIGN, 200, "", "{\"number\": 1}"));
        assertEquals(4000, item("campaigns/get-campaign-summary", "200").times());
        assertEquals(4000, item("campaigns/get-campaign-summary", "number").filled());
    }
}
