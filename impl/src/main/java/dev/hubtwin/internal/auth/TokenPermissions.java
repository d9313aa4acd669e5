package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.token.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the tokens reach that have permissions: fine-grained, user-to-server and installation tokens. */
public final class TokenPermissions {

    private TokenPermissions() {}

    /**
     * Whether a caller's token has one of some permissions.
     *
     * @param required the permissions of which one suffices, each with its level; none are needed when it is empty
     * @param account the id of the account in question; empty when it is none in particular
     */
    public static boolean permit(
            World world, Caller caller, Map<String, PermissionLevel> required, Optional<Long> account) {
        Map<String, String> granted =
                account.map(id -> granted(world, caller.grant(), id)).orElseGet(() -> anywhere(world, caller.grant()));
        return required.isEmpty()
                || required.entrySet().stream()
                        .anyMatch(need -> granted.containsKey(need.getKey())
                                && PermissionLevel.of(granted.get(need.getKey()))
                                        .suffices(need.getValue()));
    }

    /** Whether a caller's token has a permission in an account; only tokens with permissions can. */
    public static boolean permit(World world, Caller caller, String permission, PermissionLevel level, long account) {
        return caller.kind().hasPermissions() && permit(world, caller, Map.of(permission, level), Optional.of(account));
    }

    /** Whether a caller's token has one of some permissions in a repository; only tokens with permissions need one. */
    public static boolean permitIn(
            World world, Caller caller, Map<String, PermissionLevel> required, Repository repository) {
        return required.isEmpty()
                || !caller.kind().hasPermissions()
                || permit(world, caller, required, Optional.of(repository.ownerId()))
                        && reachRepository(world, caller, repository);
    }

    /** Whether a caller's token reaches an account at all; classic and OAuth tokens reach all that their user does. */
    private static boolean reach(World world, Caller caller, long account) {
        return switch (caller.kind()) {
            case FINE_GRAINED -> ((Grant.FineGrained) caller.grant()).resourceOwnerId() == account;
            case USER_TO_SERVER, INSTALLATION ->
                installation(world, caller.grant(), account).isPresent();
            default -> true;
        };
    }

    /** Those of some accounts that a caller's token reaches, having there one of the permissions that are required. */
    public static SortedIndex<Long> reached(
            World world, Caller caller, Map<String, PermissionLevel> required, SortedIndex<Long> accounts) {
        if (!caller.kind().hasPermissions()) {
            return accounts;
        }
        SortedIndex<Long> reached = SortedIndex.natural();
        for (Long id : accounts.elements()) { // as many as one user has
            boolean yes = reach(world, caller, id) && permit(world, caller, required, Optional.of(id));
            reached = yes ? reached.plus(id) : reached;
        }
        return reached;
    }

    /**
     * Whether a caller's token reaches a repository that is not public; what its user may do there is another matter.
     */
    public static boolean reachRepository(World world, Caller caller, Repository repository) {
        return choices(world, caller, repository.ownerId())
                .filter(all -> all.stream().allMatch(each -> each.includes(repository.id())))
                .isPresent();
    }

    /**
     * The choices that each include the repositories of an account, not the public ones, which a caller's token
     * reaches; empty if it reaches none.
     */
    static Optional<List<RepositoryChoice>> choices(World world, Caller caller, long account) {
        Grant grant = caller.grant();
        if (caller.kind().hasScopes()) {
            return caller.hasScope("repo") ? Optional.of(List.of()) : Optional.empty();
        }
        if (grant instanceof Grant.FineGrained fine) {
            return fine.resourceOwnerId() == account ? Optional.of(List.of(fine.repositories())) : Optional.empty();
        }
        return caller.kind().hasPermissions()
                ? installation(world, grant, account).map(at -> List.of(at.selection(), selection(grant)))
                : Optional.empty();
    }

    /** The repositories that a token was narrowed to. */
    private static RepositoryChoice selection(Grant grant) {
        RepositoryChoice narrowed = grant instanceof Grant.OfInstallation of
                ? of.repositories()
                : Optional.ofNullable(((Grant.UserToServer) grant).narrowing())
                        .map(Grant.Narrowing::repositories)
                        .orElse(null);
        return narrowed == null ? RepositoryChoice.ALL : narrowed;
    }

    private static Map<String, String> granted(World world, Grant grant, long account) {
        if (grant instanceof Grant.FineGrained fine) {
            return fine.resourceOwnerId() == account ? fine.permissions() : Map.of();
        }
        return installation(world, grant, account)
                .map(at -> narrowed(grant, at.permissions()))
                .orElse(Map.of());
    }

    /** Where no account is in question, what the token was given, or what its app asks for. */
    private static Map<String, String> anywhere(World world, Grant grant) {
        if (grant instanceof Grant.FineGrained fine) {
            return fine.permissions();
        }
        if (grant instanceof Grant.OfInstallation of) {
            return world.apps()
                    .installations()
                    .installation(of.installationId())
                    .map(at -> narrowed(grant, at.permissions()))
                    .orElse(Map.of());
        }
        Grant.UserToServer user = (Grant.UserToServer) grant;
        return narrowed(
                grant,
                world.apps()
                        .app(user.appId())
                        .map(app -> (Map<String, String>) app.permissions())
                        .orElse(Map.of()));
    }

    private static Map<String, String> narrowed(Grant grant, Map<String, String> whole) {
        if (grant instanceof Grant.OfInstallation of && of.permissions() != null) {
            return of.permissions();
        }
        return grant instanceof Grant.UserToServer user && user.narrowing() != null
                ? user.narrowing().permissions()
                : whole;
    }

    /** The active installation through which a token reaches an account. */
    private static Optional<Installation> installation(World world, Grant grant, long account) {
        Optional<Installation> found = grant instanceof Grant.OfInstallation of
                ? world.apps().installations().installation(of.installationId())
                : world.apps().installations().on(((Grant.UserToServer) grant).appId(), account);
        return found.filter(at -> at.accountId() == account && at.suspension() == null && isTarget(grant, account));
    }

    private static boolean isTarget(Grant grant, long account) {
        return !(grant instanceof Grant.UserToServer user)
                || user.narrowing() == null
                || user.narrowing().targetId() == account;
    }
}
