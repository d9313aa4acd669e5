package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Roster;
import java.util.Optional;

/**
 * The people of an organization, and how a caller stands to them (R62, R64).
 *
 * @param people who belongs to the organization
 * @param member sees concealed members: one of them whose token tells so, or an installation; either by a scope or a
 *     permission that the operation takes
 * @param owner is an owner besides
 */
public record MemberVisibility(Roster people, boolean member, boolean owner) {

    public static MemberVisibility of(World world, Caller caller, long organization, AccessPolicy access) {
        Roster people = world.memberships().roster(organization);
        if (!tells(world, caller, organization, access)) {
            return new MemberVisibility(people, false, false);
        }
        if (caller.kind() == CredentialKind.INSTALLATION) {
            return new MemberVisibility(people, true, false);
        }
        long user = caller.user().orElseThrow();
        return new MemberVisibility(people, people.isMember(user), people.isOwner(user));
    }

    /** Whether the credential tells what its holder is in the organization. */
    private static boolean tells(World world, Caller caller, long organization, AccessPolicy access) {
        return caller.kind().hasScopes()
                ? OAuthScopes.suffice(caller.scopes(), access.acceptedScopes())
                : caller.kind().hasPermissions()
                        && TokenPermissions.permit(
                                world, caller, access.acceptedPermissions(), Optional.of(organization));
    }
}
