package dev.hubtwin;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.seed.Seed;
import java.time.Instant;

/**
 * The state of a world as a whole, in the seed format. A seed that is refused is a
 * {@link dev.hubtwin.seed.SeedException} that says where it is wrong, and nothing has changed. The methods that take a
 * text take JSON or YAML, as {@link Seed#parse} does.
 */
public final class TwinState {

    private final WorldHandle handle;

    TwinState(WorldHandle handle) {
        this.handle = handle;
    }

    /** Returns the state as a seed, secrets included. What equals the default of the seed format is left out. */
    public Seed export() {
        return Seed.parse(SeedCodec.json(handle.world()));
    }

    /** Replaces the state by a seed. */
    public void replace(Seed seed) {
        Instant now = handle.now();
        handle.become(before -> SeedCodec.read(seed, now));
    }

    /** Replaces the state by a seed in JSON or YAML. */
    public void replace(String seed) {
        replace(Seed.parse(seed));
    }

    /** Adds a seed to the state; it is refused if something in it is there already. */
    public void add(Seed seed) {
        Instant now = handle.now();
        handle.become(world -> SeedCodec.add(world, seed, now));
    }

    /** Adds a seed in JSON or YAML to the state; it is refused if something in it is there already. */
    public void add(String seed) {
        add(Seed.parse(seed));
    }

    /**
     * Merges changes into the state. Things are found by their natural keys (login, slug, name, id); null clears a
     * member, and {@code $delete: true} removes a thing. No webhook hears of it.
     */
    public void merge(Seed changes) {
        Instant now = handle.now();
        handle.become(world -> SeedCodec.merge(world, changes, now));
    }

    /** Merges changes in JSON or YAML into the state, as {@link #merge(Seed)}. */
    public void merge(String changes) {
        merge(Seed.parse(changes));
    }

    /** Merges changes into the state, as {@link #merge(Seed)}, and sends webhooks the events that GitHub would send. */
    public void mergeWithEvents(Seed changes) {
        Instant now = handle.now();
        handle.merge(world -> SeedCodec.merged(world, changes, now));
    }

    /** Merges changes in JSON or YAML into the state, as {@link #mergeWithEvents(Seed)}. */
    public void mergeWithEvents(String changes) {
        mergeWithEvents(Seed.parse(changes));
    }

    /**
     * Returns the world to what it began as: state, clock and settings. Faults, limits and logs are gone, and what
     * still waits to be delivered is dropped; snapshots stay.
     */
    public void reset() {
        handle.alone(() -> {
            handle.hosted().reset();
            return null;
        });
    }
}
