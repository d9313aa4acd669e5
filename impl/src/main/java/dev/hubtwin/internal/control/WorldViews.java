package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.Snapshot;
import dev.hubtwin.internal.control.model.World;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import java.util.List;

/** Worlds and their named moments, as the control API shows them. */
final class WorldViews {

    private WorldViews() {}

    static List<World> worlds(WorldRegistry realms, Links links) {
        return realms.all().stream().map(realm -> world(realm, links)).toList();
    }

    static World world(HostedWorld realm, Links links) {
        HostedWorld.Origin origin = realm.origin();
        return new World(realm.name(), origin.from(), links.world(realm.name()), Timestamps.utc(origin.at()));
    }

    static List<Snapshot> snapshots(HostedWorld realm) {
        return realm.snapshots().entrySet().stream()
                .map(entry -> snapshot(entry.getKey(), entry.getValue()))
                .toList();
    }

    static Snapshot snapshot(String name, HostedWorld.Snapshot snapshot) {
        return new Snapshot(name, Timestamps.utc(snapshot.at()));
    }
}
