package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.AccessPolicy.Reason;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.membership.Roster;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the contract demands of what the path names. An organization exists, and the caller's user has the role in it
 * which the operation takes; a token of an installation has no user, its permission is enough. An installation is the
 * app's if an app calls (R133), a client id is the caller's own (R146). What else is named is there for the caller.
 */
public final class PathAuthorizer {

    private PathAuthorizer() {}

    /**
     * Refuses a caller for whom the path does not name what the operation demands.
     *
     * @throws ApiException 404 for what is not there or another's, else as the operation's access says
     */
    public static void require(PathEntities named, Caller caller, Operation operation) {
        if (!isOwn(named, caller)) {
            throw ApiException.notFound();
        }
        if (!named.namesOrganization()) {
            return;
        }
        Organization organization = named.organization();
        AccessPolicy access = operation.access();
        OptionalLong user = caller.user();
        if (access.role().isPresent()
                && user.isPresent()
                && !has(
                        named,
                        organization.id(),
                        user.getAsLong(),
                        access.role().get())) {
            throw withoutRole(named, caller, access);
        }
        if (!isThere(named, operation)) {
            throw ApiException.notFound();
        }
    }

    /** Returns the refusal of who has not the role in the organization of the path, be there such an organization. */
    public static ApiException withoutRole(PathEntities named, Caller caller, AccessPolicy access) {
        return named.knownOrganization().isEmpty()
                ? ApiException.notFound()
                : access.refusal(Reason.ROLE, caller.kind(), named.values());
    }

    /**
     * Whether there is what the path names below the organization: who does not find it is told so before the body is
     * judged. Of a number that no campaign can have the rule speaks (R29).
     */
    private static boolean isThere(PathEntities named, Operation operation) {
        return (!named.namesHook() || named.hook().isPresent())
                && (!named.namesCampaign() || named.campaign().isPresent())
                && (operation.body().isEmpty()
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

    private static boolean has(PathEntities named, long organization, long user, AccessPolicy.Role role) {
        World world = named.world();
        Roster roster = world.memberships().roster(organization);
        return switch (role) {
            case OWNER -> roster.isOwner(user);
            case MEMBER -> roster.isMember(user);
            case SECURITY_MANAGER -> roster.isOwner(user) || world.teams().isSecurityManager(organization, user);
            case SELF -> isNamed(named, user);
            case OWNER_OR_SELF -> roster.isOwner(user) || isNamed(named, user);
        };
    }

    /** Whether the path names the user. */
    private static boolean isNamed(PathEntities named, long user) {
        return named.user().filter(found -> found.id() == user).isPresent();
    }
}
