package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts each enum where it is used, as GitHub's own description has them. As components they would be types of their
 * own, whose constants have one name space in Go: {@code ALL} of one would be {@code ALL} of the next.
 */
final class EnumsInPlace {

    private static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, ObjectNode> enums = new TreeMap<>();

    private EnumsInPlace() {}

    static void writeOut(ObjectNode description) {
        EnumsInPlace inPlace = new EnumsInPlace();
        ObjectNode schemas = (ObjectNode) description.at("/components/schemas");
        schemas.properties().stream()
                .filter(schema -> schema.getValue().has("enum"))
                .forEach(schema -> inPlace.enums.put(COMPONENTS + schema.getKey(), (ObjectNode) schema.getValue()));
        SchemaPlaces.forEach(description, inPlace::visit);
        inPlace.enums.keySet().forEach(reference -> schemas.remove(reference.substring(COMPONENTS.length())));
    }

    private void visit(ObjectNode schema) {
        ObjectNode referred = enums.get(schema.path("$ref").asText());
        if (referred != null) {
            schema.remove("$ref");
            schema.setAll(referred.deepCopy());
            schema.remove("x-hubtwin-nullable-of");
        }
        JsonNode only = schema.at("/allOf/0");
        if (only.has("enum")) {
            ObjectNode own = schema.deepCopy().remove(List.of("allOf"));
            schema.removeAll();
            schema.setAll((ObjectNode) only);
            schema.setAll(own);
        }
    }
}
