package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One world as it is served: the succession of its states, those of them that have a name, and what stands beside it.
 */
public final class HostedWorld {

    private final String name;
    private final Origin origin;
    private final WorldStore store;
    private final ConcurrentNavigableMap<String, Snapshot> snapshots = new ConcurrentSkipListMap<>();
    private final WebhookSender sender;
    private volatile WorldRuntime runtime;

    /**
     * How a world came to be.
     *
     * @param world what it began as, and goes back to on a reset
     * @param from the name of the world or snapshot that it was forked from; null for the first one
     * @param at when, by the machine's clock
     */
    public record Origin(World world, String from, Instant at) {}

    /**
     * A moment that has a name.
     *
     * @param at when it was, by the world's clock
     */
    public record Snapshot(World world, Instant at) {}

    HostedWorld(String name, Origin origin, WebhookSender sender) {
        this.name = name;
        this.origin = origin;
        this.sender = sender;
        this.store = new WorldStore(origin.world(), event -> runtime.offer(event));
        this.runtime = newRuntime();
    }

    private WorldRuntime newRuntime() {
        return new WorldRuntime(new DeliveryQueues(sender, () -> store.now().settings()));
    }

    /** What it is called in paths and host names. */
    public String name() {
        return name;
    }

    /** How it came to be. */
    public Origin origin() {
        return origin;
    }

    /** The succession of its states. */
    public WorldStore store() {
        return store;
    }

    /** Its named moments, by name; may be changed. */
    public ConcurrentNavigableMap<String, Snapshot> snapshots() {
        return snapshots;
    }

    /**
     * The moment of that name.
     *
     * @throws ApiException 404 if there is none
     */
    public Snapshot snapshot(String name) {
        return known(name, snapshots.get(name));
    }

    /**
     * Forgets the moment of that name.
     *
     * @throws ApiException 404 if there is none
     */
    public void forget(String name) {
        known(name, snapshots.remove(name));
    }

    private static Snapshot known(String name, Snapshot snapshot) {
        if (snapshot == null) {
            throw ApiException.of(404, "There is no snapshot \"" + name + "\".");
        }
        return snapshot;
    }

    /** What stands beside it now, until the next reset. */
    public WorldRuntime runtime() {
        return runtime;
    }

    /**
     * Goes back to the origin: the state, its counters, tokens, clock and settings, and nothing beside it. Snapshots
     * stay.
     */
    public void reset() {
        store.replace(origin.world(), () -> {
            end();
            runtime = newRuntime();
        });
    }

    /** Drops what waits to be delivered; says how much that was. */
    public int end() {
        return runtime.deliveries().end();
    }
}
