package dev.hubtwin.internal.world.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a page of people costs depends on what stands on it, and neither on how many there are nor on where it is. */
class MembersCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 1_000_000 : 20_000;
    private static final int SIZE = 10;
    /** A search in an index a thousand times as long looks at ten more ids; a change searches so often at most. */
    private static final int SEARCHES = 30;

    /** Each list, and which part of all people stands in it. */
    private static final Map<String, Integer> LISTS = Map.of(
            "/orgs/big/members?filter=all",
            1,
            "/orgs/big/members?role=admin",
            2,
            "/orgs/big/members?role=member",
            2,
            "/orgs/big/members?filter=2fa_disabled",
            2,
            "/orgs/big/members?filter=2fa_disabled&role=admin",
            4,
            "/orgs/big/members?filter=2fa_disabled&role=member",
            4,
            "/orgs/big/public_members?x",
            1,
            "/orgs/open/outside_collaborators?filter=all",
            1,
            "/orgs/open/outside_collaborators?filter=2fa_disabled",
            2,
            "/user/memberships/orgs?state=active",
            1);

    private static final List<String> OTHERS = List.of(
            "GET /orgs/big/members/person-500",
            "GET /orgs/big/public_members/person-500",
            "GET /orgs/big/memberships/person-500",
            "GET /user/memberships/orgs/club-500",
            "PUT /orgs/big/memberships/person-501",
            "PUT /orgs/big/memberships/mike",
            "DELETE /orgs/big/memberships/mike",
            "DELETE /orgs/big/members/person-502",
            "PUT /orgs/big/outside_collaborators/person-503",
            "DELETE /orgs/open/outside_collaborators/person-504",
            "PUT /orgs/big/public_members/olivia");

    @Test
    @DisplayName("First, middle and last page of every list of people, and their Link, touch as many records among many"
            + " as among 1,000")
    void touchesTheSame() {
        CountedTwin.assertSameRecords(counts(FEW), counts(MANY), 10L * SEARCHES);
    }

    private static Map<String, TouchCount.Count> counts(int people) {
        try (CountedTwin twin = new CountedTwin(MemberWorlds.of(people))) {
            LISTS.forEach((list, part) -> {
                int last = people / part / SIZE;
                Map.of("first", 1, "middle", last / 2, "last", last).forEach((name, page) -> {
                    HttpResponse<String> answer = twin.send(
                            name + " " + list, "GET " + list + "&per_page=10&page=" + page, OrganizationWorlds.TOKEN);
                    assertTrue(answer.headers().firstValue("Link").isPresent());
                });
            });
            OTHERS.forEach(twin::send);
            return twin.counts();
        }
    }
}
