package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.control.model.RequestLogEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations that the description has, by their tags. */
final class DescribedOperations {

    private static final int FIRST_REFUSAL = 400;
    private static final SortedMap<String, Set<String>> BY_TAG = read();

    private DescribedOperations() {}

    private static SortedMap<String, Set<String>> read() {
        SortedMap<String, Set<String>> ids = new TreeMap<>();
        try (InputStream in = DescribedOperations.class.getResourceAsStream("/openapi/openapi.json")) {
            for (JsonNode path : new ObjectMapper().readTree(in).path("paths")) {
                for (JsonNode operation : path) {
                    if (operation.has("operationId")) {
                        ids.computeIfAbsent(operation.path("tags").path(0).asText(), tag -> new TreeSet<>())
                                .add(operation.path("operationId").asText());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    static Set<String> tags() {
        return BY_TAG.keySet();
    }

    static Set<String> all() {
        return BY_TAG.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails if an operation of a tag has not been answered by a success yet. */
    static void assertAllSucceeded(String tag, TwinWorld world) {
        Set<String> missing = new TreeSet<>(BY_TAG.get(tag));
        world.requests().stream()
                .filter(request -> request.getStatus() < FIRST_REFUSAL)
                .map(RequestLogEntry::getOperation)
                .forEach(missing::remove);
        assertEquals(Set.of(), missing, "operations of " + tag + " that succeeded");
    }
}
