package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a description says of bodies. It is read whole when the first of them is asked for, for that takes its time. */
final class DescribedBodies {

    private final String resource;
    private final Map<String, RequestBodySchema> requests = new ConcurrentHashMap<>();
    private JsonNode whole;

    /**
     * Takes a description by the place where it stands.
     *
     * @param resource on the class path, such as {@code /openapi/openapi.json}
     */
    DescribedBodies(String resource) {
        this.resource = resource;
    }

    private synchronized JsonNode whole() {
        if (whole == null) {
            whole = ApiDescription.read(resource);
        }
        return whole;
    }

    /** Returns a schema by its name; missing if there is none. */
    JsonNode schema(String name) {
        return whole().at("/components/schemas").path(name);
    }

    /** Returns the schema of the JSON that an operation takes. */
    RequestBodySchema request(Operation operation) {
        return requests.computeIfAbsent(operation.id(), id -> {
            JsonNode body = resolved(described(operation).path("requestBody"));
            return new RequestBodySchema(
                    whole(),
                    body.at("/content/application~1json/schema"),
                    body.path("required").asBoolean());
        });
    }

    /** Returns the body of the first example of a status, if there is one. */
    Optional<ExampleBody> example(Operation operation, int status) {
        JsonNode response = resolved(described(operation).path("responses").path(Integer.toString(status)));
        JsonNode content = response.path("content").path(operation.mediaTypes().getOrDefault(status, ""));
        Iterator<JsonNode> examples = content.path("examples").elements();
        return examples.hasNext()
                ? Optional.of(new ExampleBody(
                        resolved(examples.next()).path("value"), content.path("schema"), new SchemaKeywords(whole())))
                : Optional.empty();
    }

    private JsonNode described(Operation operation) {
        return whole().path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? resolved(whole().at(reference.textValue().substring(1))) : node;
    }
}
