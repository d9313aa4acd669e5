package dev.hubtwin.internal.event;

import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.Collection;

/**
 * Takes what a payload tells of an event, member by member and in the order in which GitHub has the members. How each
 * looks is for the implementation to know.
 */
public interface PayloadBuilder {

    /** Adds a member with a plain value, which may be null. */
    PayloadBuilder put(String member, Object value);

    /** Adds a user, by id, under a name. */
    PayloadBuilder user(String member, long user);

    /** Adds {@code membership}. */
    PayloadBuilder membership(Membership membership);

    /** Adds {@code invitation}. */
    PayloadBuilder invitation(Invitation invitation);

    /** Adds {@code team}. */
    PayloadBuilder team(Team team);

    /** Adds {@code repository}. */
    PayloadBuilder repository(Repository repository);

    /** Adds {@code repository}, and what the one whom the event is about may do there. */
    PayloadBuilder repository(Repository repository, RepositoryPermission access);

    /** Adds {@code changes} from no permission in a repository to one. */
    PayloadBuilder permission(RepositoryPermission to);

    /** Adds {@code changes} from one permission in a repository to another. */
    PayloadBuilder permission(RepositoryPermission from, RepositoryPermission to);

    /** Adds {@code installation}. */
    PayloadBuilder installation(Installation one);

    /** Adds the repositories that an installation reaches, ids ascending, in short and under a name. */
    PayloadBuilder reachedRepositories(String member, Installation one);

    /** Adds repositories in short, under a name. */
    PayloadBuilder repositories(String member, Collection<Repository> repositories);

    /** Adds {@code zen}, and the id of the webhook that is pinged. */
    PayloadBuilder zen(long hook);

    /** Adds {@code hook}, that of an organization or a repository. */
    PayloadBuilder hook(Hook hook);

    /** Adds {@code hook}, that of an app. */
    PayloadBuilder hook(App app);
}
