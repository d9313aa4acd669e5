package dev.hubtwin.http;

import dev.hubtwin.events.Courier;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All worlds of a server, by name. Who drops one drops everything about it: nothing else holds it. */
public final class Realms {

  /** The name of the world that is always there, and that a request means if it names none. */
  public static final String DEFAULT = "default";

  private final ConcurrentNavigableMap<String, Realm> realms = new ConcurrentSkipListMap<>();
  private final Realm main;
  private final Courier courier;

  /** Begins with the default world; {@code courier} delivers what is sent from any. */
  public Realms(World start, Instant now, Courier courier) {
    this.courier = courier;
    main = new Realm(DEFAULT, new Realm.Origin(start, null, now), courier);
    realms.put(DEFAULT, main);
  }

  /** The default world. */
  public Realm main() {
    return main;
  }

  /** The world of that name. */
  public Optional<Realm> named(String name) {
    return Optional.ofNullable(realms.get(name));
  }

  /** Every world, in the order of their names. */
  public Collection<Realm> all() {
    return realms.values();
  }

  /** Whether a world can be called so; the default one's name is taken. */
  public static boolean isName(String name) {
    return Address.isName(name) && !name.equals(DEFAULT);
  }

  /** A world that was made, and whether it took the place of another. */
  public record Forked(Realm realm, boolean again) {}

  /** Makes a world of that name, in the place of the one that has it; not of the default one's. */
  public Forked fork(String name, Realm.Origin origin) {
    Realm realm = new Realm(name, origin, courier);
    return new Forked(realm, ended(realms.put(name, realm)));
  }

  /** Drops the world of that name, which is not the default one's; says whether there was one. */
  public boolean drop(String name) {
    return ended(realms.remove(name));
  }

  private static boolean ended(Realm realm) {
    if (realm != null) {
      realm.end();
    }
    return realm != null;
  }
}
