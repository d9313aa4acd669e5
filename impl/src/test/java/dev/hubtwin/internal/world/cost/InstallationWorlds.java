package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.Installations;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/** Worlds in which one app has any number of installations, and one organization any number of apps. */
final class InstallationWorlds {

    static final long APP = 1;
    static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private InstallationWorlds() {}

    /**
     * The app in each of so many organizations, changed a second after one another; as many other apps in
     * {@code org-0}.
     */
    static World of(int size, RSAPublicKey key) {
        World world = OrganizationWorlds.of(size);
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
                id,
                "app-" + id,
                "App " + id,
                null,
                OrganizationWorlds.OLIVIA,
                null,
                "https://app.example",
                null,
                true,
                TreePVector.singleton(key),
                "Iv1." + id,
                "secret",
                new App.SignIn(TreePVector.empty(), true),
                null,
                HashTreePMap.singleton("metadata", "read"),
                TreePVector.empty(),
                TreePVector.empty(),
                THEN,
                THEN);
    }

    private static Installation installation(long id, long app, long account, int seconds) {
        return new Installation(
                id,
                app,
                account,
                RepositoryChoice.ALL,
                HashTreePMap.singleton("metadata", "read"),
                TreePVector.empty(),
                null,
                THEN,
                THEN.plusSeconds(seconds));
    }
}
