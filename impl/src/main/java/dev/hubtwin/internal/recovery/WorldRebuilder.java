package dev.hubtwin.internal.recovery;

import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.journal.Database;
import dev.hubtwin.internal.journal.Journal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Rebuilds worlds that a database keeps: each from its newest snapshot, and what was logged after that. */
public final class WorldRebuilder {

    private final WorldRegistry registry;
    private final Replay replay;

    /**
     * Rebuilds worlds for a registry, which does not have them by that.
     *
     * @param replay does again what was logged
     */
    public WorldRebuilder(WorldRegistry registry, Replay replay) {
        this.registry = registry;
        this.replay = replay;
    }

    /**
     * Rebuilds a world.
     *
     * @param tail what was logged of it
     * @param journal gives the journal that it gets
     * @throws IllegalStateException if what is kept cannot be read, or not be done again; the message says what to do
     */
    HostedWorld rebuild(Database database, Tail tail, Supplier<? extends Journal> journal) throws SQLException {
        HostedWorld.Image image = image(database, tail);
        tail.requireWhole();
        HostedWorld world = registry.host(tail.world(), image.origin(), journal.get());
        world.restore(image);
        tail.entries().forEach((number, entry) -> replay.apply(world, number, entry));
        world.runtime().requests().clear();
        return world;
    }

    private static HostedWorld.Image image(Database database, Tail tail) throws SQLException {
        try {
            return SnapshotCodec.read(database.snapshot(tail.world(), tail.snapshot()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "snapshot " + tail.snapshot() + " of the world " + tail.world() + " cannot be read", e);
        }
    }
}
