package dev.hubtwin.internal.contract.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a page of campaigns costs depends on what stands on it, and neither on how many there are nor on where it is.
 */
class CampaignsCostTest {

    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int SIZE = 2;
    /** A search in an index a thousand times as long looks at ten more; a change searches each list twice at most. */
    private static final int SEARCHES = 16;

    private static final List<String> CHANGES = List.of(
            "GET /orgs/big/campaigns/5",
            "PATCH /orgs/big/campaigns/5 {\"name\": \"New\"}",
            "PATCH /orgs/big/campaigns/6 {\"state\": \"closed\"}",
            "PATCH /orgs/big/campaigns/7 {}",
            "DELETE /orgs/big/campaigns/5",
            "POST /orgs/big/campaigns {\"name\": \"c\", \"description\": \"d\", \"ends_at\": \"2098-01-01T00:00:00Z\","
                    + " \"generate_issues\": true, \"code_scanning_alerts\": [{\"repository_id\": 10, \"alert_numbers\": [1]}]}");

    @Test
    @DisplayName("First, middle and last page of every list of campaigns, their Link, and every change touch as many"
            + " records among 10,000 campaigns as among ten")
    void touchesTheSame() throws IOException, InterruptedException {
        Map<String, TouchCount.Count> few = counts(FEW);
        Map<String, TouchCount.Count> many = counts(MANY);
        assertEquals(4 * 3 * 2 * 3 + CHANGES.size(), few.size());
        few.forEach((request, count) -> {
            assertTrue(count.records() > 0, () -> request + " was not counted");
            assertEquals(count.records(), many.get(request).records(), () -> "records touched by " + request);
            long more = many.get(request).probes() - count.probes();
            assertTrue(more <= 10 * SEARCHES, () -> request + " looked at " + more + " more");
        });
    }

    private static Map<String, TouchCount.Count> counts(int campaigns) throws IOException, InterruptedException {
        TouchCount touched = new TouchCount();
        Map<String, TouchCount.Count> counts = new LinkedHashMap<>();
        try (TwinServer twin = TwinServer.start(CountingCollections.in(CampaignWorlds.of(campaigns), touched))) {
            for (String sort : List.of("created", "updated", "ends_at", "published")) {
                for (String state : List.of("", "&state=open", "&state=closed")) {
                    for (String direction : List.of("asc", "desc")) {
                        int last = campaigns / (state.isEmpty() ? 1 : 2) / SIZE;
                        String list = "/orgs/big/campaigns?sort=" + sort + state + "&direction=" + direction
                                + "&per_page=" + SIZE;
                        Map.of("first", 1, "middle", (last + 1) / 2, "last", last)
                                .forEach((name, page) ->
                                        // the name makes each its own: an answer that is kept touches nothing
                                        counts.put(
                                                name + " " + list,
                                                count(twin, "GET " + list + "&page=" + page + "&" + name, touched)));
                    }
                }
            }
            CHANGES.forEach(request -> counts.put(request, count(twin, request, touched)));
            assertEquals(List.of(), twin.contractViolations());
        }
        return counts;
    }

    private static TouchCount.Count count(TwinServer twin, String request, TouchCount touched) {
        touched.take();
        String[] parts = request.split(" ", 3);
        HttpRequest sent = HttpRequest.newBuilder(URI.create(twin.url() + parts[1]))
                .header("Authorization", "Bearer " + OrganizationWorlds.TOKEN)
                .method(parts[0], parts.length < 3 ? BodyPublishers.noBody() : BodyPublishers.ofString(parts[2]))
                .build();
        HttpResponse<String> answer = answer(sent);
        TouchCount.Count count = touched.take();
        assertEquals(2, answer.statusCode() / 100, () -> request + ": " + answer.body());
        assertEquals(parts[1].contains("?"), answer.headers().firstValue("Link").isPresent(), request);
        return count;
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
