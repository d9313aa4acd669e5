package dev.hubtwin.http;

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

  /** Begins with the default world. */
  public Realms(World start, Instant now) {
    main = new Realm(DEFAULT, new Realm.Origin(start, null, now));
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

  /** A world that was made, and whether it took the place of another. */
  public record Forked(Realm realm, boolean again) {}

  /** Makes a world of that name, in the place of the one that has it; not of the default one's. */
  public Forked fork(String name, Realm.Origin origin) {
    Realm realm = new Realm(name, origin);
    return new Forked(realm, realms.put(name, realm) != null);
  }

  /** Drops the world of that name, which is not the default one's; says whether there was one. */
  public boolean drop(String name) {
    return realms.remove(name) != null;
  }
}
