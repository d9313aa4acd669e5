package dev.hubtwin.internal.world.team;

import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.ConditionalIndexes;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.TeamRole;
import java.util.Arrays;
import java.util.function.Predicate;

/** Who is in a team or in one below it. Each list is in the order of the logins. */
public record TeamRoster(ConditionalIndexes<UserName, TeamRole> listings) {

    private enum Lists implements Predicate<TeamRole> {
        EVERYBODY(role -> true),
        MAINTAINERS(role -> role == TeamRole.MAINTAINER),
        MEMBERS(role -> role == TeamRole.MEMBER);

        private final Predicate<TeamRole> condition;

        Lists(Predicate<TeamRole> condition) {
            this.condition = condition;
        }

        @Override
        public boolean test(TeamRole role) {
            return condition.test(role);
        }
    }

    static final TeamRoster NONE =
            new TeamRoster(ConditionalIndexes.of(UserName.ORDER, Arrays.<Predicate<TeamRole>>asList(Lists.values())));

    /** Maintainers and members. */
    public SortedIndex<UserName> everybody() {
        return listings.get(Lists.EVERYBODY);
    }

    /** Those who may add and remove others; owners of the organization are among them. */
    public SortedIndex<UserName> maintainers() {
        return listings.get(Lists.MAINTAINERS);
    }

    /** Those who are not maintainers. */
    public SortedIndex<UserName> members() {
        return listings.get(Lists.MEMBERS);
    }

    TeamRoster with(UserName name, TeamRole role) {
        return new TeamRoster(listings.with(name, role));
    }

    TeamRoster without(UserName name) {
        return new TeamRoster(listings.without(name));
    }
}
