package dev.hubtwin.http;

import dev.hubtwin.traffic.CallerName;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Grant;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Token;
import dev.hubtwin.world.World;
import java.util.Optional;

/** Callers by the names that people know them by. */
final class CallerNames {

  private CallerNames() {}

  /** The names of a caller in a world. */
  static CallerName of(World world, Caller caller) {
    Grant grant = caller.grant();
    String login = caller.user().isPresent()
        ? world.accounts().user(caller.user().getAsLong()).map(user -> user.login()).orElse(null)
        : null;
    Long installation = grant instanceof Grant.OfInstallation of ? of.installationId() : null;
    String app = app(world, grant).flatMap(world.apps()::app).map(App::slug).orElse(null);
    return new CallerName(caller.kind().word(), login, app, installation, caller.token().map(Token::text).orElse(null));
  }

  private static Optional<Long> app(World world, Grant grant) {
    if (grant instanceof Grant.OfInstallation of) {
      return world.apps().installations().installation(of.installationId()).map(Installation::appId);
    }
    return grant instanceof Grant.UserToServer of ? Optional.of(of.appId()) : Optional.empty();
  }
}
