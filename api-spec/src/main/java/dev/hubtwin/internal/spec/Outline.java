package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a server has to know of a description before the first request: which operations there are, who may call them,
 * their parameters and statuses. Bodies, examples and words are left out. Operations have much in common, which stands
 * once, in lists of {@code parameters}, {@code credentials} and {@code answers}; an operation has their numbers there.
 */
final class Outline {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode description;
    private final ObjectNode outline = JsonNodeFactory.instance.objectNode();
    private final ArrayNode parameters = outline.putArray("parameters");
    private final ArrayNode credentials = outline.putArray("credentials");
    private final ArrayNode answers = outline.putArray("answers");
    private final ArrayNode operations = outline.putArray("operations");

    private Outline(JsonNode description) {
        this.description = description;
    }

    /** Returns the outline of a bundled description. */
    static JsonNode of(JsonNode description) {
        Outline outline = new Outline(description);
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> outline.add(path.getKey(), member.getKey(), member.getValue())));
        return outline.outline;
    }

    private void add(String path, String method, JsonNode described) {
        ObjectNode operation = operations
                .addObject()
                .put("id", described.path("operationId").textValue())
                .put("method", method.toUpperCase(Locale.ROOT))
                .put("path", path)
                .put("credentials", number(credentials, described.path("x-hubtwin-credentials")))
                .put("answers", number(answers, answers(described)));
        ArrayNode taken = operation.putArray("parameters");
        described
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter ->
                        !parameter.path("in").asText().equals("header")) // those are read where they matter
                .forEach(parameter -> taken.add(number(parameters, outlined(parameter))));
        if (resolved(described.path("requestBody")).path("content").has("application/json")) {
            operation.put("body", true);
        }
        for (String mark : List.of("limit", "form", "beside-world", "folder")) {
            copy(described, "x-hubtwin-" + mark, operation);
        }
        copy(described.path("externalDocs"), "url", operation);
    }

    /** Returns the media type of each status, empty where there is no body, and which of them have a location. */
    private ObjectNode answers(JsonNode operation) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode types = answer.putObject("types");
        ArrayNode locating = answer.putArray("locating");
        operation.path("responses").properties().forEach(response -> {
            JsonNode resolved = resolved(response.getValue());
            types.put(response.getKey(), first(resolved.path("content")));
            if (resolved.path("headers").has("Location")) {
                locating.add(Integer.valueOf(response.getKey()));
            }
        });
        return answer;
    }

    private static String first(JsonNode content) {
        return content.isEmpty() ? "" : content.fieldNames().next();
    }

    private ObjectNode outlined(JsonNode parameter) {
        ObjectNode outlined = JsonNodeFactory.instance.objectNode();
        copy(parameter, "name", outlined);
        copy(parameter, "in", outlined);
        copy(parameter, "x-hubtwin-lenient", outlined);
        ObjectNode schema = resolved(parameter.path("schema")).deepCopy();
        outlined.set("schema", schema.remove(NamedSchemas.WORDS));
        return outlined;
    }

    private static void copy(JsonNode from, String name, ObjectNode to) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        }
    }

    /** Returns which of a list an element is, and adds it to the list if it is not there. */
    private static int number(ArrayNode list, JsonNode element) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).equals(element)) {
                return i;
            }
        }
        list.add(element);
        return list.size() - 1;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(description.at(reference.substring(1)));
    }
}
