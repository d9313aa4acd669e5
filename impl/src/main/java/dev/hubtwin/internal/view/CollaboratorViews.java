package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.Collaborator;
import dev.hubtwin.internal.api.model.Contributor;
import dev.hubtwin.internal.api.model.RepositoryCollaboratorPermission;
import dev.hubtwin.internal.api.model.RepositoryPermissions;
import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.auth.RepositoryAccess;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.repository.Contribution;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.util.List;
import java.util.Optional;

/** How users look beside what they may do, or have done, in a repository. */
public record CollaboratorViews(World world, Links links) {

    private static final String NONE = "none";

    /** Users, each with what they may do in a repository. */
    public List<Collaborator> collaborators(Repository repository, Page<UserName> names) {
        return names.map(name -> collaborator(repository, user(name.id())));
    }

    /** Users, each with how many commits they have made. */
    public List<Contributor> contributors(Page<Contribution> contributions) {
        return contributions.map(each -> contributor(user(each.userId()), each.commits()));
    }

    /** What a user may do in a repository; {@code none} of who may not read it. */
    public RepositoryCollaboratorPermission permission(Repository repository, User user) {
        Optional<RepositoryPermission> access = RepositoryAccess.of(world, user.id(), repository);
        return new RepositoryCollaboratorPermission(
                access.map(CollaboratorViews::permission).orElse(NONE), role(access), collaborator(repository, user));
    }

    /** In the words that there were before there were five. */
    private static String permission(RepositoryPermission access) {
        return switch (access) {
            case PULL, TRIAGE -> "read";
            case PUSH, MAINTAIN -> "write";
            case ADMIN -> "admin";
        };
    }

    private static String role(Optional<RepositoryPermission> access) {
        return access.map(granted -> switch (granted) {
                    case PULL -> "read";
                    case PUSH -> "write";
                    default -> granted.word();
                })
                .orElse(NONE);
    }

    private User user(long id) {
        return world.accounts().user(id).orElseThrow();
    }

    private Collaborator collaborator(Repository repository, User account) {
        Optional<RepositoryPermission> access = RepositoryAccess.of(world, account.id(), repository);
        SimpleUser user = UserViews.simple(account, links);
        return Collaborator.builder()
                .login(user.login())
                .id(user.id())
                .nodeId(user.nodeId())
                .avatarUrl(user.avatarUrl())
                .gravatarId(user.gravatarId())
                .url(user.url())
                .htmlUrl(user.htmlUrl())
                .followersUrl(user.followersUrl())
                .followingUrl(user.followingUrl())
                .gistsUrl(user.gistsUrl())
                .starredUrl(user.starredUrl())
                .subscriptionsUrl(user.subscriptionsUrl())
                .organizationsUrl(user.organizationsUrl())
                .reposUrl(user.reposUrl())
                .eventsUrl(user.eventsUrl())
                .receivedEventsUrl(user.receivedEventsUrl())
                .type(user.type())
                .siteAdmin(user.siteAdmin())
                .userViewType(user.userViewType())
                .permissions(access.map(RepositoryViews::permissions)
                        .orElse(new RepositoryPermissions(false, false, false, false, false)))
                .roleName(role(access))
                .build();
    }

    private Contributor contributor(User account, long commits) {
        SimpleUser user = UserViews.simple(account, links);
        return Contributor.builder()
                .login(user.login())
                .id(user.id())
                .nodeId(user.nodeId())
                .avatarUrl(user.avatarUrl())
                .gravatarId(user.gravatarId())
                .url(user.url())
                .htmlUrl(user.htmlUrl())
                .followersUrl(user.followersUrl())
                .followingUrl(user.followingUrl())
                .gistsUrl(user.gistsUrl())
                .starredUrl(user.starredUrl())
                .subscriptionsUrl(user.subscriptionsUrl())
                .organizationsUrl(user.organizationsUrl())
                .reposUrl(user.reposUrl())
                .eventsUrl(user.eventsUrl())
                .receivedEventsUrl(user.receivedEventsUrl())
                .type(user.type())
                .siteAdmin(user.siteAdmin())
                .userViewType(user.userViewType())
                .contributions(commits)
                .build();
    }
}
