package dev.hubtwin.internal.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.contract.http.MemberFault;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of a body that a sentence about it means. */
final class NamedMember {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NamedMember() {}

    /**
     * Returns the members of an object that a sentence names, as JSON pointers: of those with one name, the outermost.
     * Of what is not an object none are.
     */
    static List<String> named(String sentence, String body) {
        Set<String> words = new HashSet<>(Arrays.asList(sentence.split("\\W+")));
        Map<String, String> found = new LinkedHashMap<>();
        each(body, false).forEach((pointer, node) -> {
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (!pointer.isEmpty() && words.contains(name)) {
                found.putIfAbsent(name, pointer);
            }
        });
        return List.copyOf(found.values());
    }

    /**
     * Returns the one member, however deep, that is a text, an array or an object with a value; empty if none is, or
     * more than one. Numbers are not looked for: they count things as often as they stand in a body.
     */
    static Optional<String> with(String value, String body) {
        List<String> same = each(body, true).entrySet().stream()
                .filter(one -> one.getValue().isTextual()
                        ? one.getValue().textValue().equals(value)
                        : one.getValue().isContainerNode()
                                && one.getValue().toString().equals(value))
                .map(Map.Entry::getKey)
                .limit(2)
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** Returns what is in a body by its pointer, level by level from the outside. */
    private static Map<String, JsonNode> each(String body, boolean throughArrays) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Deque<Map.Entry<String, JsonNode>> open = new ArrayDeque<>();
        tree(body).ifPresent(root -> open.add(Map.entry("", root)));
        while (!open.isEmpty()) {
            Map.Entry<String, JsonNode> next = open.remove();
            all.put(next.getKey(), next.getValue());
            next.getValue()
                    .properties()
                    .forEach(member -> open.add(
                            Map.entry(MemberFault.pointer(next.getKey(), member.getKey()), member.getValue())));
            for (int i = 0;
                    throughArrays
                            && next.getValue().isArray()
                            && i < next.getValue().size();
                    i++) {
                open.add(Map.entry(next.getKey() + "/" + i, next.getValue().get(i)));
            }
        }
        return all;
    }

    private static Optional<JsonNode> tree(String body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
