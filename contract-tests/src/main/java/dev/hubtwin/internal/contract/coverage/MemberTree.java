package dev.hubtwin.internal.contract.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The members that a schema describes, however deep, with a tally for each. Arrays are looked through. A schema that
 * contains itself is followed once.
 */
final class MemberTree {

    private static final String OTHERS = "*";

    private final Map<String, Member> members = new LinkedHashMap<>();

    private record Member(Counter counter, Map<JsonNode, Counter> values, MemberTree inside) {

        void count(JsonNode value) {
            counter.count(!value.isNull());
            (value.isArray() ? value : List.of(value)).forEach(each -> {
                Counter found = values.get(each);
                if (found != null) {
                    found.count(true);
                }
            });
            inside.count(value);
        }
    }

    /**
     * How tallies are made.
     *
     * @param prefix what stands before each name
     * @param valued whether the values of enums are tallied too
     * @param excused the paths that need not be met, with all below them
     */
    record Naming(String prefix, boolean valued, Set<String> excused) {

        Naming below(String path) {
            return new Naming(path + ".", valued, excused);
        }

        CoveredItem.Due due(String path) {
            boolean isExcused = excused.stream().anyMatch(each -> (path + ".").startsWith(each + "."));
            return isExcused ? CoveredItem.Due.NEVER : CoveredItem.Due.ALWAYS;
        }
    }

    /** Adds what a value may have. */
    void add(Description description, JsonNode schema, Naming naming) {
        add(description, schema, naming, Set.of());
    }

    private void add(Description description, JsonNode schema, Naming naming, Set<String> above) {
        String name = schema.path("$ref").asText();
        if (above.contains(name)) {
            return;
        }
        Set<String> here = new HashSet<>(above);
        if (!name.isEmpty()) {
            here.add(name);
        }
        JsonNode resolved = description.resolve(schema);
        alternatives(resolved).forEach(each -> add(description, each, naming, here));
        resolved.path("properties")
                .properties()
                .forEach(property -> add(description, property.getKey(), property.getValue(), naming, here));
        if (resolved.path("additionalProperties").isObject()) {
            add(description, OTHERS, resolved.path("additionalProperties"), naming, here);
        }
    }

    private void add(Description description, String name, JsonNode schema, Naming naming, Set<String> above) {
        String path = naming.prefix() + name;
        Member member = members.computeIfAbsent(
                name,
                absent -> new Member(
                        new Counter(path, naming.due(path)),
                        naming.valued() ? values(description, schema, path) : Map.of(),
                        new MemberTree()));
        member.inside().add(description, schema, naming.below(path), above);
    }

    /** What a value may be of, or its elements. */
    private static Stream<JsonNode> alternatives(JsonNode schema) {
        Stream<JsonNode> choices = Stream.of("allOf", "oneOf", "anyOf")
                .flatMap(keyword -> schema.path(keyword).valueStream());
        return schema.has("items") ? Stream.concat(choices, Stream.of(schema.get("items"))) : choices;
    }

    /** The values of an enum, but null; empty if there is none. */
    static Map<JsonNode, Counter> values(Description description, JsonNode schema, String path) {
        Map<JsonNode, Counter> values = new LinkedHashMap<>();
        JsonNode resolved = description.resolve(schema);
        resolved.path("enum").forEach(value -> {
            if (!value.isNull()) {
                values.put(value, new Counter(path + "=" + value, CoveredItem.Due.ALWAYS));
            }
        });
        alternatives(resolved).forEach(each -> values.putAll(values(description, each, path)));
        return values;
    }

    /** Tallies what a value has. */
    void count(JsonNode value) {
        if (value.isArray()) {
            value.forEach(this::count);
        }
        value.properties().forEach(property -> {
            Member member = members.getOrDefault(property.getKey(), members.get(OTHERS));
            if (member != null) {
                member.count(property.getValue());
            }
        });
    }

    /** Each tally, a member before what is inside it. */
    Stream<Counter> counters() {
        return members.values().stream()
                .flatMap(member -> Stream.of(
                                Stream.of(member.counter()),
                                member.values().values().stream(),
                                member.inside().counters())
                        .flatMap(part -> part));
    }
}
