package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.event.WebhookEvents.Fate;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Accounts;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.Installation.Suspension;
import dev.hubtwin.internal.world.app.Installation.Via;
import dev.hubtwin.internal.world.app.Installations.Changed;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The rules of installations. */
final class InstallationRules {

    private InstallationRules() {}

    /**
     * The named installation.
     *
     * @throws ApiException 404 if there is none (R133)
     */
    static Installation find(PathEntities named) {
        return named.installation().orElseThrow(ApiException::notFound);
    }

    /**
     * The installation of an app on an account.
     *
     * @throws ApiException 404 if there is none (R154, R157)
     */
    static Installation on(World world, long app, Account account) {
        return world.apps().installations().on(app, account.id()).orElseThrow(ApiException::notFound);
    }

    /**
     * The installation by which an app reaches the named repository.
     *
     * @throws ApiException 404 if there is no such repository, or the app does not reach it
     */
    static Installation reaching(PathEntities named, long app) {
        return named.repository()
                .flatMap(of -> named.world()
                        .apps()
                        .installations()
                        .on(app, of.ownerId())
                        .filter(found -> found.selection().includes(of.id())))
                .orElseThrow(ApiException::notFound);
    }

    /**
     * A page of an app's installations, as their ids.
     *
     * @param since only those changed after this moment, in the order of their change (R130); null: all of them, ids
     *     ascending
     */
    static Page<Long> list(World world, long app, Instant since, int number, int size) {
        var all = world.apps().installations();
        if (since == null) {
            return Page.of(all.of(app), number, size);
        }
        SortedIndex<Changed> changed = all.changed(app);
        int first = changed.rankAfter(
                Changed.before(since.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))); // as answers show it
        Page<Changed> page = Page.of(changed, first, number, size);
        return new Page<>(page.map(Changed::id), number, size, page.total());
    }

    /** Ends an installation, and its tokens with it (R134). */
    static Change<Void> delete(PathEntities named) {
        World world = named.world();
        Installation at = find(named);
        WebhookEvent deleted = WebhookEvents.installation(world, at, Fate.DELETED);
        return new Change<>(world.withoutInstallation(at.id()), null, List.of(deleted));
    }

    /** Suspends an installation; a suspended one stays as it is (R143). */
    static Change<Void> suspend(PathEntities named, Instant now) {
        World world = named.world();
        Installation at = find(named);
        if (at.suspension() != null) {
            return new Change<>(world, null);
        }
        App app = world.apps().app(at.appId()).orElseThrow();
        return changed(world, at.with(new Suspension(now, person(world, app), Via.APP), now), Fate.SUSPEND);
    }

    /**
     * Ends a suspension; an active installation stays as it is (R144).
     *
     * @throws ApiException 404 if the owner of the account suspended it: that is not for the app to end
     */
    static Change<Void> unsuspend(PathEntities named, Instant now) {
        World world = named.world();
        Installation at = find(named);
        if (at.suspension() == null) {
            return new Change<>(world, null);
        }
        if (at.suspension().via() == Via.OWNER) {
            throw ApiException.notFound();
        }
        return changed(world, at.with(null, now), Fate.UNSUSPEND);
    }

    /** Who acts for an app: its owner, or that organization's first owner (decisions, Apps); null if nobody owns it. */
    private static Long person(World world, App app) {
        Accounts accounts = world.accounts();
        SortedIndex<UserName> owners = world.memberships().roster(app.ownerId()).owners();
        Optional<Long> first = owners.size() == 0
                ? Optional.empty()
                : Optional.of(owners.get(0).id());
        return accounts.user(app.ownerId()).map(User::id).or(() -> first).orElse(null);
    }

    private static Change<Void> changed(World world, Installation one, Fate fate) {
        World after = world.with(world.apps().with(world.apps().installations().with(one)));
        return new Change<>(after, null, List.of(WebhookEvents.installation(after, one, fate)));
    }
}
