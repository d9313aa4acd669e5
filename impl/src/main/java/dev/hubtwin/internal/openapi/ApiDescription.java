package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.openapi.Operation.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A published description as the server reads it: which operations there are, and which one a request means. Its
 * outline is enough for that; the rest is read with {@link DescribedBodies}.
 */
public final class ApiDescription {

    static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    /** The limit of what costs nothing. */
    private static final String FREE = "none";

    private final DescribedBodies bodies;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final PathTrie paths = new PathTrie();

    private ApiDescription(String resource, String outlineResource) {
        bodies = new DescribedBodies(resource);
        JsonNode outline = read(outlineResource);
        List<JsonNode> parameters = all(outline.path("parameters"), Function.identity());
        List<AccessPolicy> policies = all(outline.path("credentials"), AccessPolicy::read);
        List<Answers> answers = all(outline.path("answers"), Answers::read);
        outline.path("operations")
                .forEach(node -> add(
                        node,
                        policies.get(node.path("credentials").intValue()),
                        answers.get(node.path("answers").intValue()),
                        all(node.path("parameters"), number -> parameters.get(number.intValue()))));
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> element) {
        return list.valueStream().map(element).toList();
    }

    /** Those that are served; reading them takes its time, so it is done once. */
    private static final class Bundled {
        private static final ApiDescription GITHUB =
                new ApiDescription("/openapi/openapi.json", "/openapi/openapi-outline.json");
        private static final ApiDescription CONTROL =
                new ApiDescription("/openapi/control.json", "/openapi/control-outline.json");
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
     * Reads what is bundled.
     *
     * @param resource where it stands on the class path, such as {@code /openapi/openapi.json}
     */
    static JsonNode read(String resource) {
        try (InputStream in = ApiDescription.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
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
        return bodies.schema(name);
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

    /** What operations answer with: every status with the media type of its body, and those that have a location. */
    private record Answers(Map<Integer, String> mediaTypes, Set<Integer> locating) {

        static Answers read(JsonNode node) {
            Map<Integer, String> types = new TreeMap<>();
            node.path("types")
                    .properties()
                    .forEach(type -> types.put(
                            Integer.valueOf(type.getKey()), type.getValue().textValue()));
            return new Answers(types, Set.copyOf(all(node.path("locating"), JsonNode::intValue)));
        }
    }

    private void add(JsonNode node, AccessPolicy access, Answers answers, List<JsonNode> parameters) {
        String limit = node.path("x-hubtwin-limit").asText(Operation.CORE_LIMIT);
        Operation operation = new Operation(
                node.path("id").textValue(),
                node.path("method").textValue(),
                node.path("path").textValue(),
                answers.mediaTypes(),
                answers.locating(),
                in("path", parameters),
                in("query", parameters),
                node.path("body").asBoolean(),
                bodies,
                access,
                limit.equals(FREE) ? Operation.CORE_LIMIT : limit,
                limit.equals(FREE),
                node.path("x-hubtwin-form").asBoolean(),
                node.path("x-hubtwin-beside-world").asBoolean(),
                Optional.ofNullable(node.path("url").textValue()));
        operations.put(operation.id(), operation);
        Map<String, JsonNode> schemas =
                operation.inPath().stream().collect(Collectors.toMap(Parameter::name, Parameter::schema));
        paths.add(operation.path(), operation, schemas);
        if (node.path("x-hubtwin-folder").asBoolean()) {
            paths.add(operation.path() + "/", operation, schemas);
        }
    }

    private static List<Parameter> in(String where, List<JsonNode> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals(where))
                .map(parameter -> new Parameter(
                        parameter.path("name").textValue(),
                        parameter.path("schema"),
                        parameter.path("x-hubtwin-lenient").asBoolean()))
                .toList();
    }
}
