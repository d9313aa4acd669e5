package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Leaves out the schemas that nothing refers to: what others are made of has been written out by then. */
final class UnusedSchemas {

    private UnusedSchemas() {}

    static void leaveOut(ObjectNode description) {
        Set<String> used = new HashSet<>();
        description.properties().stream()
                .filter(member -> !member.getKey().equals("components"))
                .forEach(member -> use(member.getValue(), description, used));
        description.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("schemas"))
                .forEach(kind -> use(kind.getValue(), description, used));
        ((ObjectNode) description.at("/components/schemas"))
                .properties()
                .removeIf(schema -> !used.contains("#/components/schemas/" + schema.getKey()));
    }

    private static void use(JsonNode node, JsonNode description, Set<String> used) {
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty() && used.add(reference)) {
            use(description.at(reference.substring(1)), description, used);
        }
        node.forEach(child -> use(child, description, used));
    }
}
