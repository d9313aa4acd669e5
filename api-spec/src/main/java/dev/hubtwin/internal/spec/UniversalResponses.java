package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes out what holds for every operation, so that the sources say it once: a component response marked
 * {@code x-hubtwin-any: {status, methods}} is added to every operation (of those methods) that lists no response of its
 * own for the status; a component header marked {@code x-hubtwin-everywhere: {name, statuses}} is added to every
 * response (of those statuses). Both limits are optional.
 */
final class UniversalResponses {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode components;

    private UniversalResponses(JsonNode components) {
        this.components = components;
    }

    static void writeOut(JsonNode description) {
        UniversalResponses everywhere = new UniversalResponses(description.path("components"));
        for (JsonNode item : description.path("paths")) {
            item.properties().stream()
                    .filter(member -> METHODS.contains(member.getKey()))
                    .forEach(member -> everywhere.complete(
                            member.getKey(), (ObjectNode) member.getValue().path("responses")));
        }
    }

    private void complete(String method, ObjectNode responses) {
        components.path("responses").properties().forEach(response -> {
            JsonNode any = response.getValue().path("x-hubtwin-any");
            String status = any.path("status").asText();
            if (any.isObject() && holdsFor(any.path("methods"), method) && !responses.has(status)) {
                responses.putObject(status).put("$ref", "#/components/responses/" + response.getKey());
            }
        });
        inOrder(responses).forEach(response -> addHeaders(response.getKey(), response.getValue()));
    }

    /** The responses by ascending status; the object itself is put in that order too. */
    private static List<Map.Entry<String, JsonNode>> inOrder(ObjectNode responses) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(responses.properties());
        sorted.sort(Map.Entry.comparingByKey());
        responses.removeAll();
        sorted.forEach(response -> responses.set(response.getKey(), response.getValue()));
        return sorted;
    }

    /** To the response itself, or to the component that it refers to. */
    private void addHeaders(String status, JsonNode listed) {
        String component = listed.path("$ref").asText();
        JsonNode response = component.isEmpty()
                ? listed
                : components.path("responses").path(component.substring(component.lastIndexOf('/') + 1));
        components.path("headers").properties().forEach(header -> {
            JsonNode mark = header.getValue().path("x-hubtwin-everywhere");
            if (mark.isObject() && holdsFor(mark.path("statuses"), status)) {
                ObjectNode headers = response.withObject("/headers");
                headers.putObject(mark.path("name").textValue()).put("$ref", "#/components/headers/" + header.getKey());
            }
        });
    }

    private static boolean holdsFor(JsonNode limit, String value) {
        if (limit.isMissingNode()) {
            return true;
        }
        for (JsonNode one : limit) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
