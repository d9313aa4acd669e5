package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.EnterpriseSettings;
import dev.hubtwin.internal.world.account.MemberPrivileges.BasePermission;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do in a repository: the most that ownership, membership, teams and collaboration give. */
public final class RepositoryAccess {

    private RepositoryAccess() {}

    /** What a user may do; empty if not even read. */
    public static Optional<RepositoryPermission> of(World world, long user, Repository repository) {
        Optional<RepositoryPermission> open =
                isOpen(world, user, repository) ? Optional.of(RepositoryPermission.PULL) : Optional.empty();
        return most(Stream.of(granted(world, user, repository), open).flatMap(Optional::stream));
    }

    /** What a user may do other than as one of many for whom the repository is open; empty if nothing. */
    public static Optional<RepositoryPermission> granted(World world, long user, Repository repository) {
        Optional<RepositoryPermission> direct =
                Optional.ofNullable(repository.collaborators().get(user));
        Optional<RepositoryPermission> owned =
                user == repository.ownerId() ? Optional.of(RepositoryPermission.ADMIN) : Optional.empty();
        Optional<RepositoryPermission> belonging = world.accounts()
                .organization(repository.ownerId())
                .flatMap(organization -> inOrganization(world, user, repository, organization));
        return most(Stream.of(direct, owned, belonging).flatMap(Optional::stream));
    }

    /** What every member of an organization may do in its repositories; empty if nothing, and for another account. */
    public static Optional<RepositoryPermission> base(World world, long account) {
        return world.accounts()
                .organization(account)
                .flatMap(organization -> base(organization.policy().defaultRepositoryPermission()));
    }

    /** The users in teams that have something to do in a repository, and in teams below those. */
    public static Stream<UserName> inTeams(World world, long repository) {
        return world.teams().reaching(repository).stream()
                .flatMap(id -> world.teams().roster(id).everybody().elements().stream());
    }

    /** Whether a user may read every repository of an account, by owning it or by belonging to it. */
    public static boolean readsAll(World world, long user, long account) {
        Roster roster = world.memberships().roster(account);
        return account == user
                || roster.isOwner(user)
                || roster.isMember(user) && base(world, account).isPresent();
    }

    /** The ids of the repositories in which the teams of a user have something to do, and the teams above them. */
    static Stream<Long> throughTeams(World world, long user, long organization) {
        return world.teams().of(organization).of(user).stream()
                .flatMap(id -> withParents(world, id))
                .flatMap(team -> team.repositories().keySet().stream());
    }

    /** What an installation's token may do; its permissions say it. */
    static RepositoryPermission ofApp(World world, Caller caller, Repository repository) {
        if (TokenPermissions.permit(world, caller, "administration", PermissionLevel.WRITE, repository.ownerId())) {
            return RepositoryPermission.ADMIN;
        }
        return TokenPermissions.permit(world, caller, "contents", PermissionLevel.WRITE, repository.ownerId())
                ? RepositoryPermission.PUSH
                : RepositoryPermission.PULL;
    }

    private static Optional<RepositoryPermission> inOrganization(
            World world, long user, Repository repository, Organization organization) {
        Roster roster = world.memberships().roster(organization.id());
        if (!roster.isMember(user)) {
            return Optional.empty();
        }
        if (roster.isOwner(user)) {
            return Optional.of(RepositoryPermission.ADMIN);
        }
        Stream<RepositoryPermission> teams = world.teams().of(organization.id()).of(user).stream()
                .flatMap(id -> withParents(world, id))
                .flatMap(team -> Optional.ofNullable(team.repositories().get(repository.id())).stream());
        return most(Stream.concat(base(organization.policy().defaultRepositoryPermission()).stream(), teams));
    }

    /** A team may do what the teams above it may. */
    private static Stream<Team> withParents(World world, long id) {
        return Stream.iterate(
                        world.teams().team(id),
                        Optional::isPresent,
                        team -> team.map(Team::parentId).flatMap(world.teams()::team))
                .flatMap(Optional::stream);
    }

    private static Optional<RepositoryPermission> base(BasePermission permission) {
        return switch (permission) {
            case READ -> Optional.of(RepositoryPermission.PULL);
            case WRITE -> Optional.of(RepositoryPermission.PUSH);
            case ADMIN -> Optional.of(RepositoryPermission.ADMIN);
            case NONE -> Optional.empty();
        };
    }

    /** Public ones are for everybody, internal ones for the members of any organization of the enterprise. */
    private static boolean isOpen(World world, long user, Repository repository) {
        return switch (repository.visibility()) {
            case PUBLIC -> true;
            case PRIVATE -> false;
            case INTERNAL -> readsInternal(world, user, repository.ownerId());
        };
    }

    /** Whether a user reads what is internal to an organization: members of any organization of its enterprise do. */
    static boolean readsInternal(World world, long user, long organization) {
        return enterprise(world, organization).stream()
                .anyMatch(slug -> world.memberships().belonging(user).active().elements().stream()
                        .anyMatch(
                                id -> enterprise(world, id).filter(slug::equals).isPresent()));
    }

    private static Optional<String> enterprise(World world, long organization) {
        return world.accounts()
                .organization(organization)
                .map(Organization::enterprise)
                .map(EnterpriseSettings::slug);
    }

    private static Optional<RepositoryPermission> most(Stream<RepositoryPermission> accesses) {
        return accesses.max(RepositoryPermission::compareTo);
    }
}
