package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.account.UserName;

/**
 * A user as teams of an organization list them.
 *
 * @param member whether the user is a member of the organization by now; others are not listed
 * @param owner whether the user is an owner of it, and so a maintainer of each team they are in
 */
public record Teammate(UserName name, boolean member, boolean owner) {

    /** The user's id. */
    long id() {
        return name.id();
    }
}
