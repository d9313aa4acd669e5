package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Roster;

/**
 * The people of an organization, and how a caller stands to them (R62, R64).
 *
 * @param people who belongs to the organization
 * @param member sees concealed members: one of them whose token tells so, or an installation that may read members
 * @param owner is an owner besides
 */
public record MemberVisibility(Roster people, boolean member, boolean owner) {

    public static MemberVisibility of(World world, Caller caller, long organization, AccessPolicy access) {
        Roster people = world.memberships().roster(organization);
        if (caller.kind() == CredentialKind.INSTALLATION) {
            return new MemberVisibility(people, true, false);
        }
        boolean silent = caller.kind().hasScopes() && !OAuthScopes.suffice(caller.scopes(), access.acceptedScopes());
        if (caller.user().isEmpty() || silent) {
            return new MemberVisibility(people, false, false);
        }
        long user = caller.user().getAsLong();
        return new MemberVisibility(people, people.isMember(user), people.isOwner(user));
    }
}
