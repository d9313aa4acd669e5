package dev.hubtwin.internal.seed;

import static dev.hubtwin.internal.seed.SeedSamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.event.WorldDiff;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.mapping.SeedTree;
import dev.hubtwin.internal.seed.mapping.WorldImporter;
import dev.hubtwin.internal.seed.merge.DocumentMerge;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import dev.hubtwin.internal.seed.schema.SeedValidator;
import dev.hubtwin.internal.seed.slice.SliceRest;
import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What a document makes of a world is what reading the whole world anew, with the document merged in, would make. */
class MergeEquivalenceTest {

    private static final int STEPS = Boolean.getBoolean("hubtwin.full") ? 2_000 : 150;

    /** A world, or why there is none. */
    private record Outcome(World world, String refusal) {

        static Outcome of(Supplier<World> change) {
            try {
                return new Outcome(change.get(), null);
            } catch (SeedException e) {
                return new Outcome(null, e.path() + ": " + e.problem());
            }
        }
    }

    @RepeatedTest(12)
    @DisplayName(
            "Random documents give a random world the state, the indexes and the refusals that reading it whole gives")
    void areAsIfReadWhole(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        RandomDocuments documents = new RandomDocuments(random);
        World world = start(documents, random);
        int changed = 0;
        for (int i = 0; i < STEPS; i++) {
            boolean patch = random.nextInt(5) > 0;
            ObjectNode document = patch ? documents.patch() : documents.addition();
            World before = world;
            Outcome expected = Outcome.of(() -> whole(before, document, patch));
            Outcome actual = Outcome.of(() -> patch
                    ? SeedCodec.merge(before, document.toString(), null, NOW)
                    : SeedCodec.add(before, document.toString(), null, NOW));
            assertEquals(
                    expected.refusal(),
                    actual.refusal(),
                    () -> patch + " " + document + "\nto\n" + SeedCodec.json(before));
            if (expected.world() != null) {
                assertEquals(
                        SeedCodec.json(expected.world()),
                        SeedCodec.json(actual.world()),
                        () -> patch + " " + document + "\nto\n" + SeedCodec.json(before));
                assertTrue(
                        expected.world().equals(actual.world()),
                        () -> "indexes after " + patch + " " + document + "\nto\n" + SeedCodec.json(before));
                if (patch) {
                    assertTellsTheSame(before, document);
                }
                world = actual.world();
                changed++;
            }
        }
        assertTrue(changed > STEPS / 10, "only " + changed + " documents were taken");
    }

    /** What webhooks hear is what a comparison of the whole worlds finds. */
    private static void assertTellsTheSame(World before, ObjectNode document) {
        MergedWorld merged = SeedCodec.merged(before, document.toString(), null, NOW);
        MergedWorld whole = new MergedWorld(merged.world(), WorldSlice.whole(), WorldSlice.whole());
        assertEquals(told(before, whole), told(before, merged), () -> document + "\nto\n" + SeedCodec.json(before));
    }

    private static List<String> told(World before, MergedWorld merged) {
        return WorldDiff.events(before, merged).stream()
                .map(WebhookEvent.class::cast)
                .map(event -> event + " in " + event.account() + " to " + event.audience())
                .toList();
    }

    private static World start(RandomDocuments documents, Random random) {
        World world = random.nextBoolean() ? World.EMPTY : SeedCodec.read(Seed.demo(), NOW);
        for (int i = 0; i < 60; i++) {
            World before = world;
            ObjectNode document = documents.patch();
            world = Optional.ofNullable(
                            Outcome.of(() -> whole(before, document, true)).world())
                    .orElse(before);
        }
        return world;
    }

    private static World whole(World world, ObjectNode document, boolean patch) {
        DocumentMerge merge = new DocumentMerge(SeedTree.tree(SeedCodec.state(world)));
        try {
            ObjectNode sent = document.deepCopy();
            ObjectNode state = patch ? merge.patch(sent) : merge.add(sent);
            SeedValidator.dropNulls(state, SeedSchema.STATE);
            SeedValidator.check(state, SeedSchema.STATE, DocumentPath.ROOT);
            return new WorldImporter(SeedTree.typed(state), SliceRest.NOTHING, NOW, null).load();
        } catch (DocumentException e) {
            DocumentPath sent = merge.isDone() ? merge.origin(e.place()) : e.place();
            throw SeedException.at((sent == null ? e.place() : sent).shown(), 0, e.getMessage());
        }
    }
}
