package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A collection for Postman, format 2.1: a folder a tag, a request an operation, with the first example of its body, and
 * a test that the answer has a described status. Hosts, tokens and what paths name are variables of an environment.
 */
final class PostmanCollection {

    private static final String FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    /** The variable that holds a credential, by its kind; the first kind that an operation admits is taken. */
    private static final Map<String, String> TOKENS = Map.of(
            "classic", "token", "user_to_server", "user_token", "installation", "installation_token", "app", "app_jwt");

    private final JsonNode description;

    private PostmanCollection(JsonNode description) {
        this.description = description;
    }

    static ObjectNode of(JsonNode description) {
        return new PostmanCollection(description).collection();
    }

    private ObjectNode collection() {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        JsonNode info = description.path("info");
        collection
                .putObject("info")
                .put("name", info.path("title").asText())
                .put("version", info.path("version").asText())
                .put("description", info.path("description").asText())
                .put("schema", FORMAT);
        ArrayNode folders = collection.putArray("item");
        for (JsonNode tag : description.path("tags")) {
            ArrayNode requests = folders.addObject()
                    .put("name", tag.path("name").asText())
                    .put("description", tag.path("description").asText())
                    .putArray("item");
            description
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(member -> member.getValue().at("/tags/0").equals(tag.path("name")))
                            .forEach(member -> requests.add(item(path.getKey(), member.getKey(), member.getValue()))));
        }
        return collection;
    }

    private ObjectNode item(String path, String method, JsonNode operation) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("name", operation.path("summary").asText());
        ObjectNode request = item.putObject("request").put("method", method.toUpperCase(Locale.ROOT));
        request.put("description", operation.path("description").asText());
        request.set("auth", auth(operation.at("/x-hubtwin-credentials/kinds")));
        ArrayNode headers = request.putArray("header");
        headers.addObject().put("key", "Accept").put("value", "application/json");
        request.set("url", url(path, operation));
        body(operation, request, headers);
        item.putArray("event").addObject().put("listen", "test").set("script", test(operation));
        return item;
    }

    private static ObjectNode auth(JsonNode kinds) {
        ObjectNode auth = JsonNodeFactory.instance.objectNode();
        for (JsonNode kind : kinds) {
            if (TOKENS.containsKey(kind.asText())) {
                auth.put("type", "bearer");
                value(auth.putArray("bearer"), "token", "{{" + TOKENS.get(kind.asText()) + "}}");
                return auth;
            }
            if (kind.asText().equals("client")) {
                auth.put("type", "basic");
                value(auth.putArray("basic"), "username", "{{client_id}}");
                value(auth.withArray("basic"), "password", "{{client_secret}}");
                return auth;
            }
        }
        return auth.put("type", "noauth");
    }

    private static void value(ArrayNode values, String key, String value) {
        values.addObject().put("key", key).put("value", value).put("type", "string");
    }

    private ObjectNode url(String path, JsonNode operation) {
        String filled = path.replace("{", "{{").replace("}", "}}");
        ObjectNode url = JsonNodeFactory.instance.objectNode().put("raw", "{{base_url}}" + filled);
        url.putArray("host").add("{{base_url}}");
        ArrayNode steps = url.putArray("path");
        List.of(filled.substring(1).split("/", -1)).forEach(steps::add);
        ArrayNode query = url.putArray("query");
        for (JsonNode listed : operation.path("parameters")) {
            JsonNode parameter = resolve(listed);
            if (parameter.path("in").asText().equals("query")) {
                JsonNode schema = resolve(parameter.path("schema"));
                query.addObject()
                        .put("key", parameter.path("name").asText())
                        .put(
                                "value",
                                schema.path("default")
                                        .asText(schema.at("/enum/0").asText()))
                        .put("description", parameter.path("description").asText())
                        .put("disabled", !parameter.path("required").asBoolean());
            }
        }
        return url;
    }

    private void body(JsonNode operation, ObjectNode request, ArrayNode headers) {
        JsonNode json = resolve(operation.path("requestBody")).at("/content/application~1json");
        if (!json.isMissingNode()) {
            headers.addObject().put("key", "Content-Type").put("value", "application/json");
            JsonNode example = json.path("examples").valueStream().findFirst().orElse(json.path("example"));
            ObjectNode body = request.putObject("body").put("mode", "raw");
            body.put("raw", resolve(example).path("value").toPrettyString());
            body.putObject("options").putObject("raw").put("language", "json");
        }
    }

    private static ObjectNode test(JsonNode operation) {
        StringBuilder statuses = new StringBuilder();
        operation
                .path("responses")
                .fieldNames()
                .forEachRemaining(status ->
                        statuses.append(statuses.isEmpty() ? "" : ", ").append(status));
        ObjectNode script = JsonNodeFactory.instance.objectNode().put("type", "text/javascript");
        script.putArray("exec")
                .add("pm.test(\"the status is described\", () => pm.expect(pm.response.code).to.be.oneOf([" + statuses
                        + "]));");
        return script;
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolve(description.at(reference.substring(1)));
    }
}
