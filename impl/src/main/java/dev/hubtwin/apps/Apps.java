package dev.hubtwin.apps;

import dev.hubtwin.http.Access;
import dev.hubtwin.http.Kind;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.App;
import dev.hubtwin.world.World;

/** Which apps a caller finds. */
final class Apps {

  private Apps() {}

  /**
   * The app with the id.
   *
   * @throws Refusal 404 if there is none any more
   */
  static App find(World world, long id) {
    return world.apps().app(id).orElseThrow(Refusal::notFound);
  }

  /**
   * The app with the slug, in any case (R151 to R153).
   *
   * @param access says which kinds of callers are refused a private app, and how
   * @throws Refusal 404 if there is none; for a private one as {@code access} says
   */
  static App slugged(World world, String slug, Kind kind, Access access) {
    App app = world.apps().slugged(slug).orElseThrow(Refusal::notFound);
    if (!app.visible() && access.refuses(kind)) {
      throw access.refusal(kind);
    }
    return app;
  }
}
