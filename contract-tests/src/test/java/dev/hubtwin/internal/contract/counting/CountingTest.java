package dev.hubtwin.internal.contract.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing on the way of a request walks the world: what is touched does not grow with it. */
class CountingTest {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    /** A search in an index a hundred times as long looks at seven more ids; a request searches so often at most. */
    private static final int SEARCHES = 3;

    private static final List<String> REQUESTS = List.of(
            "GET /orgs/org-0",
            "GET /orgs/org-777",
            "GET /organizations?since=1500&per_page=30",
            "GET /organizations",
            "GET /user/orgs",
            "GET /users/olivia/orgs",
            "PATCH /orgs/org-0",
            "GET /user",
            "GET /users/olivia",
            "GET /users/org-0",
            "GET /repos/org-0/widgets",
            "GET /repositories/1000",
            "GET /organizations/1000");

    @Test
    @DisplayName("A request touches as many records among 100,000 organizations as among 1,000")
    void touchesTheSame() throws IOException, InterruptedException {
        Map<String, TouchCount.Count> few = counts(FEW);
        Map<String, TouchCount.Count> many = counts(MANY);
        for (String request : REQUESTS) {
            assertTrue(few.get(request).records() > 0, () -> request + " was not counted");
            assertEquals(
                    few.get(request).records(), many.get(request).records(), () -> "records touched by " + request);
            long more = many.get(request).probes() - few.get(request).probes();
            assertTrue(more <= 7 * SEARCHES, () -> request + " looked at " + more + " more ids");
        }
    }

    @Test
    @DisplayName("The counter sees a walk, a lookup, and what is looked up in turn")
    void counts() {
        TouchCount touched = new TouchCount();
        World world = CountingCollections.in(OrganizationWorlds.of(20), touched);
        assertEquals(new TouchCount.Count(0, 0), touched.take(), "only to look counts");
        assertEquals(
                20,
                world.accounts().all().stream()
                        .filter(Organization.class::isInstance)
                        .count());
        assertEquals(20 + 19, touched.take().records(), "each account");
        world.memberships().roster(1_003).all().forEach(member -> {});
        assertEquals(2, touched.take().records(), "a roster, and who stands in it");
        world.with(world.accounts().user("olivia").orElseThrow())
                .accounts()
                .all()
                .iterator()
                .next();
        assertTrue(touched.take().records() >= 3, "a changed world is counted too");
        assertTrue(world.accounts().organizationIds().contains(1_010L));
        assertTrue(touched.take().probes() >= 4, "a bisection");
    }

    private static Map<String, TouchCount.Count> counts(int organizations) throws IOException, InterruptedException {
        TouchCount touched = new TouchCount();
        Map<String, TouchCount.Count> counts = new LinkedHashMap<>();
        HttpClient client = HttpClient.newHttpClient();
        try (TwinServer twin =
                TwinServer.start(CountingCollections.in(OrganizationWorlds.of(organizations), touched))) {
            for (String request : REQUESTS) {
                touched.take();
                String[] parts = request.split(" ");
                int status = client.send(
                                HttpRequest.newBuilder(URI.create(twin.url() + parts[1]))
                                        .header("Authorization", "Bearer " + OrganizationWorlds.TOKEN)
                                        .method(
                                                parts[0],
                                                parts[0].equals("PATCH")
                                                        ? BodyPublishers.ofString("{\"name\": \"New\"}")
                                                        : BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                assertEquals(200, status, request);
                counts.put(request, touched.take());
            }
            assertEquals(List.of(), twin.contractViolations());
        }
        return counts;
    }
}
