package dev.hubtwin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.event.WorldDiff;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * The state of a world as a whole, in the seed format. What is given is JSON or YAML, or a seed in Java; what is no
 * state is refused by a {@link dev.hubtwin.seed.SeedException} that says where, and nothing has changed.
 */
public final class TwinState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorldHandle held;

    TwinState(WorldHandle held) {
        this.held = held;
    }

    /** All of it, secrets in clear. */
    public JsonNode json() {
        try {
            return JSON.readTree(SeedCodec.json(held.world()));
        } catch (IOException e) {
            throw new UncheckedIOException("a state is JSON", e);
        }
    }

    /** Puts another state in its place. */
    public void replace(String document) {
        Instant now = held.now();
        held.become(before -> SeedCodec.read(document, null, now));
    }

    /** The same. */
    public void replace(Seed seed) {
        Instant now = held.now();
        held.become(before -> seed.world(now));
    }

    /** Adds to it; what is there already is refused. */
    public void add(String document) {
        Instant now = held.now();
        held.become(world -> SeedCodec.add(world, document, null, now));
    }

    /** The same. */
    public void add(Seed seed) {
        add(seed.json().toString());
    }

    /** Merges into it by natural keys: null clears, {@code $delete: true} removes. Nobody hears of it. */
    public void merge(String document) {
        Instant now = held.now();
        held.become(world -> SeedCodec.merge(world, document, null, now));
    }

    /** The same; webhooks hear of it what GitHub would tell them. */
    public void mergeWithEvents(String document) {
        Instant now = held.now();
        held.become(world -> SeedCodec.merge(world, document, null, now), WorldDiff::events);
    }

    /** As the world began: state, clock, settings; faults, limits and logs are gone. */
    public void reset() {
        held.realm().reset();
    }
}
