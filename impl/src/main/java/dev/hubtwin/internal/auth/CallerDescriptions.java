package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.traffic.CallerName;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.util.Optional;

/** Callers by the names that people know them by. */
public final class CallerDescriptions {

    private CallerDescriptions() {}

    /** The names of a caller in a world. */
    public static CallerName of(World world, Caller caller) {
        Grant grant = caller.grant();
        String login = caller.user().isPresent()
                ? world.accounts()
                        .user(caller.user().getAsLong())
                        .map(user -> user.login())
                        .orElse(null)
                : null;
        Long installation = grant instanceof Grant.OfInstallation of ? of.installationId() : null;
        String app = app(world, caller).map(App::slug).orElse(null);
        return new CallerName(
                caller.kind().word(),
                login,
                app,
                installation,
                caller.token().map(Token::text).orElse(null));
    }

    /** The app that calls, or for which somebody does. */
    private static Optional<App> app(World world, Caller caller) {
        if (caller.app().isPresent()) {
            return world.apps().app(caller.app().getAsLong());
        }
        if (caller.grant() instanceof Grant.OfInstallation of) {
            return world.apps()
                    .installations()
                    .installation(of.installationId())
                    .map(Installation::appId)
                    .flatMap(world.apps()::app);
        }
        return caller.grant() instanceof Grant.UserToServer of
                ? world.apps().app(of.appId())
                : caller.client().flatMap(world.apps()::client);
    }
}
