package dev.hubtwin.internal.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.campaign.OrganizationCampaigns;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many who begin, change and delete campaigns at once. */
class CampaignsRaceTest {

    private static final int WRITERS = 16;
    private static final int EACH = Boolean.getBoolean("hubtwin.full") ? 1_000 : 25;
    private static final long ORGANIZATION = 9;
    private static final String CAMPAIGNS = "/orgs/acme/campaigns";
    private static final String NEW = """
      {"name": "n", "description": "d", "ends_at": "2098-01-01T00:00:00Z", "generate_issues": true,
       "code_scanning_alerts": [{"repository_id": 5, "alert_numbers": [1]}]}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TwinServer twin;

    @BeforeEach
    void begin() {
        twin = TwinServer.start(SeedCodec.read("""
        settings: {rate_limit: 'off'}
        users: [{login: olivia}]
        organizations: [{login: acme, id: 9, members: [{login: olivia, role: admin}]}]
        repositories: [{owner: acme, name: widgets, id: 5, code_scanning_alerts: [{number: 1}]}]
        tokens: [{token: ghp_olivia, user: olivia, scopes: [repo]}]
        """, "application/yaml", Instant.now()));
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }

    @Test
    @DisplayName("No two campaigns ever have one number, no two issues of a repository, and every list agrees")
    void numbersOnce() throws Exception {
        List<Callable<List<Integer>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(this::act);
        }
        Set<Integer> numbers = new HashSet<>();
        for (Future<List<Integer>> writer : threads.invokeAll(writers)) {
            numbers.addAll(writer.get());
        }
        assertEquals(WRITERS * EACH, numbers.size());
        OrganizationCampaigns agenda = twin.store().now().campaigns().of(ORGANIZATION);
        int left = WRITERS * EACH - WRITERS * ((EACH + 2) / 3);
        assertEquals(left, agenda.byNumber().size());
        assertEquals(
                left,
                agenda.byNumber().values().stream()
                        .flatMap(one -> one.issues().stream())
                        .distinct()
                        .count());
        for (OrganizationCampaigns.Sort sort : OrganizationCampaigns.Sort.values()) {
            assertEquals(left, size(agenda, sort, null));
            assertEquals(left, size(agenda, sort, Campaign.State.OPEN) + size(agenda, sort, Campaign.State.CLOSED));
        }
    }

    private static int size(OrganizationCampaigns agenda, OrganizationCampaigns.Sort sort, Campaign.State state) {
        SortedIndex<Campaign> list = agenda.published(sort, state);
        list.elements()
                .forEach(one -> assertEquals(one, agenda.campaign(one.number()).orElseThrow()));
        return list.size();
    }

    /** Each third campaign is deleted, each other one closed. */
    private List<Integer> act() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            int number = new ObjectMapper()
                    .readTree(call(200, "POST", CAMPAIGNS, NEW))
                    .path("number")
                    .asInt();
            numbers.add(number);
            if (i % 3 == 0) {
                call(204, "DELETE", CAMPAIGNS + "/" + number, "");
            } else {
                call(200, "PATCH", CAMPAIGNS + "/" + number, "{\"state\": \"closed\"}");
            }
        }
        return numbers;
    }

    private String call(int expected, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twin.url() + path))
                .header("Authorization", "Bearer ghp_olivia")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertEquals(expected, answer.statusCode(), answer::body);
        return answer.body();
    }
}
