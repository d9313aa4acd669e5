package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Writes out the schemas that add members to others. The sources say {@code allOf} and name the files of the others;
 * the bundle has each schema whole, since a closed part of one would refuse the members of the next.
 */
final class CompositeSchemas {

    private CompositeSchemas() {}

    static void writeOut(JsonNode description) {
        ObjectNode schemas = (ObjectNode) description.at("/components/schemas");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            if (isComposite(schema.getValue())) {
                schemas.set(schema.getKey(), whole(schema.getValue()));
            }
        }
    }

    /** What is nullable besides is another schema or null, see {@link NullableSchemas}. */
    private static boolean isComposite(JsonNode schema) {
        return schema.has("allOf") && !schema.path("nullable").asBoolean();
    }

    private static ObjectNode whole(JsonNode composite) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("type", "object");
        whole.set("description", composite.path("description"));
        ArrayNode required = whole.putArray("required");
        ObjectNode properties = whole.putObject("properties");
        add(composite, required, properties);
        return whole;
    }

    private static void add(JsonNode part, ArrayNode required, ObjectNode properties) {
        part.path("allOf").forEach(inner -> add(inner, required, properties));
        part.path("required").forEach(required::add);
        part.path("properties").properties().forEach(member -> properties.set(member.getKey(), member.getValue()));
    }
}
