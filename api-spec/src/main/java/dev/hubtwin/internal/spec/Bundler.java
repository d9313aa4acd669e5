package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins the many files of a description into one. A {@code $ref} into a file is replaced by what stands there, a
 * {@code $ref} to a component of the root becomes local; so every component keeps its name and every use stays a
 * reference. (swagger-parser's own resolver renames components that are registered by file, so it only reads the
 * result.)
 */
public final class Bundler {

    private final Path root;
    private final Map<Path, JsonNode> files = new HashMap<>();

    private Bundler(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Bundles {@code openapi.yaml} and {@code control.yaml}, each as YAML and JSON. Beside them goes what a server
     * reads when it starts: an outline of each, and the schema of a state.
     *
     * @param args the folder of the sources, and the folder to write to
     * @throws IllegalStateException if a reference leads nowhere or the result is not a description; says what is wrong
     */
    public static void main(String[] args) throws IOException {
        Path target = Files.createDirectories(Path.of(args[1]));
        for (String name : new String[] {"openapi", "control"}) {
            JsonNode bundle = bundle(Path.of(args[0], name + ".yaml"));
            Documents.check(name, bundle);
            Documents.write(target.resolve(name + ".yaml"), Documents.yaml(bundle));
            Documents.write(target.resolve(name + ".json"), Documents.json(bundle));
            Documents.write(
                    target.resolve(name + "-outline.json"), Outline.of(bundle).toString());
            if (name.equals("control")) {
                Documents.write(
                        target.resolve("control-state.json"),
                        NamedSchemas.from("state", bundle).toString());
            }
        }
    }

    /** The description that starts at the file {@code root}, in one piece, every object in the order it was written. */
    public static JsonNode bundle(Path root) {
        Bundler bundler = new Bundler(root);
        JsonNode bundle = bundler.join(bundler.read(bundler.root), bundler.root);
        OlderMethods.writeOut(bundle);
        PathsById.writeOut(bundle);
        UniversalResponses.writeOut(bundle);
        CompositeSchemas.writeOut(bundle);
        NullableSchemas.writeOut(bundle);
        OperationShapes.writeOut(bundle);
        return bundle;
    }

    private JsonNode join(JsonNode node, Path file) {
        if (node.isObject()) {
            return node.path("$ref").isTextual() ? follow(node.get("$ref").textValue(), file) : joinObject(node, file);
        }
        if (node.isArray()) {
            ArrayNode joined = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> joined.add(join(element, file)));
            return joined;
        }
        return node;
    }

    private JsonNode joinObject(JsonNode node, Path file) {
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> joined.set(member.getKey(), join(member.getValue(), file)));
        return joined;
    }

    private JsonNode follow(String reference, Path from) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        Path file = name.isEmpty() ? from : from.resolveSibling(name).normalize();
        JsonNode target = read(file).at(pointer);
        if (target.isMissingNode()) {
            throw new IllegalStateException(root.getParent().relativize(from) + ": nothing stands at " + reference);
        }
        return file.equals(root)
                ? JsonNodeFactory.instance.objectNode().put("$ref", "#" + pointer)
                : join(target, file);
    }

    private JsonNode read(Path file) {
        return files.computeIfAbsent(file, f -> {
            try {
                return Documents.read(f);
            } catch (IOException e) {
                throw new UncheckedIOException(f.getFileName() + " cannot be read", e);
            }
        });
    }
}
