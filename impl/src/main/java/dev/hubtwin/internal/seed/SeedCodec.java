package dev.hubtwin.internal.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentFormat;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.mapping.SeedReader;
import dev.hubtwin.internal.seed.mapping.SeedTree;
import dev.hubtwin.internal.seed.mapping.SeedWriter;
import dev.hubtwin.internal.seed.mapping.WorldExporter;
import dev.hubtwin.internal.seed.mapping.WorldImporter;
import dev.hubtwin.internal.seed.merge.DocumentMerge;
import dev.hubtwin.internal.seed.schema.SeedMasking;
import dev.hubtwin.internal.seed.slice.DependentThings;
import dev.hubtwin.internal.seed.slice.NamedThings;
import dev.hubtwin.internal.seed.slice.SliceRest;
import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.seed.text.SeedFormat;
import dev.hubtwin.internal.seed.text.SeedText;
import dev.hubtwin.internal.seed.text.UnreadableTextException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Makes worlds from seeds, and seeds from worlds. Reading is all or nothing, and every failure is a
 * {@link SeedException} that says where. What must be dated and is not is dated {@code now}, or by the clock that the
 * seed itself stops.
 */
public final class SeedCodec {

    private SeedCodec() {}

    /**
     * Returns the world that a seed describes.
     *
     * @throws SeedException if it does not describe one
     */
    public static World read(Seed seed, Instant now) {
        State state = state(seed);
        return located(() -> seed, null, () -> load(state, now, seed.directory()));
    }

    /**
     * Returns the world that a document describes.
     *
     * @param type the content type; if it is null or names no format, JSON begins with a brace and all else is YAML
     * @throws SeedException if it does not describe one
     */
    public static World read(String text, String type, Instant now) {
        State state = located(() -> seed(text, type), null, () -> read(text(text, type)));
        return located(() -> seed(text, type), null, () -> load(state, now, Optional.empty()));
    }

    private static State read(SeedText text) {
        try {
            return text.read(SeedReader::read);
        } catch (UnreadableTextException e) {
            throw e.repeated() == null
                    ? SeedException.malformed(e.line(), e.problem())
                    : SeedException.at(e.repeated(), e.line(), e.problem());
        }
    }

    /**
     * Returns the world with what a seed adds to it.
     *
     * @throws SeedException also if something is there already
     */
    public static World add(World world, Seed seed, Instant now) {
        return changed(world, seed, DocumentMerge::add, now).world();
    }

    /** Returns the world with what a document adds to it; {@code type} as in {@link #read(String, String, Instant)}. */
    public static World add(World world, String text, String type, Instant now) {
        return add(world, seed(text, type), now);
    }

    /**
     * Returns the world with a seed merged into it by natural keys: null clears, {@code $delete: true} removes.
     *
     * @throws SeedException also if what remains does not make a world
     */
    public static World merge(World world, Seed seed, Instant now) {
        return merged(world, seed, now).world();
    }

    /** Returns the world with a document merged in; {@code type} as in {@link #read(String, String, Instant)}. */
    public static World merge(World world, String text, String type, Instant now) {
        return merge(world, seed(text, type), now);
    }

    /** Returns the world as {@link #merge(World, Seed, Instant)} does, and what the seed touched. */
    public static MergedWorld merged(World world, Seed seed, Instant now) {
        return changed(world, seed, DocumentMerge::patch, now);
    }

    /** Returns the world as {@link #merge(World, String, String, Instant)} does, and what the document touched. */
    public static MergedWorld merged(World world, String text, String type, Instant now) {
        return merged(world, seed(text, type), now);
    }

    /** Returns the world as a typed seed. */
    public static State state(World world) {
        return new WorldExporter(world).save();
    }

    /** Returns the world for looking at: an ellipsis stands for what is secret, as in the logs. It cannot be loaded. */
    public static State masked(World world) {
        return SeedTree.typed(SeedMasking.masked(SeedTree.tree(state(world))));
    }

    /** Returns the world as JSON. */
    public static String json(World world) {
        return json(state(world));
    }

    /** Returns a typed seed as JSON. */
    public static String json(State state) {
        return text(state, DocumentFormat.JSON);
    }

    /** Returns the world as YAML. */
    public static String yaml(World world) {
        return yaml(state(world));
    }

    /** Returns a typed seed as YAML. */
    public static String yaml(State state) {
        return text(state, DocumentFormat.YAML);
    }

    /** Writes a typed seed, one thing after the other, and leaves {@code out} open. */
    public static void write(State state, DocumentFormat format, Writer out) throws IOException {
        SeedWriter.write(state, format, out);
    }

    private static String text(State state, DocumentFormat format) {
        StringWriter text = new StringWriter();
        try {
            write(state, format, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text takes anything", e);
        }
        return text.toString();
    }

    private static Seed seed(String text, String type) {
        return isYaml(type) ? Seed.parseYaml(text) : Seed.parse(text);
    }

    private static SeedText text(String text, String type) {
        return isYaml(type) ? new SeedText(text, SeedFormat.YAML) : SeedText.of(text);
    }

    private static boolean isYaml(String type) {
        return type != null && type.toLowerCase(Locale.ROOT).contains("yaml");
    }

    /** Returns a seed as a typed one. */
    private static State state(Seed seed) {
        return located(() -> seed, null, () -> SeedReader.read(tree(seed)));
    }

    private static ObjectNode tree(Seed seed) {
        return (ObjectNode) SeedTree.tree(seed.toMap());
    }

    /**
     * Returns a world, changed by a seed. Only what the seed names and what depends on it is written as a document,
     * merged and read anew.
     */
    private static MergedWorld changed(
            World world, Seed seed, BiFunction<DocumentMerge, ObjectNode, ObjectNode> change, Instant now) {
        ObjectNode sent = tree(seed);
        WorldSlice slice = NamedThings.in(world, sent);
        while (true) {
            ObjectNode export = SeedTree.tree(new WorldExporter(world, slice).save());
            JsonNode counters = export.path("counters").deepCopy();
            DocumentMerge merge = new DocumentMerge(export);
            ObjectNode state = located(() -> seed, merge, () -> change.apply(merge, sent.deepCopy()));
            if (slice.isWhole()) {
                World whole = located(() -> seed, merge, () -> load(SeedReader.read(state), now, seed.directory()));
                return new MergedWorld(whole, WorldSlice.whole(), WorldSlice.whole());
            }
            if (sent.has("counters") && isSetBack(counters, state.path("counters"))) {
                slice.takeAll();
            } else if (!DependentThings.take(world, merge.deleted(), slice)) {
                try {
                    State part = SeedReader.read(state);
                    World made = load(part, SliceRest.of(world, slice, state), now, seed.directory());
                    return new MergedWorld(made, slice, NamedThings.in(made, sent));
                } catch (DocumentException e) {
                    if (merge.origin(e.place()) != null) {
                        throw refusal(seed, merge, e);
                    }
                    slice.takeAll(); // a path that is not in the document says the place among all others
                }
            }
        }
    }

    /** Returns whether a counter is lower than it was: how low it may be, everything in use decides. */
    private static boolean isSetBack(JsonNode was, JsonNode is) {
        return was.isObject()
                ? was.properties().stream().anyMatch(one -> isSetBack(one.getValue(), is.path(one.getKey())))
                : is.asLong() < was.asLong();
    }

    private static World load(State state, Instant now, Optional<Path> directory) {
        return load(state, SliceRest.NOTHING, now, directory);
    }

    private static World load(State state, SliceRest rest, Instant now, Optional<Path> directory) {
        return new WorldImporter(state, rest, now, directory.orElse(null)).load();
    }

    /** Returns what loading gives; a refusal says where in the seed, which is read once more for that. */
    private static <T> T located(Supplier<Seed> seed, DocumentMerge merge, Supplier<T> loading) {
        try {
            return loading.get();
        } catch (DocumentException e) {
            throw refusal(seed.get(), merge, e);
        }
    }

    private static SeedException refusal(Seed seed, DocumentMerge merge, DocumentException e) {
        DocumentPath sent = merge == null || !merge.isDone() ? e.place() : merge.origin(e.place());
        return sent == null
                ? SeedException.at(e.place().shown(), 0, e.getMessage())
                : SeedException.at(sent.shown(), seed.line(sent.toString()), e.getMessage());
    }
}
