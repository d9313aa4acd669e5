package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.ManifestCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** How a manifest becomes an app (R128). */
public final class ManifestConversion {

    private static final Duration LIFE = Duration.ofHours(1);

    private ManifestConversion() {}

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
     * The named code, if it is still good.
     *
     * @throws ApiException 404 if it is unknown, used up or older than an hour
     */
    private static ManifestCode find(PathEntities named, Instant now) {
        return named.manifestCode()
                .filter(found -> !found.used() && now.isBefore(found.createdAt().plus(LIFE)))
                .orElseThrow(ApiException::notFound);
    }

    /**
     * The manifest that the named code stands for, if it could become an app now.
     *
     * @throws ApiException 404 as {@link #find}, 422 as {@link #judge}
     */
    static Manifest manifest(PathEntities named, Instant now) {
        ManifestCode found = find(named, now);
        return judge(named.world(), found.manifest(), account -> account.id() == found.ownerId());
    }

    /**
     * Makes the app that the named code stands for, and uses the code up.
     *
     * @param drawn what of it is drawn
     * @throws ApiException as {@link #manifest}; then the code stays good
     */
    static Change<App> convert(PathEntities named, NewApp drawn, Instant now) {
        World world = named.world();
        ManifestCode found = find(named, now);
        Manifest manifest = manifest(named, now);
        World.Drawn id = world.draw(Counters.Kind.APPS);
        App app = drawn.of(manifest, id.id(), found.ownerId(), now);
        World after = id.world().with(world.apps().with(found.spent()).with(app));
        return new Change<>(after, app, app.webhook() == null ? List.of() : List.of(WebhookEvents.ping(after, app)));
    }

    /**
     * Reads a manifest that could become an app now.
     *
     * @param text JSON
     * @param owner whether an account is the owner's, who alone may give an app the account's name
     * @throws ApiException 422 for one that is none, and for a name that is taken
     */
    public static Manifest judge(World world, String text, Predicate<Account> owner) {
        Manifest manifest = Manifest.read(text);
        boolean ofAnother =
                world.accounts().account(manifest.slug()).filter(owner.negate()).isPresent();
        if (ofAnother
                || world.apps().named(manifest.name()).isPresent()
                || world.apps().slugged(manifest.slug()).isPresent()) {
            throw ApiException.validationFailed(List.of("Name is already taken"));
        }
        return manifest;
    }
}
