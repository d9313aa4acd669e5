package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.token.Grant;
import java.util.Optional;

/** Which repositories a caller finds. */
public final class RepositoryLookup {

    private RepositoryLookup() {}

    /**
     * The ids of the repositories that a token reaches, ascending; {@code all} when it is everything an account has.
     */
    public record Reached(SortedIndex<Long> ids, boolean all) {}

    /**
     * A repository, if the caller may read it.
     *
     * @throws ApiException 404 if there is none, or the caller may not
     */
    public static Repository require(World world, Caller caller, Optional<Repository> found) {
        return found.filter(repository -> isReadable(world, caller, repository)).orElseThrow(ApiException::notFound);
    }

    /** What the token of an installation reaches. */
    public static Reached ofInstallation(World world, Caller caller) {
        Grant.OfInstallation grant =
                (Grant.OfInstallation) caller.token().orElseThrow().grant();
        Installation installation = world.apps()
                .installations()
                .installation(grant.installationId())
                .orElseThrow();
        RepositoryChoice selection = grant.repositories() == null ? installation.selection() : grant.repositories();
        SortedIndex<Long> owned =
                world.repositories().of(installation.accountId()).ids();
        if (selection.all()) {
            return new Reached(owned, true);
        }
        SortedIndex<Long> selected = SortedIndex.natural();
        for (Long id : selection.repositories()) {
            selected = owned.contains(id) && installation.selection().includes(id) ? selected.plus(id) : selected;
        }
        return new Reached(selected, false);
    }

    /** A public repository is everybody's to read; any other takes access of the user and a token that reaches it. */
    public static boolean isReadable(World world, Caller caller, Repository repository) {
        if (!repository.isPrivate()) {
            return true;
        }
        boolean user = caller.user().isEmpty()
                || RepositoryAccess.of(world, caller.user().getAsLong(), repository)
                        .isPresent();
        return user && TokenPermissions.reachRepository(world, caller, repository);
    }

    /** What a caller may do in a repository; empty for callers of whom nothing is said. */
    public static Optional<RepositoryPermission> access(World world, Caller caller, Repository repository) {
        return caller.user().isPresent()
                ? RepositoryAccess.of(world, caller.user().getAsLong(), repository)
                : caller.token().map(token -> RepositoryAccess.ofApp(world, caller, repository));
    }
}
