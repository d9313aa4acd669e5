package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.WorldSamples;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a request touches does not grow with the number of repositories: no list walks through what it leaves out. */
class RepositoriesCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = 16_000;
    /** Sixteen times as many: four more steps of each search, of which a merge of six lists makes some dozen. */
    private static final int MORE_PROBES = 1_000;

    private static final List<String> REQUESTS = List.of(
            "GET /orgs/org-0/repos",
            "GET /orgs/org-0/repos?sort=updated&direction=asc&page=9",
            "GET /orgs/org-0/repos?sort=pushed&page=5&type=private",
            "GET /orgs/org-0/repos?sort=full_name&page=16",
            "GET /orgs/org-0/repos?type=member",
            "GET /user/repos",
            "GET /user/repos?sort=created&page=9",
            "GET /user/repos?type=private&direction=desc&page=4",
            "GET /user/repos?sort=updated&since=1990-01-01T00:00:00Z",
            "GET /users/org-0/repos?page=7",
            "GET /repos/org-0/Repo5007/collaborators",
            "POST /orgs/org-0/repos {\"name\": \"new\"}");

    @Test
    @DisplayName("A request touches as many records among many repositories of an organization as among 1,000")
    void touchesTheSame() {
        CountedTwin.assertSameRecords(counts(FEW), counts(MANY), MORE_PROBES);
    }

    private static Map<String, TouchCount.Count> counts(int repositories) {
        World world = OrganizationWorlds.of(3);
        for (int i = 0; i < repositories; i++) {
            Repository repository = WorldSamples.repository(
                    5_000 + i, 1_000, i % 2 == 0 ? Visibility.PRIVATE : Visibility.PUBLIC, Map.of());
            world = world.with(repository);
        }
        try (CountedTwin twin = new CountedTwin(world)) {
            REQUESTS.forEach(twin::send);
            return twin.counts();
        }
    }
}
