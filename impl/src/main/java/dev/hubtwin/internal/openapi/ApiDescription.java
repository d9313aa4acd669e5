package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.openapi.Operation.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A published description as the server reads it: which operations there are, and which one a request means. */
public final class ApiDescription {

    static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    /** The limit of what costs nothing. */
    private static final String FREE = "none";

    private final JsonNode description;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final PathTrie paths = new PathTrie();

    private ApiDescription(JsonNode description) {
        this.description = description;
        description
                .path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> add(item.getKey(), member.getKey(), member.getValue())));
    }

    /** Those that are served; reading them takes its time, so it is done once. */
    private static final class Bundled {
        private static final ApiDescription GITHUB = read("/openapi/openapi.json");
        private static final ApiDescription CONTROL = read("/openapi/control.json");
    }

    /** The description of GitHub's API. */
    public static ApiDescription github() {
        return Bundled.GITHUB;
    }

    /** The description of the control API, and of what else is the twin's own. */
    public static ApiDescription control() {
        return Bundled.CONTROL;
    }

    /**
     * Reads a bundled description.
     *
     * @param resource where it stands on the class path, such as {@code /openapi/openapi.json}
     */
    public static ApiDescription read(String resource) {
        try (InputStream in = ApiDescription.class.getResourceAsStream(resource)) {
            return new ApiDescription(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** Every operation, in the order of the description. */
    public Collection<Operation> operations() {
        return operations.values();
    }

    /** Returns a schema by its name; missing if there is none. */
    public JsonNode schema(String name) {
        return description.at("/components/schemas").path(name);
    }

    /** The operation with that operationId. */
    public Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    /**
     * The operation that a request means.
     *
     * @param method in upper case; {@code HEAD} means the operation of {@code GET}
     * @param path the raw path below the root, such as {@code /orgs/acme}
     */
    public Optional<Match> match(String method, String path) {
        return paths.match(method.equals("HEAD") ? "GET" : method, path);
    }

    /** An operation, and the raw values that its path parameters have in a request. */
    public record Match(Operation operation, Map<String, String> parameters) {}

    private void add(String path, String method, JsonNode node) {
        Map<String, JsonNode> pathParameters = new LinkedHashMap<>();
        List<Parameter> query = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            JsonNode resolved = resolve(parameter);
            String name = resolved.path("name").textValue();
            switch (resolved.path("in").textValue()) {
                case "path" -> pathParameters.put(name, resolve(resolved.path("schema")));
                case "query" ->
                    query.add(new Parameter(
                            name,
                            resolve(resolved.path("schema")),
                            resolved.path("x-hubtwin-lenient").asBoolean()));
                default -> {} // header parameters are read where they matter
            }
        }
        Map<Integer, String> mediaTypes = new TreeMap<>();
        Map<Integer, ExampleBody> examples = new TreeMap<>();
        Set<Integer> locating = new TreeSet<>();
        node.path("responses").properties().forEach(response -> {
            Integer status = Integer.valueOf(response.getKey());
            JsonNode resolved = resolve(response.getValue());
            mediaTypes.put(status, mediaType(resolved));
            if (resolved.path("headers").has("Location")) {
                locating.add(status);
            }
            example(resolved).ifPresent(example -> examples.put(status, example));
        });
        String limit = node.path("x-hubtwin-limit").asText(Operation.CORE_LIMIT);
        Operation operation = new Operation(
                node.path("operationId").textValue(),
                method.toUpperCase(Locale.ROOT),
                path,
                mediaTypes,
                examples,
                locating,
                pathParameters.entrySet().stream()
                        .map(entry -> new Parameter(entry.getKey(), entry.getValue(), false))
                        .toList(),
                List.copyOf(query),
                body(node),
                AccessPolicy.read(node.path("x-hubtwin-credentials")),
                limit.equals(FREE) ? Operation.CORE_LIMIT : limit,
                limit.equals(FREE),
                node.path("x-hubtwin-form").asBoolean(),
                node.path("x-hubtwin-beside-world").asBoolean(),
                Optional.ofNullable(node.at("/externalDocs/url").textValue()));
        operations.put(operation.id(), operation);
        paths.add(path, operation, pathParameters);
        if (node.path("x-hubtwin-folder").asBoolean()) {
            paths.add(path + "/", operation, pathParameters);
        }
    }

    private static String mediaType(JsonNode response) {
        Iterator<String> types = response.path("content").fieldNames();
        return types.hasNext() ? types.next() : "";
    }

    private Optional<ExampleBody> example(JsonNode response) {
        JsonNode content = response.path("content").path(mediaType(response));
        Iterator<JsonNode> examples = content.path("examples").elements();
        return examples.hasNext()
                ? Optional.of(new ExampleBody(
                        resolve(examples.next()).path("value"),
                        content.path("schema"),
                        new SchemaKeywords(description)))
                : Optional.empty();
    }

    private Optional<RequestBodySchema> body(JsonNode operation) {
        JsonNode body = resolve(operation.path("requestBody"));
        JsonNode schema = body.at("/content/application~1json/schema");
        return schema.isMissingNode()
                ? Optional.empty()
                : Optional.of(new RequestBodySchema(
                        description, schema, body.path("required").asBoolean()));
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual()
                ? resolve(description.at(reference.textValue().substring(1)))
                : node;
    }
}
