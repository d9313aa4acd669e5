package dev.hubtwin.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.control.model.State;
import dev.hubtwin.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The seed file: worlds from documents and documents from worlds. Reading is all or nothing, and every failure to is a
 * {@link SeedException} that says where. What must be dated and is not is dated {@code now}, or by the frozen clock of the
 * document itself.
 */
public final class Seeds {

  private Seeds() {}

  /** The world that is loaded when no seed is given. */
  public static World demo(Instant now) {
    try (InputStream demo = Seeds.class.getResourceAsStream("demo.yaml")) {
      return read(new String(demo.readAllBytes(), StandardCharsets.UTF_8), "application/yaml", now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The world that a file describes; it may name files of keys beside it.
   *
   * @throws SeedException if it describes none
   * @throws IOException   if the file cannot be read
   */
  public static World read(Path file, Instant now) throws IOException {
    String type = file.toString().endsWith(".yaml") || file.toString().endsWith(".yml") ? "application/yaml" : null;
    Document document = new Document(Files.readString(file), type);
    return located(document, null, () -> load(document.tree(), now, file.toAbsolutePath().getParent()));
  }

  /**
   * The world that a document describes.
   *
   * @param type the content type; null or one that does not tell: a brace begins JSON, anything else YAML
   * @throws SeedException if it describes none
   */
  public static World read(String text, String type, Instant now) {
    Document document = new Document(text, type);
    return located(document, null, () -> load(document.tree(), now, null));
  }

  /**
   * The world that a tree describes; the tree stays as it is.
   *
   * @throws SeedException if it describes none; it says a path and no line
   */
  public static World read(ObjectNode tree, Instant now) {
    return load(tree.deepCopy(), now, null);
  }

  /**
   * The world with what a document adds to it.
   *
   * @throws SeedException also if something is there already
   */
  public static World add(World world, String text, String type, Instant now) {
    Document document = new Document(text, type);
    Merge merge = new Merge(tree(world));
    return located(document, merge, () -> load(merge.add(document.tree()), now, null));
  }

  /**
   * The world with a document merged into it by natural keys: null clears, {@code $delete: true} removes.
   *
   * @throws SeedException also if what remains does not make a world
   */
  public static World merge(World world, String text, String type, Instant now) {
    Document document = new Document(text, type);
    Merge merge = new Merge(tree(world));
    return located(document, merge, () -> load(merge.patch(document.tree()), now, null));
  }

  /** The world as a typed seed. */
  public static State state(World world) {
    return new Saving(world).save();
  }

  /** The same to be looked at: an ellipsis stands for what is secret, as in the logs. It cannot be loaded again. */
  public static State masked(World world) {
    return Export.typed(Masking.masked(Export.tree(state(world))));
  }

  /** The world as JSON. */
  public static String json(World world) {
    return json(state(world));
  }

  /** A typed seed as JSON. */
  public static String json(State state) {
    return written(Syntax.JSON, state) + "\n";
  }

  /** The world as YAML. */
  public static String yaml(World world) {
    return yaml(state(world));
  }

  /** A typed seed as YAML. */
  public static String yaml(State state) {
    return written(Syntax.YAML, state);
  }

  private static String written(Syntax syntax, State state) {
    try {
      return syntax.writer().writeValueAsString(Export.tree(state));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  private static ObjectNode tree(World world) {
    return Export.tree(state(world));
  }

  private static World load(ObjectNode tree, Instant now, Path beside) {
    Check.dropNulls(tree, Shape.STATE);
    Check.check(tree, Shape.STATE, Place.ROOT);
    return new Loading(Export.typed(tree), now, beside).load();
  }

  private static World located(Document document, Merge merge, Supplier<World> loading) {
    try {
      return loading.get();
    } catch (SeedException e) {
      if (e.isMalformed() || e.line() > 0) {
        throw e;
      }
      Place place = merge == null || !merge.isDone() ? e.place() : merge.origin(e.place());
      throw place == null ? e : e.moved(place, document.line(place));
    }
  }
}
