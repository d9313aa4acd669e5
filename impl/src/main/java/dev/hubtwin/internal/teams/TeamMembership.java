package dev.hubtwin.internal.teams;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.membership.Membership.State;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.team.Team;

/** A user in a team, or on the way into it by an invitation. */
record TeamMembership(Team team, User user, TeamRole role, State state) {}
