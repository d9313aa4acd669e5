package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives another name to a schema whose own name a generator makes of another schema: beside {@code Repository} Go
 * declares {@code NewRepository} and {@code NullableRepository}.
 */
final class SchemaNames {

    private static final String COMPONENTS = "#/components/schemas/";

    private SchemaNames() {}

    static void replace(ObjectNode description) {
        ObjectNode schemas = (ObjectNode) description.at("/components/schemas");
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        Map<String, String> references = new TreeMap<>();
        schemas.properties().forEach(schema -> {
            String name = name(schema.getKey(), schemas);
            renamed.set(name, schema.getValue());
            references.put(COMPONENTS + schema.getKey(), COMPONENTS + name);
        });
        SchemaPlaces.forEach(
                description,
                schema -> List.of("$ref", "x-hubtwin-nullable-of").stream()
                        .filter(schema::has)
                        .forEach(keyword -> schema.put(
                                keyword, references.get(schema.get(keyword).textValue()))));
        ((ObjectNode) description.get("components")).set("schemas", renamed);
    }

    private static String name(String name, JsonNode schemas) {
        String rest = name.substring(name.indexOf('-') + 1);
        if (name.startsWith("nullable-") && schemas.has(rest)) {
            return rest + "-or-null";
        }
        return name.startsWith("new-") && schemas.has(rest) ? "created-" + rest : name;
    }
}
