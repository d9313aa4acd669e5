package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes out operations that are served under a second path, which names things by their ids. The sources mark the
 * operation with {@code x-hubtwin-by-id} and that path; the bundle has it a second time there.
 */
final class PathsById {

    private static final String MARK = "x-hubtwin-by-id";
    private static final String PARAMETERS = "#/components/parameters/";
    private static final Map<String, String> IDS =
            Map.of("org", "organization-id", "team-slug", "team-id", "repo", "repository-id");

    /** What a repository is not named by beside its id. */
    private static final String OWNER = PARAMETERS + "owner";

    private PathsById() {}

    static void writeOut(JsonNode description) {
        ObjectNode paths = (ObjectNode) description.path("paths");
        for (Map.Entry<String, JsonNode> path : List.copyOf(paths.properties())) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode byId = ((ObjectNode) operation.getValue()).remove(MARK);
                if (byId != null) {
                    String method = operation.getKey();
                    paths.withObjectProperty(byId.textValue())
                            .set(
                                    method,
                                    copy(operation.getValue(), method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
                }
            }
        }
    }

    private static ObjectNode copy(JsonNode operation, String original) {
        ObjectNode copy = operation.deepCopy();
        copy.put("operationId", operation.path("operationId").textValue() + "-by-id");
        copy.put("summary", operation.path("summary").textValue() + ", by id");
        copy.put("description", "As `" + original + "`.");
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        operation.path("parameters").forEach(parameter -> {
            if (!parameter.path("$ref").asText().equals(OWNER)) {
                parameters.add(byId(parameter));
            }
        });
        copy.set("parameters", parameters);
        return copy;
    }

    private static JsonNode byId(JsonNode parameter) {
        String name = parameter.path("$ref").asText().substring(PARAMETERS.length());
        return JsonNodeFactory.instance.objectNode().put("$ref", PARAMETERS + IDS.getOrDefault(name, name));
    }
}
