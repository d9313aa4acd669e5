package dev.hubtwin.internal.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.seed.document.DocumentFormat;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.SeedDocument;
import dev.hubtwin.internal.seed.mapping.SeedTree;
import dev.hubtwin.internal.seed.mapping.WorldExporter;
import dev.hubtwin.internal.seed.mapping.WorldImporter;
import dev.hubtwin.internal.seed.merge.DocumentMerge;
import dev.hubtwin.internal.seed.schema.SeedMasking;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import dev.hubtwin.internal.seed.schema.SeedValidator;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.SeedException;
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
 * {@link SeedException} that says where. What must be dated and is not is dated {@code now}, or by the frozen clock of
 * the document itself.
 */
public final class SeedCodec {

    private SeedCodec() {}

    /** The world that is loaded when no seed is given. */
    public static World demo(Instant now) {
        try (InputStream demo = SeedCodec.class.getResourceAsStream("demo.yaml")) {
            return read(new String(demo.readAllBytes(), StandardCharsets.UTF_8), "application/yaml", now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The world that a file describes; it may name files of keys beside it.
     *
     * @throws SeedException if it describes none
     * @throws IOException if the file cannot be read
     */
    public static World read(Path file, Instant now) throws IOException {
        String type = file.toString().endsWith(".yaml") || file.toString().endsWith(".yml") ? "application/yaml" : null;
        SeedDocument document = new SeedDocument(Files.readString(file), type);
        return located(
                document,
                null,
                () -> load(document.tree(), now, file.toAbsolutePath().getParent()));
    }

    /**
     * The world that a document describes.
     *
     * @param type the content type; null or one that does not tell: a brace begins JSON, anything else YAML
     * @throws SeedException if it describes none
     */
    public static World read(String text, String type, Instant now) {
        SeedDocument document = new SeedDocument(text, type);
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
        SeedDocument document = new SeedDocument(text, type);
        DocumentMerge merge = new DocumentMerge(tree(world));
        return located(document, merge, () -> load(merge.add(document.tree()), now, null));
    }

    /**
     * The world with a document merged into it by natural keys: null clears, {@code $delete: true} removes.
     *
     * @throws SeedException also if what remains does not make a world
     */
    public static World merge(World world, String text, String type, Instant now) {
        SeedDocument document = new SeedDocument(text, type);
        DocumentMerge merge = new DocumentMerge(tree(world));
        return located(document, merge, () -> load(merge.patch(document.tree()), now, null));
    }

    /** The world as a typed seed. */
    public static State state(World world) {
        return new WorldExporter(world).save();
    }

    /** The same to be looked at: an ellipsis stands for what is secret, as in the logs. It cannot be loaded again. */
    public static State masked(World world) {
        return SeedTree.typed(SeedMasking.masked(SeedTree.tree(state(world))));
    }

    /** The world as JSON. */
    public static String json(World world) {
        return json(state(world));
    }

    /** A typed seed as JSON. */
    public static String json(State state) {
        return written(DocumentFormat.JSON, state) + "\n";
    }

    /** The world as YAML. */
    public static String yaml(World world) {
        return yaml(state(world));
    }

    /** A typed seed as YAML. */
    public static String yaml(State state) {
        return written(DocumentFormat.YAML, state);
    }

    private static String written(DocumentFormat syntax, State state) {
        try {
            return syntax.writer().writeValueAsString(SeedTree.tree(state));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static ObjectNode tree(World world) {
        return SeedTree.tree(state(world));
    }

    private static World load(ObjectNode tree, Instant now, Path beside) {
        SeedValidator.dropNulls(tree, SeedSchema.STATE);
        SeedValidator.check(tree, SeedSchema.STATE, DocumentPath.ROOT);
        return new WorldImporter(SeedTree.typed(tree), now, beside).load();
    }

    private static World located(SeedDocument document, DocumentMerge merge, Supplier<World> loading) {
        try {
            return loading.get();
        } catch (SeedException e) {
            if (e.isMalformed() || e.line() > 0) {
                throw e;
            }
            DocumentPath place = merge == null || !merge.isDone() ? e.place() : merge.origin(e.place());
            throw place == null ? e : e.moved(place, document.line(place));
        }
    }
}
