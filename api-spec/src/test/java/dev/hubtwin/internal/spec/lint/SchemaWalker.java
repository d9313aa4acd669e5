package dev.hubtwin.internal.spec.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Walks the schemas of a description, each with its role. */
final class SchemaWalker {

    /** What a schema is for the place that it stands at. */
    enum Role {
        /** A component: has a name. */
        COMPONENT,
        /** Of a body. */
        BODY,
        /** Of a parameter or header. */
        PARAMETER,
        /** Of a member, an element or a part of another schema. */
        MEMBER,
        /** One of several that another schema admits. */
        CHOICE
    }

    private final BiConsumer<Role, NodeLocation> visitor;

    private SchemaWalker(BiConsumer<Role, NodeLocation> visitor) {
        this.visitor = visitor;
    }

    static void walk(DescriptionSources description, BiConsumer<Role, NodeLocation> visitor) {
        SchemaWalker schemas = new SchemaWalker(visitor);
        description.components("schemas").forEach(schema -> schemas.visit(Role.COMPONENT, schema));
        List<NodeLocation> elsewhere = new ArrayList<>(List.of(description.place("paths")));
        for (String kind : List.of("parameters", "headers", "responses", "requestBodies")) {
            elsewhere.addAll(description.components(kind));
        }
        elsewhere.forEach(place -> DescriptionSources.walk(place, inner -> {
            if (inner.name().equals("schema")) {
                schemas.visit(inner.pointer().contains("/content/") ? Role.BODY : Role.PARAMETER, inner);
            }
        }));
    }

    /** The schema at a place and all that it is made of or refers to. */
    static void walkThrough(
            DescriptionSources description, NodeLocation schema, BiConsumer<Role, NodeLocation> visitor) {
        Set<String> seen = new HashSet<>();
        List<NodeLocation> waiting = new ArrayList<>(List.of(description.resolve(schema)));
        while (!waiting.isEmpty()) {
            NodeLocation next = waiting.remove(0);
            if (seen.add(next.pointer())) {
                new SchemaWalker((role, place) -> {
                            visitor.accept(role, place);
                            waiting.add(description.resolve(place));
                        })
                        .visit(Role.BODY, next);
            }
        }
    }

    private void visit(Role role, NodeLocation schema) {
        visitor.accept(role, schema);
        schema.at("properties").children().forEach(member -> visit(Role.MEMBER, member));
        schema.at("allOf").children().forEach(part -> visit(Role.MEMBER, part));
        for (String choice : List.of("oneOf", "anyOf")) {
            schema.at(choice).children().forEach(one -> visit(Role.CHOICE, one));
        }
        for (String inner : List.of("items", "additionalProperties")) {
            if (schema.at(inner).node().isObject()) {
                visit(Role.MEMBER, schema.at(inner));
            }
        }
    }
}
