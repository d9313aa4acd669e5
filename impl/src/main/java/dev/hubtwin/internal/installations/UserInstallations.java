package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.auth.RepositoryAccess;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.installations.AppInstaller.Installed;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.token.Grant.UserToServer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Installations, as a user has them: where an app is that acts for the user, and what it reaches there. */
final class UserInstallations {

    private UserInstallations() {}

    /** The ids of the installations of a token's app on accounts in which its user reaches something, ascending. */
    static SortedIndex<Long> of(World world, UserToServer grant) {
        long user = grant.userId();
        SortedIndex<Long> found = SortedIndex.natural();
        Stream<Long> accounts = Stream.of(
                        Stream.of(user),
                        world.memberships().belonging(user).active().elements().stream(),
                        world.repositories().reachedBy(user).stream())
                .flatMap(ids -> ids)
                .distinct();
        for (Long account : (Iterable<Long>) accounts::iterator) {
            Optional<Installation> one = on(world, grant, account);
            found = one.isPresent() ? found.plus(one.get().id()) : found;
        }
        return found;
    }

    private static Optional<Installation> on(World world, UserToServer grant, long account) {
        return world.apps()
                .installations()
                .on(grant.appId(), account)
                .filter(one -> grant.narrowing() == null || grant.narrowing().targetId() == account);
    }

    /**
     * The installation that the path names, for a token of its app.
     *
     * @throws ApiException 404 if it is another app's, or the user reaches nothing there; 403 if it is suspended
     */
    static Installation find(PathEntities named, UserToServer grant) {
        Installation one = InstallationRules.find(named);
        if (one.appId() != grant.appId() || !of(named.world(), grant).contains(one.id())) {
            throw ApiException.notFound();
        }
        if (one.suspension() != null) {
            throw ApiException.installationSuspended();
        }
        return one;
    }

    /** The ids of the repositories that an installation has and the user of a token may read, ascending. */
    static SortedIndex<Long> repositories(World world, Installation one, UserToServer grant) {
        SortedIndex<Long> owned = world.repositories().of(one.accountId()).ids();
        RepositoryChoice narrowed = grant.narrowing() == null
                ? RepositoryChoice.ALL
                : grant.narrowing().repositories();
        if (one.selection().all()
                && narrowed.all()
                && RepositoryAccess.readsAll(world, grant.userId(), one.accountId())) {
            return owned;
        }
        SortedIndex<Long> reached = SortedIndex.natural();
        for (Long id : chosen(owned, one.selection(), narrowed)) {
            boolean yes = owned.contains(id)
                    && one.selection().includes(id)
                    && narrowed.includes(id)
                    && RepositoryAccess.of(
                                    world,
                                    grant.userId(),
                                    world.repositories().repository(id).orElseThrow())
                            .isPresent();
            reached = yes ? reached.plus(id) : reached;
        }
        return reached;
    }

    private static Iterable<Long> chosen(
            SortedIndex<Long> owned, RepositoryChoice selection, RepositoryChoice narrowed) {
        return !narrowed.all()
                ? narrowed.repositories()
                : selection.all() ? owned.elements() : selection.repositories();
    }

    /**
     * Adds the named repository to the named installation, or takes it away.
     *
     * @param user who administers the repository
     * @throws ApiException 404 if the user does not, or the installation is on another account or suspended; 422 if the
     *     installation has all of the account, or would have nothing
     */
    static Change<Installed> change(PathEntities named, long user, boolean added, Instant now) {
        World world = named.world();
        Installation one = InstallationRules.find(named);
        Repository repository = named.repository()
                .filter(found -> found.ownerId() == one.accountId() && one.suspension() == null)
                .filter(found -> RepositoryAccess.of(world, user, found)
                        .filter(RepositoryPermission.ADMIN::isWithin)
                        .isPresent())
                .orElseThrow(ApiException::notFound);
        RepositoryChoice before = one.selection();
        if (before.all()) {
            if (added) {
                return new Change<>(world, new Installed(one, true));
            }
            throw ApiException.of(422, "The installation has access to all repositories.");
        }
        RepositoryChoice after = added ? before.plus(repository.id()) : before.minus(repository.id());
        if (after.repositories().isEmpty()) {
            throw ApiException.of(422, "The last repository cannot be removed from an installation.");
        }
        return AppInstaller.updated(world, one, after, now);
    }
}
