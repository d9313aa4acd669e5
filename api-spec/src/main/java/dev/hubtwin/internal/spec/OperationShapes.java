package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Writes out what an operation is to a client, as its parameters and answers tell it. What reads page by page gets
 * {@code x-hubtwin-list-of}, the schema of an element, and {@code x-hubtwin-list-in}, the member that the list is,
 * unless the answer is the list itself. What is asked whether something is there, and answers 204, gets
 * {@code x-hubtwin-check}.
 */
final class OperationShapes {

    private static final String SCHEMAS = "#/components/schemas/";

    private OperationShapes() {}

    static void writeOut(JsonNode description) {
        for (JsonNode item : description.path("paths")) {
            if (item.path("get").path("responses").has("204")) {
                ((ObjectNode) item.get("get")).put("x-hubtwin-check", true);
            } else if (isPaged(item.path("get"), description)) {
                markList((ObjectNode) item.get("get"), description);
            }
        }
    }

    private static boolean isPaged(JsonNode operation, JsonNode description) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (resolved(parameter, description).path("name").asText().equals("per_page")) {
                return true;
            }
        }
        return false;
    }

    private static void markList(ObjectNode operation, JsonNode description) {
        JsonNode answer = resolved(operation.at("/responses/200"), description).at("/content/application~1json/schema");
        JsonNode schema = resolved(answer, description);
        element(schema).ifPresent(name -> operation.put("x-hubtwin-list-of", name));
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            element(resolved(member.getValue(), description))
                    .ifPresent(
                            name -> operation.put("x-hubtwin-list-of", name).put("x-hubtwin-list-in", member.getKey()));
        }
    }

    private static Optional<String> element(JsonNode schema) {
        String reference = schema.path("items").path("$ref").asText();
        return reference.startsWith(SCHEMAS) ? Optional.of(reference.substring(SCHEMAS.length())) : Optional.empty();
    }

    private static JsonNode resolved(JsonNode node, JsonNode description) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }
}
