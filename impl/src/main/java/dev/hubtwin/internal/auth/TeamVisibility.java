package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.index.MergedIndex;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.team.OrganizationTeams;
import java.util.OptionalLong;

/**
 * Which teams of an organization a caller sees: owners and installations all, members the closed ones and their own,
 * strangers none.
 */
public record TeamVisibility(OrganizationTeams teams, Roster people, OptionalLong user) {

    public static TeamVisibility of(World world, Caller caller, long organization) {
        return new TeamVisibility(
                world.teams().of(organization), world.memberships().roster(organization), caller.user());
    }

    /** Whether the caller sees the team with the id. */
    public boolean sees(long team) {
        return seesAll() || people.isMember(user.getAsLong()) && teams.isSeen(team, user.getAsLong());
    }

    /** A page of those that the caller, who is not a stranger, sees, ascending. */
    public Page<Long> page(int number, int size) {
        return seesAll()
                ? Page.of(teams.ids(), number, size)
                : Page.of(MergedIndex.of(teams.closed(), teams.secretOf(user.getAsLong())), number, size);
    }

    private boolean seesAll() {
        return user.isEmpty() || people.isOwner(user.getAsLong());
    }
}
