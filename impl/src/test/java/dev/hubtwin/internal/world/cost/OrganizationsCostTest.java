package dev.hubtwin.internal.world.cost;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a request touches does not grow with the number of organizations: nothing walks the world. */
class OrganizationsCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 100_000 : 20_000;
    /** A search in an index a hundred times as long looks at seven more ids; a request searches so often at most. */
    private static final int SEARCHES = 3;

    private static final List<String> REQUESTS = List.of(
            "GET /orgs/org-0",
            "GET /orgs/org-777",
            "GET /organizations?since=1500&per_page=30",
            "GET /organizations",
            "GET /user/orgs",
            "GET /users/olivia/orgs",
            "PATCH /orgs/org-0 {\"name\": \"New\"}",
            "GET /user",
            "GET /users/olivia",
            "GET /users/org-0",
            "GET /repos/org-0/widgets",
            "GET /repositories/1000",
            "GET /organizations/1000");

    @Test
    @DisplayName("A request touches as many records among many organizations as among 1,000")
    void touchesTheSame() {
        CountedTwin.assertSameRecords(counts(FEW), counts(MANY), 7L * SEARCHES);
    }

    private static Map<String, TouchCount.Count> counts(int organizations) {
        try (CountedTwin twin = new CountedTwin(OrganizationWorlds.of(organizations))) {
            REQUESTS.forEach(twin::send);
            return twin.counts();
        }
    }
}
