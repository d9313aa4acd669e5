package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A table with a row for each operation: who may call it, its statuses, and where each of these comes from. */
final class OperationTable {

    private static final List<String> COLUMNS = List.of(
            "method",
            "path",
            "operationId",
            "tag",
            "origin",
            "credentials",
            "scopes",
            "permissions",
            "role",
            "documented",
            "customary",
            "decided");

    private OperationTable() {}

    /** As an array of objects. */
    static ArrayNode of(JsonNode description) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("operationId"))
                        .forEach(member ->
                                rows.add(row(description, path.getKey(), member.getKey(), member.getValue()))));
        return rows;
    }

    /** The same rows in Markdown; a bar within a cell cannot occur. */
    static String markdown(ArrayNode rows) {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", COLUMNS) + " |\n");
        table.append("|---".repeat(COLUMNS.size())).append("|\n");
        rows.forEach(row -> table.append(COLUMNS.stream()
                .map(column -> cell(row.path(column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"))));
        return table.toString();
    }

    private static ObjectNode row(JsonNode description, String path, String method, JsonNode operation) {
        JsonNode credentials = operation.path("x-hubtwin-credentials");
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("method", method.toUpperCase(Locale.ROOT)).put("path", path);
        row.set("operationId", operation.path("operationId"));
        row.set("tag", operation.at("/tags/0"));
        row.putNull("origin");
        row.set("credentials", credentials.path("kinds"));
        row.putArray("scopes").addAll(list(scopes(credentials)));
        row.putObject("permissions").setAll(levels(credentials.path("permissions")));
        row.put("role", credentials.path("role").asText());
        ArrayNode documented = row.putArray("documented");
        Map<String, ArrayNode> statuses = Map.of(
                "document", documented, "convention", row.putArray("customary"), "decision", row.putArray("decided"));
        operation.path("responses").properties().forEach(response -> {
            String reference = response.getValue().path("$ref").asText();
            JsonNode whole = reference.isEmpty() ? response.getValue() : description.at(reference.substring(1));
            statuses.get(whole.path("x-hubtwin-source").asText()).add(Integer.parseInt(response.getKey()));
        });
        return row.put("origin", documented.isEmpty() ? "addition" : "documented");
    }

    /** One of them is enough. */
    private static JsonNode scopes(JsonNode credentials) {
        JsonNode scopes = credentials.path("scopes");
        return scopes.has("required") ? scopes.path("required") : scopes.path("accepted");
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static Map<String, JsonNode> levels(JsonNode permissions) {
        return permissions
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static String cell(JsonNode value) {
        List<String> words = new ArrayList<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(member ->
                            words.add(member.getKey() + ": " + member.getValue().asText()));
        } else if (value.isArray()) {
            value.forEach(element -> words.add(element.asText()));
        } else {
            words.add(value.asText());
        }
        return String.join(", ", words);
    }
}
