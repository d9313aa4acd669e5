package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.memory.EvictionBudget;
import dev.hubtwin.internal.memory.HeapShares;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All worlds of a server, by name. Who drops one drops everything about it: nothing else holds it. */
public final class WorldRegistry {

    /** The name of the world that is always there, and that a request means if it names none. */
    public static final String DEFAULT = "default";

    private final ConcurrentNavigableMap<String, HostedWorld> worlds = new ConcurrentSkipListMap<>();
    private final WebhookSender sender;
    private volatile HostedWorld main;
    private volatile WorldKeeper keeper = WorldKeeper.NONE;
    private final EvictionBudget budget = new EvictionBudget(
            HeapShares.PROCESS.records(),
            () -> all().stream().flatMap(world -> world.runtime().evictables()));

    /**
     * Begins with the default world.
     *
     * @param sender delivers what is sent from any
     * @param journal keeps the default world, until other worlds are put in the place of these
     */
    public WorldRegistry(World start, Instant now, WebhookSender sender, Journal journal) {
        this.sender = sender;
        main = host(DEFAULT, new HostedWorld.Origin(start, null, now), journal);
        worlds.put(DEFAULT, main);
    }

    /** Makes a world that is not among these yet. */
    public HostedWorld host(String name, HostedWorld.Origin origin, Journal journal) {
        return new HostedWorld(name, origin, sender, budget, journal);
    }

    /**
     * Puts other worlds in the place of all of these.
     *
     * @param others the default one among them
     * @param by keeps them, and those that will be made
     */
    public synchronized void replace(Collection<HostedWorld> others, WorldKeeper by) {
        List<HostedWorld> former = List.copyOf(worlds.values());
        keeper = by;
        others.forEach(world -> worlds.put(world.name(), world));
        main = worlds.get(DEFAULT);
        worlds.values().retainAll(others);
        former.forEach(HostedWorld::end);
    }

    /** The default world. */
    public HostedWorld main() {
        return main;
    }

    /** The world of that name. */
    public Optional<HostedWorld> named(String name) {
        return Optional.ofNullable(worlds.get(name));
    }

    /** Every world, in the order of their names. */
    public Collection<HostedWorld> all() {
        return worlds.values();
    }

    /** Whether a world can be called so; the default one's name is taken. */
    public static boolean isName(String name) {
        return WorldAddress.isName(name) && !name.equals(DEFAULT);
    }

    /** A world that was made, and whether it took the place of another. */
    public record Forked(HostedWorld world, boolean again) {}

    /**
     * Makes a world of that name, in the place of the one that has it; not of the default one's.
     *
     * @throws ApiException 429 if there are too many
     */
    public synchronized Forked fork(String name, HostedWorld.Origin origin) {
        if (worlds.size() >= HeapShares.PROCESS.worlds() && !worlds.containsKey(name)) {
            throw ApiException.of(429, "There are " + worlds.size() + " worlds, the most that this heap has room for.");
        }
        HostedWorld hosted = keeper.begin(name, origin, journal -> host(name, origin, journal));
        return new Forked(hosted, ended(worlds.put(name, hosted)));
    }

    /** Drops the world of that name, which is not the default one's; says whether there was one. */
    public synchronized boolean drop(String name) {
        if (worlds.containsKey(name)) {
            keeper.drop(name);
        }
        return ended(worlds.remove(name));
    }

    private static boolean ended(HostedWorld hosted) {
        if (hosted != null) {
            hosted.end();
        }
        return hosted != null;
    }
}
