package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same description at two times, each bundled.
 *
 * @param before the earlier one
 * @param after the later one
 */
public record DescriptionPair(JsonNode before, JsonNode after) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /**
     * An operation that both have.
     *
     * @param name its method and path
     */
    record OperationPair(String name, JsonNode before, JsonNode after) {}

    /** The operations by method and path. */
    static Map<String, JsonNode> operations(JsonNode description) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.put(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue())));
        return operations;
    }

    List<OperationPair> operations() {
        Map<String, JsonNode> later = operations(after);
        List<OperationPair> pairs = new ArrayList<>();
        operations(before).forEach((name, operation) -> {
            if (later.containsKey(name)) {
                pairs.add(new OperationPair(name, operation, later.get(name)));
            }
        });
        return pairs;
    }

    /** What stands at a node of the earlier description, or at what it refers to. */
    JsonNode earlier(JsonNode node) {
        return resolve(before, node);
    }

    /** What stands at a node of the later description, or at what it refers to. */
    JsonNode later(JsonNode node) {
        return resolve(after, node);
    }

    /** The components that a node of a description needs, by reference. */
    static Map<String, JsonNode> needs(JsonNode description, JsonNode node) {
        Map<String, JsonNode> needs = new TreeMap<>();
        collect(description, node, needs);
        return needs;
    }

    private static void collect(JsonNode description, JsonNode node, Map<String, JsonNode> needs) {
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty() && !needs.containsKey(reference)) {
            JsonNode target = description.at(reference.substring(1));
            needs.put(reference, target);
            collect(description, target, needs);
        }
        node.forEach(child -> collect(description, child, needs));
    }

    static JsonNode resolve(JsonNode description, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolve(description, description.at(reference.substring(1)));
    }
}
