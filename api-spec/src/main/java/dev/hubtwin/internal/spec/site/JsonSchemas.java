package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schemas of a description as documents of JSON Schema 2020-12, which refer to each other by file; and an index,
 * which also tells which members are customary, newer than the documents, or gone in a version.
 */
final class JsonSchemas {

    private static final String COMPONENTS = "#/components/schemas/";

    private JsonSchemas() {}

    /**
     * Returns the documents by file name, {@code index.json} among them.
     *
     * @param newer the edition of OpenAPI 3.1
     * @param base the address below which the documents have their {@code $id}
     */
    static Map<String, JsonNode> of(ObjectNode newer, String base) {
        ObjectNode copy = newer.deepCopy();
        SchemaPlaces.forEach(copy, JsonSchemas::standAlone);
        Map<String, JsonNode> files = new TreeMap<>();
        ArrayNode index = JsonNodeFactory.instance.arrayNode();
        copy.at("/components/schemas").properties().forEach(schema -> {
            ObjectNode file = JsonNodeFactory.instance.objectNode();
            file.put("$schema", newer.path("jsonSchemaDialect").textValue());
            file.put("$id", base + schema.getKey() + ".json");
            file.setAll((ObjectNode) schema.getValue());
            files.put(schema.getKey() + ".json", file);
            index.add(entry(schema.getKey(), newer.at("/components/schemas").path(schema.getKey())));
        });
        files.put("index.json", index);
        return files;
    }

    private static void standAlone(ObjectNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith(COMPONENTS)) {
            schema.put("$ref", reference.substring(COMPONENTS.length()) + ".json");
        }
        schema.remove(schema.properties().stream()
                .map(Map.Entry::getKey)
                .filter(keyword -> keyword.startsWith("x-"))
                .toList());
    }

    private static ObjectNode entry(String name, JsonNode schema) {
        ObjectNode entry =
                JsonNodeFactory.instance.objectNode().put("name", name).put("file", name + ".json");
        if (schema.has("description")) {
            entry.set("description", schema.get("description"));
        }
        if (schema.has("x-hubtwin-customary")) {
            entry.set("customary", schema.get("x-hubtwin-customary"));
        }
        for (String mark : List.of("since", "until")) {
            ObjectNode marked = JsonNodeFactory.instance.objectNode();
            schema.path("properties").properties().stream()
                    .filter(member -> member.getValue().has("x-hubtwin-" + mark))
                    .forEach(member ->
                            marked.set(member.getKey(), member.getValue().get("x-hubtwin-" + mark)));
            if (!marked.isEmpty()) {
                entry.set(mark, marked);
            }
        }
        return entry;
    }
}
