package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;

/** Which apps a caller finds. */
final class AppLookup {

    private AppLookup() {}

    /**
     * The app with the id.
     *
     * @throws ApiException 404 if there is none any more
     */
    static App find(World world, long id) {
        return world.apps().app(id).orElseThrow(ApiException::notFound);
    }

    /**
     * The named app, by its slug in any case (R151 to R153).
     *
     * @param access says which kinds of callers are refused a private app, and how
     * @throws ApiException 404 if there is none; for a private one as {@code access} says
     */
    static App slugged(PathEntities named, CredentialKind kind, AccessPolicy access) {
        App app = named.app().orElseThrow(ApiException::notFound);
        if (!app.visible() && access.refuses(kind)) {
            throw access.refusal(kind);
        }
        return app;
    }
}
