package dev.hubtwin.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.spec.Bundler;
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
public record Description(JsonNode root, Map<String, JsonNode> files) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final ObjectMapper YAML = new YAMLMapper(); // reads JSON as well

  /** Reads the sources afresh, so that a changed line counts without a build. */
  public static Description read(Path folder, String root) {
    try (Stream<Path> paths = Files.walk(folder)) {
      Map<String, JsonNode> files = new TreeMap<>();
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), YAML.readTree(file.toFile()));
      }
      return new Description(Bundler.bundle(folder.resolve(root)), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that may be changed. */
  public Description copy() {
    Map<String, JsonNode> copies = new TreeMap<>();
    files.forEach((name, file) -> copies.put(name, file.deepCopy()));
    return new Description(root.deepCopy(), copies);
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Place path : place("paths").children()) {
      path.children().stream()
          .filter(method -> METHODS.contains(method.name()))
          .forEach(method -> operations.add(new Operation(path.name(), method.name(), method)));
    }
    return operations;
  }

  public List<Place> components(String kind) {
    return place("components").at(kind).children();
  }

  /** The place itself, or the one that it refers to. */
  public Place resolve(Place place) {
    String reference = place.text("$ref");
    return reference.isEmpty() ? place : resolve(new Place(reference.substring(1), root.at(reference.substring(1))));
  }

  /** The parameters of an operation, references followed. */
  public List<Place> parameters(Operation operation) {
    return operation.place().at("parameters").children().stream().map(this::resolve).toList();
  }

  /** The responses of an operation by status, references followed. */
  public Map<String, Place> responses(Operation operation) {
    Map<String, Place> responses = new TreeMap<>();
    operation.place().at("responses").children().forEach(response -> responses.put(response.name(), resolve(response)));
    return responses;
  }

  /** What is sent as JSON with a request body or a response; missing where nothing is. */
  public Place json(Place body) {
    return resolve(body).at("content").at("application/json");
  }

  /** The place and all places below. */
  static void walk(Place place, Consumer<Place> visitor) {
    visitor.accept(place);
    place.children().forEach(child -> walk(child, visitor));
  }

  Place place(String name) {
    return new Place("", root).at(name);
  }
}
