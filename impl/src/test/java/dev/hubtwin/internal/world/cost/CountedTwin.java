package dev.hubtwin.internal.world.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.world.World;
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

/** A twin that counts what each request touches of its world. */
final class CountedTwin implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TouchCount touched = new TouchCount();
    private final Map<String, TouchCount.Count> counts = new LinkedHashMap<>();
    private final TwinServer twin;

    CountedTwin(World world) {
        this.twin = TwinServer.start(CountingCollections.in(world, touched));
    }

    /** Sends a request as olivia and counts it under its own text. */
    HttpResponse<String> send(String request) {
        return send(request, request, OrganizationWorlds.TOKEN);
    }

    /**
     * Sends a request, which must succeed, and counts what it touches.
     *
     * @param name what it is counted under
     * @param request the method, the path and, if there is one, the body, each after a space
     */
    HttpResponse<String> send(String name, String request, String token) {
        String[] parts = request.split(" ", 3);
        HttpRequest sent = HttpRequest.newBuilder(URI.create(twin.url() + parts[1]))
                .header("Authorization", "Bearer " + token)
                .method(parts[0], parts.length < 3 ? BodyPublishers.noBody() : BodyPublishers.ofString(parts[2]))
                .build();
        touched.take();
        HttpResponse<String> answer = answer(sent);
        counts.put(name, touched.take());
        assertEquals(2, answer.statusCode() / 100, () -> request + ": " + answer.body());
        return answer;
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what each request touched, by its name. */
    Map<String, TouchCount.Count> counts() {
        return counts;
    }

    /**
     * Holds that requests touch as many records in a large world as in a small one.
     *
     * @param probes how many more ids they may look at
     */
    static void assertSameRecords(Map<String, TouchCount.Count> few, Map<String, TouchCount.Count> many, long probes) {
        few.forEach((request, count) -> {
            assertTrue(count.records() > 0, () -> request + " was not counted");
            assertEquals(count.records(), many.get(request).records(), () -> "records touched by " + request);
            long more = many.get(request).probes() - count.probes();
            assertTrue(more <= probes, () -> request + " looked at " + more + " more ids");
        });
    }

    @Override
    public void close() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }
}
