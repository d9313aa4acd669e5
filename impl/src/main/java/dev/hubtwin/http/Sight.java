package dev.hubtwin.http;

import dev.hubtwin.world.World;
import java.util.List;

/**
 * How much of an organization a caller sees (R40, R42).
 *
 * @param everything the private counts, the plan and the settings: for owners whose token reaches that far
 * @param plan at least the plan
 */
public record Sight(boolean everything, boolean plan) {

  /** What the caller sees of an organization as it is in {@code world}. */
  public static Sight of(World world, Caller caller, long organization) {
    boolean owner = caller.user().isPresent()
        && world.memberships().roster(organization).isOwner(caller.user().getAsLong());
    boolean everything = owner && (caller.kind().hasScopes()
        ? Scopes.suffice(caller.scopes(), List.of("admin:org"))
        : Grants.permit(world, caller, "organization_administration", Level.READ, organization));
    return new Sight(everything, everything || Grants.permit(world, caller, "organization_plan", Level.READ, organization));
  }
}
