package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.AccessPolicy.Reason;
import dev.hubtwin.internal.auth.AccessPolicy.Role;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.auth.OAuthScopes;
import dev.hubtwin.internal.auth.RepositoryAccess;
import dev.hubtwin.internal.auth.RepositoryLookup;
import dev.hubtwin.internal.auth.TokenPermissions;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the contract demands of what the path names. An organization exists, and the caller's user has the role in it
 * which the operation takes; so does a repository where the role is one in repositories; a token of an installation has
 * no user, its permission is enough. An installation is the app's if an app calls (R133), a client id is the caller's
 * own (R146). What else is named is there for the caller.
 */
public final class PathAuthorizer {

    private PathAuthorizer() {}

    /**
     * Whether a token that has permissions has one which the operation takes, in what the path names. Of a repository
     * that the token does not reach this says nothing: there is none for it.
     */
    public static boolean isPermitted(PathEntities named, Caller caller, AccessPolicy access) {
        World world = named.world();
        return named.namesRepository()
                ? named.repository()
                        .filter(found -> isReached(world, caller, access, found))
                        .map(found -> TokenPermissions.permitIn(world, caller, access.permissions(), found))
                        .orElse(true)
                : TokenPermissions.permit(
                        world,
                        caller,
                        access.permissions(),
                        named.knownOrganization().map(Organization::id));
    }

    /**
     * Refuses a caller for whom the path does not name what the operation demands.
     *
     * @throws ApiException 404 for what is not there or another's, else as the operation's access says
     */
    public static void require(PathEntities named, Caller caller, Operation operation) {
        if (!isOwn(named, caller)) {
            throw ApiException.notFound();
        }
        AccessPolicy access = operation.access();
        Optional<RepositoryPermission> inRepository = access.role().flatMap(PathAuthorizer::inRepository);
        if (inRepository.isPresent()) {
            requireInRepository(named, caller, access, inRepository.get());
        } else if (named.namesOrganization()) {
            requireRole(named, caller, access);
        } else {
            return;
        }
        if (!isThere(named, operation)) {
            throw ApiException.notFound();
        }
    }

    private static void requireRole(PathEntities named, Caller caller, AccessPolicy access) {
        long organization = named.organization().id();
        OptionalLong user = caller.user();
        if (access.role().isPresent()
                && user.isPresent()
                && !has(named, organization, user.getAsLong(), access.role().get())) {
            throw withoutRole(named, caller, access);
        }
    }

    /** What a role in repositories includes; empty for a role in organizations. */
    private static Optional<RepositoryPermission> inRepository(Role role) {
        return switch (role) {
            case REPOSITORY_ADMIN -> Optional.of(RepositoryPermission.ADMIN);
            case REPOSITORY_WRITER -> Optional.of(RepositoryPermission.PUSH);
            default -> Optional.empty();
        };
    }

    private static void requireInRepository(
            PathEntities named, Caller caller, AccessPolicy access, RepositoryPermission least) {
        World world = named.world();
        Repository repository = named.repository()
                .filter(found -> isReached(world, caller, access, found))
                .orElseThrow(ApiException::notFound);
        OptionalLong user = caller.user();
        if (user.isPresent()) {
            RepositoryPermission most =
                    RepositoryAccess.of(world, user.getAsLong(), repository).orElseThrow(ApiException::notFound);
            if (!least.isWithin(most)) {
                throw access.refusal(Reason.ROLE, caller.kind());
            }
        }
    }

    /** Whether there is a repository for the caller's token; what its user may do there is another matter. */
    private static boolean isReached(World world, Caller caller, AccessPolicy access, Repository repository) {
        return caller.kind().hasScopes()
                ? !repository.isPrivate() || OAuthScopes.sufficeInPrivate(caller.scopes(), access.requiredScopes())
                : RepositoryLookup.isReadable(world, caller, repository);
    }

    /**
     * Returns the refusal of who has not the role in the organization or the team of the path, be there such ones for
     * the caller.
     */
    public static ApiException withoutRole(PathEntities named, Caller caller, AccessPolicy access) {
        boolean unseen = named.knownOrganization().isEmpty()
                || named.namesTeam() && named.team().isEmpty();
        return unseen ? ApiException.notFound() : access.refusal(Reason.ROLE, caller.kind(), named.values());
    }

    /**
     * Whether there is what the path names below the organization or repository: who does not find it is told so before
     * the body is judged. Of a number that no campaign can have the rule speaks (R29).
     */
    private static boolean isThere(PathEntities named, Operation operation) {
        return (!named.namesHook() || named.hook().isPresent())
                && (!named.namesTeam() || named.team().isPresent())
                && (!named.namesInvitation() || named.invitation().isPresent())
                && (!named.namesCampaign() || named.campaign().isPresent())
                && (!operation.takesBody()
                        || !named.namesAccount()
                        || named.account().isPresent());
    }

    private static boolean isOwn(PathEntities named, Caller caller) {
        boolean ownInstallation = !named.namesInstallation()
                || caller.kind() != CredentialKind.APP && named.installation().isPresent()
                || named.installation()
                        .filter(found -> caller.app().equals(OptionalLong.of(found.appId())))
                        .isPresent();
        Optional<String> client = named.clientId();
        return ownInstallation && (client.isEmpty() || caller.client().equals(client));
    }

    private static boolean has(PathEntities named, long organization, long user, Role role) {
        World world = named.world();
        Roster roster = world.memberships().roster(organization);
        return switch (role) {
            case OWNER -> roster.isOwner(user);
            case MEMBER -> roster.isMember(user);
            case SECURITY_MANAGER -> roster.isOwner(user) || world.teams().isSecurityManager(organization, user);
            case SELF -> isNamed(named, user);
            case TEAM_MAINTAINER -> roster.isOwner(user) || maintains(named, organization, user);
            case OWNER_OR_SELF -> roster.isOwner(user) || isNamed(named, user);
            case REPOSITORY_ADMIN, REPOSITORY_WRITER -> throw new IllegalStateException("no role in an organization");
        };
    }

    private static boolean maintains(PathEntities named, long organization, long user) {
        World world = named.world();
        return named.team()
                .flatMap(team -> world.teams().role(team, world.teammate(organization, user)))
                .filter(TeamRole.MAINTAINER::equals)
                .isPresent();
    }

    /** Whether the path names the user. */
    private static boolean isNamed(PathEntities named, long user) {
        return named.user().filter(found -> found.id() == user).isPresent();
    }
}
