package dev.hubtwin.internal.event;

import dev.hubtwin.internal.event.Audience.OneApp;
import dev.hubtwin.internal.event.Audience.OneHook;
import dev.hubtwin.internal.event.Audience.OneInstallation;
import dev.hubtwin.internal.event.Audience.Subscribers;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything that webhooks tell of. {@code world} is the one right after it, or right before it for what is gone; ids
 * are of things in that world.
 */
public final class WebhookEvents {

    private WebhookEvents() {}

    private static WebhookEvent in(
            World world, long account, EventType topic, String action, Consumer<PayloadBuilder> body) {
        return new WebhookEvent(topic, action, world, account, new Subscribers(null), body);
    }

    /** A user or an address was invited. */
    public static WebhookEvent memberInvited(World world, long organization, Invitation invitation) {
        return in(world, organization, EventType.ORGANIZATION, "member_invited", payload -> {
            payload.invitation(invitation);
            if (invitation.userId() != null) {
                payload.user("user", invitation.userId());
            }
        });
    }

    /** A user became a member. */
    public static WebhookEvent memberAdded(World world, long organization, Membership membership) {
        return in(
                world, organization, EventType.ORGANIZATION, "member_added", payload -> payload.membership(membership));
    }

    /** A user is a member no more. */
    public static WebhookEvent memberRemoved(World world, long organization, Membership membership) {
        return in(
                world,
                organization,
                EventType.ORGANIZATION,
                "member_removed",
                payload -> payload.membership(membership));
    }

    /** An organization is gone. */
    public static WebhookEvent organizationDeleted(World world, long organization) {
        return in(world, organization, EventType.ORGANIZATION, "deleted", payload -> {});
    }

    /** An organization has another login than {@code former}. */
    public static WebhookEvent organizationRenamed(World world, long organization, String former) {
        return in(
                world,
                organization,
                EventType.ORGANIZATION,
                "renamed",
                payload -> payload.put("changes", Map.of("login", Map.of("from", former))));
    }

    /** A user came into a team, or left it. */
    public static WebhookEvent teamMember(World world, Team team, long user, boolean added) {
        return in(
                world,
                team.organizationId(),
                EventType.MEMBERSHIP,
                added ? "added" : "removed",
                payload -> payload.put("scope", "team").user("member", user).team(team));
    }

    /** A team was made. */
    public static WebhookEvent teamCreated(World world, Team team) {
        return in(world, team.organizationId(), EventType.TEAM, "created", payload -> payload.team(team));
    }

    /** A team is gone. */
    public static WebhookEvent teamDeleted(World world, Team team) {
        return in(world, team.organizationId(), EventType.TEAM, "deleted", payload -> payload.team(team));
    }

    /** A team is described otherwise; {@code changes} has what was, by member. */
    public static WebhookEvent teamEdited(World world, Team team, Map<String, Object> changes) {
        return in(
                world,
                team.organizationId(),
                EventType.TEAM,
                "edited",
                payload -> payload.team(team).put("changes", changes));
    }

    /**
     * A team may do something in a repository, or nothing any more.
     *
     * @param access what it may do, or might
     */
    public static WebhookEvent teamRepository(
            World world, Team team, Repository repository, RepositoryPermission access, boolean added) {
        return new WebhookEvent(
                EventType.TEAM,
                added ? "added_to_repository" : "removed_from_repository",
                world,
                team.organizationId(),
                new Subscribers(repository.id()),
                payload -> payload.team(team).repository(repository, access));
    }

    /**
     * What a user may do in a repository as a collaborator: {@code from} null, nothing before; {@code to} null, nothing
     * now.
     */
    public static WebhookEvent collaborator(
            World world, Repository repository, long user, RepositoryPermission from, RepositoryPermission to) {
        String action = from == null ? "added" : to == null ? "removed" : "edited";
        return new WebhookEvent(
                EventType.MEMBER, action, world, repository.ownerId(), new Subscribers(repository.id()), payload -> {
                    payload.user("member", user).repository(repository);
                    if (from == null) {
                        payload.permission(to);
                    } else if (to != null) {
                        payload.permission(from, to);
                    }
                });
    }

    /** A repository was made. */
    public static WebhookEvent repositoryCreated(World world, Repository repository) {
        return new WebhookEvent(
                EventType.REPOSITORY,
                "created",
                world,
                repository.ownerId(),
                new Subscribers(repository.id()),
                payload -> payload.repository(repository));
    }

    /** What may become of an installation. */
    public enum Fate {
        CREATED,
        DELETED,
        SUSPEND,
        UNSUSPEND,
        NEW_PERMISSIONS_ACCEPTED;

        private boolean listsRepositories() {
            return this == CREATED || this == DELETED || this == NEW_PERMISSIONS_ACCEPTED;
        }
    }

    /** Something became of an installation. */
    public static WebhookEvent installation(World world, Installation one, Fate fate) {
        return new WebhookEvent(
                EventType.INSTALLATION,
                fate.name().toLowerCase(Locale.ROOT),
                world,
                one.accountId(),
                new OneInstallation(one.id()),
                payload -> {
                    payload.installation(one);
                    if (fate.listsRepositories()) {
                        payload.reachedRepositories("repositories", one).put("requester", null);
                    }
                });
    }

    /** An installation reaches more repositories, or fewer. */
    public static WebhookEvent installationRepositories(
            World world, Installation one, boolean added, Collection<Repository> repositories) {
        return new WebhookEvent(
                EventType.INSTALLATION_REPOSITORIES,
                added ? "added" : "removed",
                world,
                one.accountId(),
                new OneInstallation(one.id()),
                payload -> payload.installation(one)
                        .put("repository_selection", one.selection().all() ? "all" : "selected")
                        .repositories("repositories_added", added ? repositories : List.of())
                        .repositories("repositories_removed", added ? List.of() : repositories)
                        .put("requester", null));
    }

    /** A webhook is to say that it hears. */
    public static WebhookEvent ping(World world, Hook hook) {
        return toHook(
                world,
                hook,
                EventType.PING,
                null,
                payload -> payload.zen(hook.id()).hook(hook));
    }

    /** The webhook of an app is to say that it hears. */
    public static WebhookEvent ping(World world, App app) {
        return new WebhookEvent(
                EventType.PING,
                null,
                world,
                app.ownerId(),
                new OneApp(app.id()),
                payload -> payload.zen(app.id()).hook(app));
    }

    /** A user takes back what they have allowed an app. */
    public static WebhookEvent authorizationRevoked(World world, App app) {
        return new WebhookEvent(
                EventType.GITHUB_APP_AUTHORIZATION,
                "revoked",
                world,
                app.ownerId(),
                new OneApp(app.id()),
                payload -> {});
    }

    /** A webhook is gone; it hears of that itself, if of anything like it. */
    public static WebhookEvent hookDeleted(World world, Hook hook) {
        return toHook(
                world,
                hook,
                EventType.META,
                "deleted",
                payload -> payload.put("hook_id", hook.id()).hook(hook));
    }

    /** What the webhook of a repository is told of itself has the repository, too. */
    private static WebhookEvent toHook(
            World world, Hook hook, EventType topic, String action, Consumer<PayloadBuilder> body) {
        long owner = hook.owner().id();
        if (!hook.owner().isRepository()) {
            return new WebhookEvent(topic, action, world, owner, new OneHook(hook.id(), null), body);
        }
        Repository repository = world.repositories().repository(owner).orElseThrow();
        return new WebhookEvent(
                topic,
                action,
                world,
                repository.ownerId(),
                new OneHook(hook.id(), owner),
                body.andThen(payload -> payload.repository(repository)));
    }
}
