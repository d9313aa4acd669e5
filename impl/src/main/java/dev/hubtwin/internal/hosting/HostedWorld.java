package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.delivery.MailLog;
import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.signin.SignIns;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.AppKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongConsumer;

/**
 * One world as it is served: the succession of its states, those of them that have a name, and what stands beside it.
 */
public final class HostedWorld {

    private static final int SNAPSHOTS = 1_000;

    private final String name;
    private final WorldStore store;
    private final ConcurrentNavigableMap<String, Snapshot> snapshots = new ConcurrentSkipListMap<>();
    private final WebhookSender sender;
    private final LongConsumer budget;
    private final Journal journal;
    private volatile Origin origin;
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

    /**
     * A world as it begins.
     *
     * @param sender delivers what is sent from it
     * @param budget hears how many bytes are kept beside it in addition
     * @param journal keeps what happens to it
     */
    HostedWorld(String name, Origin origin, WebhookSender sender, LongConsumer budget, Journal journal) {
        this.name = name;
        this.origin = origin;
        this.sender = sender;
        this.budget = budget;
        this.journal = journal;
        this.store = new WorldStore(origin.world(), event -> runtime.offer(event), journal::changing);
        this.runtime = newRuntime();
    }

    private WorldRuntime newRuntime() {
        DeliveryQueues deliveries = new DeliveryQueues(sender, () -> store.now().settings(), budget, journal);
        return new WorldRuntime(deliveries, budget, journal::changing);
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

    /** What keeps what happens to it. */
    public Journal journal() {
        return journal;
    }

    /**
     * The state of this moment, after all that is due when it is {@code system} on the machine has happened.
     *
     * @param links of who looks: webhooks hear of what happens with them
     */
    public World at(Instant system, Links links) {
        return store.settledAt(system)
                .orElseGet(() -> journal.alone(
                        () -> new TimeDeed(links),
                        () -> store.at(Recording.moment(() -> system), EventSource.nobody(links)::of)));
    }

    /** Its named moments, by name. */
    public NavigableMap<String, Snapshot> snapshots() {
        return Collections.unmodifiableNavigableMap(snapshots);
    }

    /**
     * Names a moment, in the place of the one that has the name.
     *
     * @return whether there was one
     * @throws ApiException 429 if there are too many
     */
    public synchronized boolean keep(String name, Snapshot moment) {
        if (snapshots.size() >= SNAPSHOTS && !snapshots.containsKey(name)) {
            throw ApiException.of(429, "A world has at most " + SNAPSHOTS + " snapshots.");
        }
        journal.changing();
        return snapshots.put(name, moment) != null;
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
        known(name, snapshots.get(name));
        journal.changing();
        snapshots.remove(name);
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
     * Gives keys that were drawn to the apps that have none: now, and in every moment that this world can go back to,
     * so that whoever read a key goes on with it after a reset.
     *
     * @param keys by the id of the app
     * @return the world as it is now
     */
    public synchronized World give(Map<Long, AppKey> keys) {
        journal.changing();
        origin = new Origin(given(origin.world(), keys), origin.from(), origin.at());
        snapshots.replaceAll((called, moment) -> new Snapshot(given(moment.world(), keys), moment.at()));
        return store.change(current -> {
            World given = given(current, keys);
            return new Change<>(given, given);
        });
    }

    private static World given(World world, Map<Long, AppKey> keys) {
        return world.with(world.apps().withKeys(keys));
    }

    /**
     * Goes back to the origin: the state, its counters, tokens, clock and settings, and nothing beside it. Snapshots
     * stay.
     */
    public synchronized void reset() {
        journal.changing();
        store.replace(origin.world(), () -> {
            end();
            runtime = newRuntime();
        });
    }

    /**
     * All of it that outlives a process. Rate limits and the log of requests do not.
     *
     * @param faultsSet how many faults were set so far
     */
    public record Image(
            Origin origin,
            World world,
            Map<String, Snapshot> snapshots,
            SignIns.Pending signIns,
            long faultsSet,
            List<ArmedFault> faults,
            DeliveryQueues.Image deliveries,
            List<MailLog.Sent> mails) {}

    /** Returns all of it that outlives a process, as it is between two deeds. */
    public Image image() {
        return new Image(
                origin,
                store.now(),
                Map.copyOf(snapshots),
                runtime.signIns().pending(),
                runtime.faults().count(),
                runtime.faults().all(),
                runtime.deliveries().image(),
                runtime.mails().all());
    }

    /** Becomes what an image shows; its origin is the image's already. */
    public void restore(Image image) {
        store.replace(image.world(), () -> {});
        snapshots.putAll(image.snapshots());
        runtime.signIns().restore(image.signIns());
        runtime.faults().restore(image.faultsSet(), image.faults());
        runtime.deliveries().restore(image.deliveries());
        runtime.mails().restore(image.mails());
    }

    /** Drops what waits to be delivered; says how much that was. */
    public int end() {
        return runtime.deliveries().end();
    }
}
