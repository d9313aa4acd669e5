package dev.hubtwin.internal.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.SeedException;
import java.time.Instant;

/** The parsers of seeds, YAML and JSON, for a fuzzer (see CONTRIBUTING.md). */
public final class SeedFuzz {

    private SeedFuzz() {}

    /** Reads a seed; what is read goes out and in again as it was; only a refusal may come of anything else. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        read(text, "application/json");
        read(text, "application/yaml");
    }

    private static void read(String text, String type) {
        World world;
        try {
            world = SeedCodec.read(text, type, Instant.EPOCH);
        } catch (SeedException e) {
            return;
        }
        String once = SeedCodec.json(world);
        String twice = SeedCodec.json(SeedCodec.read(once, "application/json", Instant.EPOCH));
        if (!once.equals(twice)) {
            throw new AssertionError(once + " became " + twice);
        }
    }
}
