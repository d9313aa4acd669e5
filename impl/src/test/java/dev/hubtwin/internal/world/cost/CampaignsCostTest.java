package dev.hubtwin.internal.world.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a page of campaigns costs depends on what stands on it, and neither on how many there are nor on where it is.
 */
class CampaignsCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int SIZE = 2;
    /** A search in an index ten times as long looks at four more; a change searches each list twice at most. */
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
            + " records among 10,000 campaigns as among 1,000")
    void touchesTheSame() {
        Map<String, TouchCount.Count> few = counts(FEW);
        assertEquals(4 * 3 * 2 * 3 + CHANGES.size(), few.size());
        CountedTwin.assertSameRecords(few, counts(MANY), 4L * SEARCHES);
    }

    private static Map<String, TouchCount.Count> counts(int campaigns) {
        try (CountedTwin twin = new CountedTwin(CampaignWorlds.of(campaigns))) {
            for (String sort : List.of("created", "updated", "ends_at", "published")) {
                for (String state : List.of("", "&state=open", "&state=closed")) {
                    for (String direction : List.of("asc", "desc")) {
                        int last = campaigns / (state.isEmpty() ? 1 : 2) / SIZE;
                        String list = "/orgs/big/campaigns?sort=" + sort + state + "&direction=" + direction
                                + "&per_page=" + SIZE;
                        Map.of("first", 1, "middle", (last + 1) / 2, "last", last)
                                // the name makes each request unique: a cached answer touches nothing
                                .forEach((name, page) ->
                                        list(twin, name + " " + list, "GET " + list + "&page=" + page + "&" + name));
                    }
                }
            }
            CHANGES.forEach(twin::send);
            return twin.counts();
        }
    }

    private static void list(CountedTwin twin, String name, String request) {
        HttpResponse<String> answer = twin.send(name, request, OrganizationWorlds.TOKEN);
        assertTrue(answer.headers().firstValue("Link").isPresent(), request);
    }
}
