package dev.hubtwin.internal.world.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a page of teams, of a team's people or of invitations costs depends on what stands on it. */
class TeamsCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 200_000 : 10_000;
    private static final int SIZE = 10;
    /**
     * A search in an index two hundred times as long looks at eight more ids; two indexes together are searched twice.
     */
    private static final int SEARCHES = 60;

    private static final List<String> OTHERS = List.of(
            "GET /orgs/big/teams/crowd",
            "GET /orgs/big/teams/crowd/memberships/person-500",
            "PUT /orgs/big/teams/crowd/memberships/person-501 {\"role\":\"maintainer\"}",
            "DELETE /orgs/big/teams/crowd/memberships/person-502",
            "PUT /orgs/big/teams/crowd/memberships/olivia",
            "POST /orgs/big/invitations {\"email\":\"another@example.com\"}",
            "DELETE /orgs/big/invitations/2000000500",
            "GET /orgs/big/invitations/2000000502/teams",
            "PUT /orgs/big/memberships/person-503 {\"role\":\"admin\"}",
            "DELETE /orgs/big/memberships/person-504");

    @Test
    @DisplayName(
            "First, middle and last page of every list of teams and invitations, and their Link, touch as many records "
                    + "among many as among 1,000")
    void touchesTheSame() {
        CountedTwin.assertSameRecords(counts(FEW), counts(MANY), 10L * SEARCHES);
    }

    private static Map<String, TouchCount.Count> counts(int size) {
        try (CountedTwin twin = new CountedTwin(TeamWorlds.of(size))) {
            TeamWorlds.LISTS.forEach(list -> {
                int last = size / list.part() / SIZE;
                Map.of("first", 1, "middle", last / 2, "last", last).forEach((name, page) -> {
                    HttpResponse<String> answer = twin.send(
                            name + " " + list.path(), "GET " + list.path() + "&per_page=10&page=" + page, list.token());
                    assertTrue(answer.headers().firstValue("Link").isPresent());
                });
            });
            OTHERS.forEach(twin::send);
            return twin.counts();
        }
    }
}
