package dev.hubtwin.events;

import dev.hubtwin.events.Audience.OneApp;
import dev.hubtwin.events.Audience.OneHook;
import dev.hubtwin.events.Audience.OneInstallation;
import dev.hubtwin.events.Audience.Subscribers;
import dev.hubtwin.world.Access;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Hook;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.Team;
import dev.hubtwin.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything that webhooks tell of. {@code world} is the one right after it, or right before it for what is no more; ids are
 * of things in that world.
 */
public final class Happenings {

  private Happenings() {}

  private static Happening in(World world, long account, Topic topic, String action, Consumer<Payload> body) {
    return new Happening(topic, action, world, account, new Subscribers(null), body);
  }

  /** A user was invited. */
  public static Happening memberInvited(World world, long organization, Membership membership) {
    return in(world, organization, Topic.ORGANIZATION, "member_invited",
        payload -> payload.invitation(membership).user("user", membership.userId()));
  }

  /** A user became a member. */
  public static Happening memberAdded(World world, long organization, Membership membership) {
    return in(world, organization, Topic.ORGANIZATION, "member_added", payload -> payload.membership(membership));
  }

  /** A user is a member no more. */
  public static Happening memberRemoved(World world, long organization, Membership membership) {
    return in(world, organization, Topic.ORGANIZATION, "member_removed", payload -> payload.membership(membership));
  }

  /** An organization is no more. */
  public static Happening organizationDeleted(World world, long organization) {
    return in(world, organization, Topic.ORGANIZATION, "deleted", payload -> { });
  }

  /** An organization has another login than {@code former}. */
  public static Happening organizationRenamed(World world, long organization, String former) {
    return in(world, organization, Topic.ORGANIZATION, "renamed",
        payload -> payload.put("changes", Map.of("login", Map.of("from", former))));
  }

  /** A user came into a team, or left it. */
  public static Happening teamMember(World world, Team team, long user, boolean added) {
    return in(world, team.organizationId(), Topic.MEMBERSHIP, added ? "added" : "removed",
        payload -> payload.put("scope", "team").user("member", user).team(team));
  }

  /** A team was made. */
  public static Happening teamCreated(World world, Team team) {
    return in(world, team.organizationId(), Topic.TEAM, "created", payload -> payload.team(team));
  }

  /** A team is no more. */
  public static Happening teamDeleted(World world, Team team) {
    return in(world, team.organizationId(), Topic.TEAM, "deleted", payload -> payload.team(team));
  }

  /** A team is described otherwise; {@code changes} has what was, by member. */
  public static Happening teamEdited(World world, Team team, Map<String, Object> changes) {
    return in(world, team.organizationId(), Topic.TEAM, "edited", payload -> payload.team(team).put("changes", changes));
  }

  /** A team may do something in a repository, or nothing any more. */
  public static Happening teamRepository(World world, Team team, Repository repository, boolean added) {
    return new Happening(
        Topic.TEAM, added ? "added_to_repository" : "removed_from_repository", world, team.organizationId(),
        new Subscribers(repository.id()), payload -> payload.team(team).repository(repository));
  }

  /** What a user may do in a repository as a collaborator: {@code from} null, nothing before; {@code to} null, nothing now. */
  public static Happening collaborator(World world, Repository repository, long user, Access from, Access to) {
    String action = from == null ? "added" : to == null ? "removed" : "edited";
    return new Happening(Topic.MEMBER, action, world, repository.ownerId(), new Subscribers(repository.id()), payload -> {
      payload.user("member", user).repository(repository);
      if (to != null) {
        payload.permission(from, to);
      }
    });
  }

  /** What may become of an installation. */
  public enum Fate {
    CREATED, DELETED, SUSPEND, UNSUSPEND, NEW_PERMISSIONS_ACCEPTED;

    private boolean listsRepositories() {
      return this == CREATED || this == DELETED || this == NEW_PERMISSIONS_ACCEPTED;
    }
  }

  /** Something became of an installation. */
  public static Happening installation(World world, Installation one, Fate fate) {
    return new Happening(
        Topic.INSTALLATION, fate.name().toLowerCase(Locale.ROOT), world, one.accountId(), new OneInstallation(one.id()),
        payload -> {
          payload.installation(one);
          if (fate.listsRepositories()) {
            payload.repositories("repositories", payload.reached(one)).put("requester", null);
          }
        });
  }

  /** An installation reaches more repositories, or fewer. */
  public static Happening installationRepositories(
      World world, Installation one, boolean added, Collection<Repository> repositories) {
    return new Happening(
        Topic.INSTALLATION_REPOSITORIES, added ? "added" : "removed", world, one.accountId(), new OneInstallation(one.id()),
        payload -> payload.installation(one)
            .put("repository_selection", one.selection().all() ? "all" : "selected")
            .repositories("repositories_added", added ? repositories : List.of())
            .repositories("repositories_removed", added ? List.of() : repositories)
            .put("requester", null));
  }

  /** A webhook is to say that it hears. */
  public static Happening ping(World world, Hook hook) {
    return new Happening(
        Topic.PING, null, world, hook.organizationId(), new OneHook(hook.id()),
        payload -> payload.zen(hook.id()).hook(hook));
  }

  /** The webhook of an app is to say that it hears. */
  public static Happening ping(World world, App app) {
    return new Happening(
        Topic.PING, null, world, app.ownerId(), new OneApp(app.id()), payload -> payload.zen(app.id()).hook(app));
  }

  /** A webhook is no more; it hears of that itself, if of anything like it. */
  public static Happening hookDeleted(World world, Hook hook) {
    return new Happening(
        Topic.META, "deleted", world, hook.organizationId(), new OneHook(hook.id()),
        payload -> payload.put("hook_id", hook.id()).hook(hook));
  }
}
