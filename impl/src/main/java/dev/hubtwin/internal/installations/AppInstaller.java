package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.repository.Repository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a person installs an app on an account, and has it reach other repositories later. */
public final class AppInstaller {

    private AppInstaller() {}

    /** What came of it: an installation, and whether there was one before. */
    public record Installed(Installation installation, boolean again) {}

    /**
     * Installs an app with the permissions and events that it wants now. Where it is installed already, only the
     * repositories change, and nothing if they are the same.
     *
     * @param selection repositories of the account
     * @param by who installs
     * @throws ApiException 403 if {@code by} may not install on the account, or the app is another's and private; 404
     *     if it is suspended there
     */
    public static Change<Installed> install(
            World world, App app, Account account, RepositoryChoice selection, User by, Instant now) {
        requireAllowed(world, app, account, by);
        Optional<Installation> before = world.apps().installations().on(app.id(), account.id());
        return before.isPresent()
                ? updated(world, before.get(), selection, now)
                : installed(world, app, account, selection, now);
    }

    /**
     * Refuses who may not install an app on an account.
     *
     * @throws ApiException as {@link #install}
     */
    public static void requireAllowed(World world, App app, Account account, User by) {
        if (!isOwner(world, account.id(), by)) {
            throw ApiException.of(
                    403, by.login() + " does not own " + account.login() + ", and may not install apps there.");
        }
        if (!isOpenTo(app, account.id())) {
            throw ApiException.of(403, app.name() + " is private: it is installed on the account of its owner only.");
        }
        world.apps()
                .installations()
                .on(app.id(), account.id())
                .filter(found -> found.suspension() != null)
                .ifPresent(found -> {
                    throw ApiException.of(404, app.name() + " is suspended on " + account.login() + ".");
                });
    }

    /** Whether the user is the account, or one of its owners. */
    public static boolean isOwner(World world, long accountId, User user) {
        return accountId == user.id() || world.memberships().roster(accountId).isOwner(user.id());
    }

    /** Whether the app may be installed on the account at all. */
    public static boolean isOpenTo(App app, long accountId) {
        return app.visible() || app.ownerId() == accountId;
    }

    private static Change<Installed> installed(
            World world, App app, Account account, RepositoryChoice selection, Instant now) {
        World.Drawn id = world.draw(Counters.Kind.INSTALLATIONS);
        Installation made = new Installation(
                id.id(), app.id(), account.id(), selection, app.permissions(), app.events(), null, now, now);
        World after = put(id.world(), made);
        return new Change<>(
                after,
                new Installed(made, false),
                List.of(WebhookEvents.installation(after, made, WebhookEvents.Fate.CREATED)));
    }

    /** Gives an installation other repositories; nothing happens if they are the same. */
    static Change<Installed> updated(World world, Installation before, RepositoryChoice selection, Instant now) {
        if (before.selection().equals(selection)) {
            return new Change<>(world, new Installed(before, true));
        }
        Installation after = before.reaching(selection, now);
        World changed = put(world, after);
        List<DomainEvent> events = new ArrayList<>();
        for (boolean added : new boolean[] {true, false}) {
            List<Repository> moved = moved(changed, after.accountId(), before.selection(), selection, added);
            if (!moved.isEmpty()) {
                events.add(WebhookEvents.installationRepositories(changed, after, added, moved));
            }
        }
        return new Change<>(changed, new Installed(after, true), events);
    }

    /** The repositories of an account that came into a selection, or left it. */
    private static List<Repository> moved(
            World world, long account, RepositoryChoice before, RepositoryChoice after, boolean added) {
        return world.repositories().of(account).ids().elements().stream()
                .filter(id -> before.includes(id) != added && after.includes(id) == added)
                .map(id -> world.repositories().repository(id).orElseThrow())
                .toList();
    }

    private static World put(World world, Installation one) {
        return world.with(world.apps().with(world.apps().installations().with(one)));
    }
}
