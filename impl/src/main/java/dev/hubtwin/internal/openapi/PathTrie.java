package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The paths of a description, segment by segment. A literal segment goes before a parameter; a slash at the end that a
 * path does not have, a matrix parameter and a value that its parameter cannot have lead nowhere.
 */
final class PathTrie {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Node root = new Node();

    void add(String path, Operation operation, Map<String, JsonNode> parameters) {
        Node node = root;
        List<String> names = new ArrayList<>();
        for (String segment : segments(path)) {
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.length() - 1);
                names.add(name);
                node = node.below(parameters.get(name).path("type").asText().equals("integer"));
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new Node());
            }
        }
        node.leaves.put(operation.method(), new Leaf(operation, List.copyOf(names)));
    }

    Optional<ApiDescription.Match> match(String method, String path) {
        if (path.indexOf(';') >= 0) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        Leaf leaf = find(root, segments(path), 0, method, values);
        if (leaf == null) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            parameters.put(leaf.names.get(i), values.get(i));
        }
        return Optional.of(new ApiDescription.Match(leaf.operation, parameters));
    }

    private static Leaf find(Node node, List<String> segments, int at, String method, List<String> values) {
        if (at == segments.size()) {
            return node.leaves.get(method);
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(segment);
        Leaf found = literal == null ? null : find(literal, segments, at + 1, method, values);
        if (found != null || segment.isEmpty()) {
            return found;
        }
        if (INTEGER.matcher(segment).matches()) {
            found = findBelow(node.integer, segments, at, method, values);
        }
        return found != null ? found : findBelow(node.text, segments, at, method, values);
    }

    private static Leaf findBelow(Node node, List<String> segments, int at, String method, List<String> values) {
        if (node == null) {
            return null;
        }
        values.add(segments.get(at));
        Leaf found = find(node, segments, at + 1, method, values);
        if (found == null) {
            values.remove(values.size() - 1);
        }
        return found;
    }

    private static List<String> segments(String path) {
        return path.equals("/") || path.isEmpty()
                ? List.of()
                : List.of(path.substring(1).split("/", -1));
    }

    private record Leaf(Operation operation, List<String> names) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Leaf> leaves = new HashMap<>();
        private Node integer;
        private Node text;

        private Node below(boolean isInteger) {
            if (isInteger) {
                integer = integer == null ? new Node() : integer;
                return integer;
            }
            text = text == null ? new Node() : text;
            return text;
        }
    }
}
