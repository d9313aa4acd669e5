package dev.hubtwin.internal.contract.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The published description, as a reader who knows nothing else understands it. */
public final class Description {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** The one on the class path. */
    public static final Description PUBLISHED = read("/openapi/openapi.json");

    private final JsonNode whole;
    private final List<Operation> operations;

    /**
     * An operation.
     *
     * @param path the template of its path
     * @param pattern what the raw path of a request for it looks like
     */
    public record Operation(String id, String method, String path, Pattern pattern, JsonNode node) {

        /** What it is about. */
        public String tag() {
            return node.at("/tags/0").asText();
        }

        /** Whether it stands in GitHub's documents; else it is there for the sake of those that do. */
        public boolean isDocumented() {
            return !node.path("x-hubtwin-addition").asBoolean();
        }

        boolean means(String requested, String rawPath) {
            return method.equals(requested.equals("HEAD") ? "GET" : requested)
                    && pattern.matcher(rawPath).matches();
        }
    }

    private Description(JsonNode whole) {
        this.whole = whole;
        this.operations = whole.path("paths").properties().stream()
                .flatMap(item -> item.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> operation(item.getKey(), member.getKey(), member.getValue())))
                .sorted(Comparator.comparing(
                        operation -> operation.path().replace('{', '~'))) // a literal before a parameter
                .toList();
    }

    private static Description read(String resource) {
        try (InputStream in = Description.class.getResourceAsStream(resource)) {
            return new Description(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** Every operation. */
    public List<Operation> operations() {
        return operations;
    }

    /** The operation that a request means, by its path below the root. */
    public Optional<Operation> operation(String method, String rawPath) {
        return operations.stream()
                .filter(operation -> operation.means(method, rawPath))
                .findFirst();
    }

    /** What an operation may answer with a status. */
    public Optional<JsonNode> response(Operation operation, int status) {
        return Optional.ofNullable(operation.node().path("responses").get(Integer.toString(status)))
                .map(this::resolve);
    }

    /** The statuses that an operation may answer with, in ascending order. */
    public List<Integer> statuses(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .map(response -> Integer.valueOf(response.getKey()))
                .sorted()
                .toList();
    }

    /** Whether GitHub's documents say that an operation answers with a status. */
    public boolean isDocumented(Operation operation, int status) {
        return operation.isDocumented()
                && response(operation, status)
                        .map(found -> found.path("x-hubtwin-source").asText())
                        .orElse("")
                        .equals("document");
    }

    /** The parameters of an operation that stand in the {@code query} or the {@code path}. */
    public List<JsonNode> parameters(Operation operation, String in) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(this::resolve)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    /** The schema of the JSON body that an operation takes; missing if it takes none. */
    public JsonNode bodySchema(Operation operation) {
        return resolve(resolve(operation.node().path("requestBody")).at("/content/application~1json/schema"));
    }

    /** The names of the headers that a response must have. */
    public List<String> requiredHeaders(JsonNode response) {
        return response.path("headers").properties().stream()
                .filter(header -> resolve(header.getValue()).path("required").asBoolean())
                .map(header -> header.getKey())
                .toList();
    }

    /** The schemas that others refer to, by their names. */
    public JsonNode schemas() {
        return whole.at("/components/schemas");
    }

    private Operation operation(String path, String method, JsonNode node) {
        Set<String> integers = StreamSupport.stream(node.path("parameters").spliterator(), false)
                .map(this::resolve)
                .filter(parameter ->
                        resolve(parameter.path("schema")).path("type").asText().equals("integer"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
        String pattern = Stream.of(path.split("/", -1))
                .map(segment -> pattern(segment, integers))
                .collect(Collectors.joining("/"));
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                Pattern.compile(pattern),
                node);
    }

    private static String pattern(String segment, Set<String> integers) {
        if (!segment.startsWith("{")) {
            return Pattern.quote(segment);
        }
        return integers.contains(segment.substring(1, segment.length() - 1)) ? "-?[0-9]+" : "[^/;]+";
    }

    /** What a reference refers to; anything else as it is. */
    public JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? resolve(whole.at(reference.textValue().substring(1))) : node;
    }
}
