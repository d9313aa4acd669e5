package dev.hubtwin.control;

import dev.hubtwin.control.model.Snapshot;
import dev.hubtwin.control.model.World;
import dev.hubtwin.http.Links;
import dev.hubtwin.http.Realm;
import dev.hubtwin.http.Realms;
import dev.hubtwin.http.Times;
import java.util.List;

/** Worlds and their named moments, as the control API shows them. */
final class WorldViews {

  private WorldViews() {}

  static List<World> worlds(Realms realms, Links links) {
    return realms.all().stream().map(realm -> world(realm, links)).toList();
  }

  static World world(Realm realm, Links links) {
    Realm.Origin origin = realm.origin();
    return new World(realm.name(), origin.from(), links.world(realm.name()), Times.utc(origin.at()));
  }

  static List<Snapshot> snapshots(Realm realm) {
    return realm.snapshots().entrySet().stream().map(entry -> snapshot(entry.getKey(), entry.getValue())).toList();
  }

  static Snapshot snapshot(String name, Realm.Snapshot snapshot) {
    return new Snapshot(name, Times.utc(snapshot.at()));
  }
}
