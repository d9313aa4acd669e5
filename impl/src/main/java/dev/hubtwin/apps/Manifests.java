package dev.hubtwin.apps;

import dev.hubtwin.events.Happenings;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.Counters;
import dev.hubtwin.world.ManifestCode;
import dev.hubtwin.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a manifest becomes an app (R128). */
public final class Manifests {

  private static final Duration LIFE = Duration.ofHours(1);

  private Manifests() {}

  /**
   * Takes a manifest in; the code that is answered turns it into an app.
   *
   * @param owner the id of the account whose app it becomes
   * @param manifest JSON; whether it is a good one shows when it is converted
   * @param code drawn beforehand
   */
  public static Change<ManifestCode> accept(World world, long owner, String manifest, String code, Instant now) {
    ManifestCode accepted = new ManifestCode(code, owner, manifest, now, false);
    return new Change<>(world.with(world.apps().with(accepted)), accepted);
  }

  /**
   * The code, if it is still good.
   *
   * @throws Refusal 404 if it is unknown, used up or older than an hour
   */
  static ManifestCode find(World world, String code, Instant now) {
    return world.apps().code(code)
        .filter(found -> !found.used() && now.isBefore(found.createdAt().plus(LIFE)))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Makes the app that a code stands for, and uses the code up.
   *
   * @param drawn what of it is drawn
   * @throws Refusal 404 as {@link #find}, 422 for a manifest that is none or a name that is taken; then the code stays good
   */
  static Change<App> convert(World world, String code, NewApp drawn, Instant now) {
    ManifestCode found = find(world, code, now);
    Manifest manifest = judge(world, found.manifest());
    World.Drawn id = world.draw(Counters.Kind.APPS);
    App app = drawn.of(manifest, id.id(), found.ownerId(), now);
    World after = id.world().with(world.apps().with(found.spent()).with(app));
    return new Change<>(after, app, app.webhook() == null ? List.of() : List.of(Happenings.ping(after, app)));
  }

  /**
   * Reads a manifest that could become an app now.
   *
   * @param text JSON
   * @throws Refusal 422 for one that is none, and for a name that is taken
   */
  public static Manifest judge(World world, String text) {
    Manifest manifest = Manifest.read(text);
    if (world.apps().named(manifest.name()).isPresent() || world.apps().slugged(manifest.slug()).isPresent()) {
      throw Refusal.validationFailed(List.of("Name is already taken"));
    }
    return manifest;
  }
}
