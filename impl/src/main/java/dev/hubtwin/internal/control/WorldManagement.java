package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.Health;
import dev.hubtwin.internal.control.model.HealthStatus;
import dev.hubtwin.internal.control.model.Storage;
import dev.hubtwin.internal.control.model.StorageKind;
import dev.hubtwin.internal.control.model.StorageOwner;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.hosting.WorldStorage;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import java.util.Optional;

/** The server as a whole: since when it runs, and its worlds, which come and go. */
public final class WorldManagement {

    private final ServerContext site;
    private final WorldRegistry realms;

    /** The one that a request was sent to, or that a test holds. */
    public WorldManagement(ServerContext site) {
        this.site = site;
        this.realms = site.worlds();
    }

    /** That the server is up, and where its worlds are. */
    Health health() {
        return new Health(
                HealthStatus.UP,
                site.version(),
                site.uptime().toSeconds(),
                (long) realms.all().size(),
                storage(site.storage()));
    }

    private static Storage storage(WorldStorage storage) {
        StorageOwner owner = storage.isOwned()
                ? StorageOwner.SELF
                : storage.peer().isPresent() ? StorageOwner.PEER : StorageOwner.NOBODY;
        return Storage.builder()
                .kind(StorageKind.of(storage.kind()))
                .owner(owner)
                .ownerUrl(storage.peer().orElse(null))
                .waiting(storage.waiting())
                .tail(storage.tail())
                .build();
    }

    /** Its worlds. */
    WorldRegistry realms() {
        return realms;
    }

    /**
     * Makes a world.
     *
     * @param from a world, or a snapshot of {@code here}; null for the default world
     * @param here the world that is asked
     * @throws ApiException 409 if it would take the place of the default world, 404 if there is nothing called
     *     {@code from}
     */
    WorldRegistry.Forked fork(String name, String from, HostedWorld here) {
        requireOther(name);
        String source = from == null ? WorldRegistry.DEFAULT : from;
        World start = realms.named(source)
                .map(realm -> realm.store().now())
                .or(() -> Optional.ofNullable(here.snapshots().get(source)).map(HostedWorld.Snapshot::world))
                .orElseThrow(() -> ApiException.of(404, "There is no world \"" + source + "\", and no snapshot."));
        return realms.fork(
                name, new HostedWorld.Origin(start, source, site.clock().instant()));
    }

    /**
     * Drops a world.
     *
     * @throws ApiException 409 if it is the default world, 404 if there is none
     */
    void drop(String name) {
        requireOther(name);
        if (!realms.drop(name)) {
            throw ApiException.of(404, "There is no world \"" + name + "\".");
        }
    }

    private static void requireOther(String name) {
        if (name.equals(WorldRegistry.DEFAULT)) {
            throw ApiException.of(409, "The default world is always there.");
        }
    }
}
