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

/** What a page of people costs depends on what stands on it, and neither on how many there are nor on where it is. */
class MembersCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 1_000_000 : 50_000;
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
    void touchesTheSame() throws IOException, InterruptedException {
        Map<String, TouchCount.Count> few = counts(FEW);
        Map<String, TouchCount.Count> many = counts(MANY);
        few.forEach((request, count) -> {
            assertTrue(count.records() > 0, () -> request + " was not counted");
            assertEquals(count.records(), many.get(request).records(), () -> "records touched by " + request);
            long more = many.get(request).probes() - count.probes();
            assertTrue(more <= 10 * SEARCHES, () -> request + " looked at " + more + " more ids");
        });
    }

    private static Map<String, TouchCount.Count> counts(int people) throws IOException, InterruptedException {
        TouchCount touched = new TouchCount();
        Map<String, TouchCount.Count> counts = new LinkedHashMap<>();
        try (TwinServer twin = TwinServer.start(CountingCollections.in(MemberWorlds.of(people), touched))) {
            for (Map.Entry<String, Integer> list : LISTS.entrySet()) {
                int last = people / list.getValue() / SIZE;
                Map<String, Integer> pages = Map.of("first", 1, "middle", last / 2, "last", last);
                for (Map.Entry<String, Integer> page : pages.entrySet()) {
                    touched.take();
                    HttpResponse<String> answer =
                            send(twin, "GET " + list.getKey() + "&per_page=10&page=" + page.getValue());
                    counts.put(page.getKey() + " " + list.getKey(), touched.take());
                    assertTrue(answer.headers().firstValue("Link").isPresent());
                }
            }
            for (String request : OTHERS) {
                touched.take();
                send(twin, request);
                counts.put(request, touched.take());
            }
            assertEquals(List.of(), twin.contractViolations());
        }
        return counts;
    }

    private static HttpResponse<String> send(TwinServer twin, String request) throws IOException, InterruptedException {
        String[] parts = request.split(" ");
        HttpRequest sent = HttpRequest.newBuilder(URI.create(twin.url() + parts[1]))
                .header("Authorization", "Bearer " + OrganizationWorlds.TOKEN)
                .method(parts[0], BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(sent, BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, () -> request + ": " + answer.body());
        return answer;
    }
}
