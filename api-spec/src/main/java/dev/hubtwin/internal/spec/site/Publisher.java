package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.spec.Documents;
import dev.hubtwin.internal.spec.version.Changelog;
import dev.hubtwin.internal.spec.version.DescriptionChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the folder that other teams build on, in the shape of a package for npm: each description in its editions, its
 * schemas and examples as files, its table of operations and its changelog.
 */
public final class Publisher {

    /** What the folders of the descriptions are called, by the name of the bundle. */
    private static final Map<String, String> FOLDERS = folders();

    private final Path bundles;
    private final Path released;
    private final Path site;

    private Publisher(Path bundles, Path released, Path site) {
        this.bundles = bundles;
        this.released = released;
        this.site = site;
    }

    /**
     * Publishes both descriptions.
     *
     * @param args the folder of the bundles, to which their editions are added; that of the bundles last released with
     *     their changelog; that of the files that are published as they are; that of what the pages to read are made
     *     of; the one to write to; the one for the pages that the twin serves
     * @throws IllegalStateException if a version does not say what has changed; names each breaking change
     */
    public static void main(String[] args) throws IOException {
        Publisher publisher = new Publisher(Path.of(args[0]), Path.of(args[1]), Path.of(args[4]));
        String version = publisher.version();
        clear(publisher.site);
        Path served = Path.of(args[5]);
        clear(served);
        Map<String, ObjectNode> newer = new LinkedHashMap<>();
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            newer.put(folder.getValue(), publisher.publish(folder.getKey()));
        }
        publisher.copy(Path.of(args[2]));
        ReferencePages pages = ReferencePages.read(Path.of(args[3]));
        pages.writeFiles(publisher.site, newer);
        pages.writeServed(served);
        Documents.write(publisher.site.resolve("package.json"), Documents.json(npmPackage(version)));
    }

    private static Map<String, String> folders() {
        Map<String, String> folders = new LinkedHashMap<>();
        folders.put("openapi", "api");
        folders.put("control", "control");
        return folders;
    }

    /** Publishes a description, and returns its newer edition. */
    private ObjectNode publish(String name) throws IOException {
        JsonNode bundle = Documents.read(bundles.resolve(name + ".json"));
        ObjectNode older = OlderEdition.of(bundle);
        ObjectNode exact = NewerEdition.of(older);
        WidenedSchemas.writeOut(older);
        ObjectNode newer = NewerEdition.of(older);
        UnusedSchemas.leaveOut(older);
        UnusedSchemas.leaveOut(newer);
        Path folder = site.resolve(FOLDERS.get(name));
        DescriptionChanges changes =
                DescriptionChanges.between(Documents.read(released.resolve(name + ".yaml")), bundle);
        Optional<String> complaint = changes.complaint();
        if (complaint.isPresent()) {
            throw new IllegalStateException(complaint.get());
        }
        for (Map.Entry<String, ObjectNode> edition :
                Map.of("-3.0", older, "-3.1", newer).entrySet()) {
            write(edition.getValue(), bundles.resolve(name + edition.getKey()));
            write(edition.getValue(), folder.resolve("openapi" + edition.getKey()));
        }
        Documents.write(
                folder.resolve("dereferenced.json"), Dereferencer.of(older).toString());
        for (Map.Entry<String, JsonNode> schema :
                JsonSchemas.of(exact, address(older, FOLDERS.get(name))).entrySet()) {
            Documents.write(folder.resolve("schemas").resolve(schema.getKey()), Documents.json(schema.getValue()));
        }
        for (Map.Entry<String, String> example : ExampleFiles.of(older).entrySet()) {
            Documents.write(folder.resolve("examples").resolve(example.getKey()), example.getValue());
        }
        ArrayNode operations = OperationTable.of(older);
        Documents.write(folder.resolve("operations.json"), Documents.json(operations));
        Documents.write(folder.resolve("operations.md"), OperationTable.markdown(operations));
        Documents.write(folder.resolve("postman/collection.json"), Documents.json(PostmanCollection.of(older)));
        Documents.write(
                folder.resolve("CHANGELOG.md"),
                "# " + older.at("/info/title").asText() + "\n\n" + Changelog.section(changes) + "\n"
                        + Files.readString(released.resolve(name + "-changelog.md")));
        return newer;
    }

    private static void write(ObjectNode description, Path file) throws IOException {
        Documents.write(file.resolveSibling(file.getFileName() + ".yaml"), Documents.yaml(description));
        Documents.write(file.resolveSibling(file.getFileName() + ".json"), Documents.json(description));
    }

    /** A schema that is gone leaves no file behind, nor does a script that has changed. */
    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Documents.write(site.resolve(folder.relativize(file).toString()), Files.readString(file));
            }
        }
    }

    private static String address(JsonNode description, String folder) {
        return "https://hubtwin.dev/description/"
                + description.at("/info/version").asText() + "/" + folder + "/schemas/";
    }

    /** The version that both descriptions have, since they are published together. */
    private String version() throws IOException {
        Set<String> versions = new TreeSet<>();
        for (String name : FOLDERS.keySet()) {
            versions.add(Documents.read(bundles.resolve(name + ".json"))
                    .at("/info/version")
                    .asText());
        }
        if (versions.size() > 1) {
            throw new IllegalStateException("the descriptions have different versions: " + versions);
        }
        return versions.iterator().next();
    }

    private static ObjectNode npmPackage(String version) {
        ObjectNode npm = JsonNodeFactory.instance.objectNode();
        npm.put("name", "@hubtwin/api-spec").put("version", version);
        npm.put(
                "description",
                "The OpenAPI description of Hubtwin's twin of GitHub's REST API, and of its control API");
        npm.put("license", "Apache-2.0").put("homepage", "https://hubtwin.dev");
        npm.putArray("files").add("api").add("control").add("scripts").add("index.html");
        npm.putObject("exports").put("./*", "./*");
        return npm;
    }
}
