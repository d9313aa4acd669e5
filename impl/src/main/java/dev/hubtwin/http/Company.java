package dev.hubtwin.http;

import dev.hubtwin.world.Roster;
import dev.hubtwin.world.World;

/**
 * The people of an organization, and how a caller stands to them (R62, R64).
 *
 * @param people who belongs to the organization
 * @param member sees concealed members: one of them whose token tells so, or an installation that may read members
 * @param owner is an owner besides
 */
public record Company(Roster people, boolean member, boolean owner) {

  static Company of(World world, Caller caller, long organization, Access access) {
    Roster people = world.memberships().roster(organization);
    if (caller.kind() == Kind.INSTALLATION) {
      return new Company(people, true, false);
    }
    boolean silent = caller.kind().hasScopes() && !Scopes.suffice(caller.scopes(), access.acceptedScopes());
    if (caller.user().isEmpty() || silent) {
      return new Company(people, false, false);
    }
    long user = caller.user().getAsLong();
    return new Company(people, people.isMember(user), people.isOwner(user));
  }
}
