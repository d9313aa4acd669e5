package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.internal.spec.Bundler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A bundled description and the files of the folder that it was joined from.
 *
 * @param root the bundle
 * @param files every source file, by its name relative to the folder
 */
public record DescriptionSources(JsonNode root, Map<String, JsonNode> files) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final ObjectMapper YAML = new YAMLMapper(); // reads JSON as well

    /** Reads the sources afresh, so that a changed line counts without a build. */
    public static DescriptionSources read(Path folder, String root) {
        try (Stream<Path> paths = Files.walk(folder)) {
            Map<String, JsonNode> files = new TreeMap<>();
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), YAML.readTree(file.toFile()));
            }
            return new DescriptionSources(Bundler.bundle(folder.resolve(root)), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy that may be changed. */
    public DescriptionSources copy() {
        Map<String, JsonNode> copies = new TreeMap<>();
        files.forEach((name, file) -> copies.put(name, file.deepCopy()));
        return new DescriptionSources(root.deepCopy(), copies);
    }

    public List<DescribedOperation> operations() {
        List<DescribedOperation> operations = new ArrayList<>();
        for (NodeLocation path : place("paths").children()) {
            path.children().stream()
                    .filter(method -> METHODS.contains(method.name()))
                    .forEach(method -> operations.add(new DescribedOperation(path.name(), method.name(), method)));
        }
        return operations;
    }

    public List<NodeLocation> components(String kind) {
        return place("components").at(kind).children();
    }

    /** The place itself, or the one that it refers to. */
    public NodeLocation resolve(NodeLocation place) {
        String reference = place.text("$ref");
        return reference.isEmpty()
                ? place
                : resolve(new NodeLocation(reference.substring(1), root.at(reference.substring(1))));
    }

    /** The parameters of an operation, references followed. */
    public List<NodeLocation> parameters(DescribedOperation operation) {
        return operation.place().at("parameters").children().stream()
                .map(this::resolve)
                .toList();
    }

    /** The responses of an operation by status, references followed. */
    public Map<String, NodeLocation> responses(DescribedOperation operation) {
        Map<String, NodeLocation> responses = new TreeMap<>();
        operation
                .place()
                .at("responses")
                .children()
                .forEach(response -> responses.put(response.name(), resolve(response)));
        return responses;
    }

    /** What is sent as JSON with a request body or a response; missing where nothing is. */
    public NodeLocation json(NodeLocation body) {
        return resolve(body).at("content").at("application/json");
    }

    /** The place and all places below. */
    static void walk(NodeLocation place, Consumer<NodeLocation> visitor) {
        visitor.accept(place);
        place.children().forEach(child -> walk(child, visitor));
    }

    NodeLocation place(String name) {
        return new NodeLocation("", root).at(name);
    }
}
