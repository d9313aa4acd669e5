package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes out operations that older documents let a client call by another method. The sources mark the operation with
 * {@code x-hubtwin-older-method: {method, operationId}}; the bundle has it a second time, deprecated, under that
 * method.
 */
final class OlderMethods {

    private static final String MARK = "x-hubtwin-older-method";

    private OlderMethods() {}

    static void writeOut(JsonNode description) {
        for (JsonNode item : description.path("paths")) {
            for (JsonNode operation : List.copyOf(item.findParents(MARK))) {
                JsonNode older = ((ObjectNode) operation).remove(MARK);
                ObjectNode copy = copy(operation, older);
                copy.path("responses")
                        .properties()
                        .forEach(response -> response.setValue(undocumented(response.getValue(), description)));
                ((ObjectNode) item).set(older.path("method").textValue(), copy);
            }
        }
    }

    private static ObjectNode copy(JsonNode operation, JsonNode older) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.set("operationId", older.path("operationId"));
        copy.put("deprecated", true).put("x-hubtwin-addition", true);
        operation.properties().stream()
                .filter(member -> !member.getKey().equals("operationId"))
                .forEach(member -> copy.set(member.getKey(), member.getValue().deepCopy()));
        copy.put("summary", operation.path("summary").textValue() + ", by an older method");
        return copy;
    }

    /** The documents list no answers of the older method: that they are those of the other is the twin's choice. */
    private static JsonNode undocumented(JsonNode response, JsonNode description) {
        String reference = response.path("$ref").asText();
        JsonNode whole = reference.isEmpty() ? response : description.at(reference.substring(1));
        return ((ObjectNode) whole.deepCopy()).put("x-hubtwin-source", "decision");
    }
}
