package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Roster;

/**
 * How much of an organization a caller sees (R40, R42).
 *
 * @param owner the private counts, the plan and the settings
 * @param member of those, what a member sees; owners do too
 * @param plan at least the plan
 */
public record OrganizationVisibility(boolean owner, boolean member, boolean plan) {

    /**
     * What the caller sees of an organization as it is in {@code world}.
     *
     * @param access who may call the operation
     */
    public static OrganizationVisibility of(
            World world, Caller caller, long organization, AccessPolicy access, Dialect dialect) {
        boolean tells = caller.user().isPresent() && tells(world, caller, organization, access, dialect);
        Roster roster = world.memberships().roster(organization);
        boolean owner = tells && roster.isOwner(caller.user().getAsLong());
        boolean member = tells
                && dialect == Dialect.GITHUB_COM
                && roster.isMember(caller.user().getAsLong());
        return new OrganizationVisibility(
                owner,
                owner || member,
                owner
                        || member
                        || TokenPermissions.permit(
                                world, caller, "organization_plan", PermissionLevel.READ, organization));
    }

    /** Whether the token shows what its user may see; the documents demand {@code admin:org}, github.com does not. */
    private static boolean tells(World world, Caller caller, long organization, AccessPolicy access, Dialect dialect) {
        if (!caller.kind().hasScopes()) {
            return TokenPermissions.permit(
                    world, caller, "organization_administration", PermissionLevel.READ, organization);
        }
        return dialect == Dialect.ENTERPRISE
                ? caller.hasScope("admin:org")
                : OAuthScopes.suffice(caller.scopes(), access.acceptedScopes());
    }
}
