package dev.hubtwin.internal.world;

import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What becomes of a user who is not a member of an organization any more. */
public final class MemberRemoval {

    private MemberRemoval() {}

    /** Without the user: in none of the teams, and no collaborator in any of the repositories (R72, R102). */
    public static World removed(World world, long organization, long user) {
        return expelled(world.withoutMembership(organization, user), organization, user);
    }

    /** The user, who is not a member, no collaborator in any of the repositories and not listed as one (R102). */
    public static World expelled(World world, long organization, long user) {
        return world.withCollaborations(organization, user, Map.of()).withoutOutsider(organization, user);
    }

    /** The user an outside collaborator: where teams let them in they collaborate now, nowhere else (R98, R99). */
    public static World converted(World world, long organization, long user) {
        return world.withoutMembership(organization, user)
                .withCollaborations(organization, user, fromTeams(world, organization, user))
                .withOutsider(organization, user);
    }

    /** By repository of the organization, the most that one of the user's teams or a team above it may do. */
    private static Map<Long, RepositoryPermission> fromTeams(World world, long organization, long user) {
        Map<Long, RepositoryPermission> most = new HashMap<>();
        for (Long id : world.teams().of(organization).of(user)) {
            for (Optional<Team> team = world.teams().team(id); team.isPresent(); team = above(world, team.get())) {
                team.get()
                        .repositories()
                        .forEach((repository, access) ->
                                most.merge(repository, access, (one, other) -> one.compareTo(other) > 0 ? one : other));
            }
        }
        most.keySet()
                .removeIf(repository ->
                        !world.repositories().of(organization).ids().contains(repository));
        return most;
    }

    private static Optional<Team> above(World world, Team team) {
        return Optional.ofNullable(team.parentId()).flatMap(world.teams()::team);
    }
}
