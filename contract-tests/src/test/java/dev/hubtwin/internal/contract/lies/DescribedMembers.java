package dev.hubtwin.internal.contract.lies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The members that a schema describes, at any depth. Where a schema comes back to itself the walk ends; of a choice of
 * schemas, what each of them says of a member counts together.
 */
final class DescribedMembers {

    private final Map<List<String>, Member> found = new LinkedHashMap<>();

    /**
     * A member, or an element of an array.
     *
     * @param path its names from the root on; {@code *} is any element, or any member of a map
     * @param required whether the object around it must have it
     * @param types the JSON types that it may have; empty if any
     * @param enumerated whether there is a list of its values
     * @param format that of its text or number; empty without one
     */
    record Member(
            List<String> path,
            boolean required,
            boolean nullable,
            Set<String> types,
            boolean enumerated,
            String format) {

        private Member or(Member other) {
            Set<String> either = new TreeSet<>(types);
            either.addAll(other.types);
            Set<String> both = types.isEmpty() || other.types.isEmpty() ? Set.of() : either;
            return new Member(
                    path,
                    required && other.required,
                    nullable || other.nullable,
                    both,
                    enumerated && other.enumerated,
                    format.equals(other.format) ? format : "");
        }

        @Override
        public String toString() {
            return "/" + String.join("/", path);
        }
    }

    private DescribedMembers() {}

    /** The members of what a schema describes, in its order. */
    static Collection<Member> of(JsonNode schema) {
        DescribedMembers members = new DescribedMembers();
        members.walk(schema, List.of(), Set.of());
        return members.found.values();
    }

    private void walk(JsonNode referring, List<String> path, Set<String> above) {
        Set<String> within = new LinkedHashSet<>(above);
        for (JsonNode schema : alternatives(referring, within)) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> add(
                            property.getValue(),
                            with(path, property.getKey()),
                            requires(schema, property.getKey()),
                            within));
            if (schema.has("items")) {
                add(schema.path("items"), with(path, "*"), false, within);
            }
            if (schema.path("additionalProperties").isObject()) {
                add(schema.path("additionalProperties"), with(path, "*"), false, within);
            }
        }
    }

    private void add(JsonNode referring, List<String> path, boolean required, Set<String> above) {
        String name = referring.path("$ref").asText();
        Member first = null;
        for (JsonNode schema : alternatives(referring, new LinkedHashSet<>())) {
            Member member = member(path, required, referring, schema);
            first = first == null ? member : first.or(member);
        }
        found.merge(path, first, Member::or);
        if (!above.contains(name)) {
            walk(referring, path, above);
        }
    }

    private static Member member(List<String> path, boolean required, JsonNode referring, JsonNode schema) {
        Set<String> types = schema.has("type") ? Set.of(schema.path("type").asText()) : Set.of();
        boolean nullable = referring.path("nullable").asBoolean()
                || schema.path("nullable").asBoolean();
        return new Member(
                path,
                required,
                nullable,
                types,
                schema.has("enum"),
                schema.path("format").asText());
    }

    /** What a schema comes down to: itself, or each of those that it is made of. */
    private static List<JsonNode> alternatives(JsonNode referring, Set<String> names) {
        if (referring.has("$ref")) {
            names.add(referring.path("$ref").asText());
        }
        JsonNode schema = Description.PUBLISHED.resolve(referring);
        List<JsonNode> alternatives = new ArrayList<>();
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(choice).forEach(one -> alternatives.addAll(alternatives(one, names)));
        }
        return alternatives.isEmpty() ? List.of(schema) : alternatives;
    }

    private static boolean requires(JsonNode schema, String name) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> with(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
