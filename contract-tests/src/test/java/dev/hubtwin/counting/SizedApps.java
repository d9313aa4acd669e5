package dev.hubtwin.counting;

import dev.hubtwin.world.App;
import dev.hubtwin.world.AppKey;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Installations;
import dev.hubtwin.world.Selection;
import dev.hubtwin.world.World;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/** Worlds in which one app has any number of installations, and one organization any number of apps. */
final class SizedApps {

  static final long APP = 1;
  static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

  private SizedApps() {}

  /** The app in each of so many organizations, changed a second after one another; as many other apps in {@code org-0}. */
  static World of(int size, RSAPublicKey key) {
    World world = SizedWorld.of(size);
    world = world.with(world.apps().with(app(APP, new AppKey("", key))));
    Installations installations = world.apps().installations();
    long crowded = world.accounts().organization("org-0").orElseThrow().id();
    for (int i = 0; i < size; i++) {
      installations = installations.with(installation(1 + i, APP, crowded + i, i));
      world = world.with(world.apps().with(app(2 + i, new AppKey("", key))));
      installations = installations.with(installation(1 + size + i, 2 + i, crowded, i));
    }
    return world.with(world.apps().with(installations));
  }

  private static App app(long id, AppKey key) {
    return new App(
        id, "app-" + id, "App " + id, null, SizedWorld.OLIVIA, null, "https://app.example", null, true, TreePVector.singleton(key),
        "Iv1." + id, "secret", null, HashTreePMap.singleton("metadata", "read"), TreePVector.empty(),
            TreePVector.empty(), THEN, THEN);
  }

  private static Installation installation(long id, long app, long account, int seconds) {
    return new Installation(
        id, app, account, Selection.ALL, HashTreePMap.singleton("metadata", "read"), TreePVector.empty(), null, THEN,
        THEN.plusSeconds(seconds));
  }
}
