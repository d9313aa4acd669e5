package dev.hubtwin.control;

import dev.hubtwin.control.model.Health;
import dev.hubtwin.control.model.HealthStatus;
import dev.hubtwin.http.Realm;
import dev.hubtwin.http.Realms;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.http.Site;
import dev.hubtwin.world.World;
import java.time.Duration;
import java.util.Optional;

/** The server as a whole: since when it runs, and its worlds, which come and go. */
public final class Server {

  private final Site site;
  private final Realms realms;

  /** The one that a request was sent to, or that a test holds. */
  public Server(Site site) {
    this.site = site;
    this.realms = site.realms();
  }

  /** That the server is up. */
  Health health() {
    return new Health(HealthStatus.UP, site.version(), uptime().toSeconds(), (long) realms.all().size());
  }

  private Duration uptime() {
    return Duration.between(site.startedAt(), site.clock().instant());
  }

  /** Its worlds. */
  Realms realms() {
    return realms;
  }

  /**
   * Makes a world.
   *
   * @param from a world, or a snapshot of {@code here}; null for the default world
   * @param here the world that is asked
   * @throws Refusal 409 if it would take the place of the default world, 404 if there is nothing called {@code from}
   */
  Realms.Forked fork(String name, String from, Realm here) {
    requireOther(name);
    String source = from == null ? Realms.DEFAULT : from;
    World start = realms.named(source).map(realm -> realm.timeline().now())
        .or(() -> Optional.ofNullable(here.snapshots().get(source)).map(Realm.Snapshot::world))
        .orElseThrow(() -> Refusal.of(404, "There is no world \"" + source + "\", and no snapshot."));
    return realms.fork(name, new Realm.Origin(start, source, site.clock().instant()));
  }

  /**
   * Drops a world.
   *
   * @throws Refusal 409 if it is the default world, 404 if there is none
   */
  void drop(String name) {
    requireOther(name);
    if (!realms.drop(name)) {
      throw Refusal.of(404, "There is no world \"" + name + "\".");
    }
  }

  private static void requireOther(String name) {
    if (name.equals(Realms.DEFAULT)) {
      throw Refusal.of(409, "The default world is always there.");
    }
  }
}
