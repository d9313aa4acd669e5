package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;

/**
 * How much of an organization a caller sees (R40, R42).
 *
 * @param everything the private counts, the plan and the settings: for owners whose token reaches that far
 * @param plan at least the plan
 */
public record OrganizationVisibility(boolean everything, boolean plan) {

    /** What the caller sees of an organization as it is in {@code world}. */
    public static OrganizationVisibility of(World world, Caller caller, long organization) {
        boolean owner = caller.user().isPresent()
                && world.memberships()
                        .roster(organization)
                        .isOwner(caller.user().getAsLong());
        boolean everything = owner
                && (caller.kind().hasScopes()
                        ? caller.hasScope("admin:org")
                        : TokenPermissions.permit(
                                world, caller, "organization_administration", PermissionLevel.READ, organization));
        return new OrganizationVisibility(
                everything,
                everything
                        || TokenPermissions.permit(
                                world, caller, "organization_plan", PermissionLevel.READ, organization));
    }
}
