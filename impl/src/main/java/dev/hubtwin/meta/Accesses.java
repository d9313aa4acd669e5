package dev.hubtwin.meta;

import dev.hubtwin.http.Caller;
import dev.hubtwin.http.Grants;
import dev.hubtwin.http.Level;
import dev.hubtwin.world.Access;
import dev.hubtwin.world.Enterprise;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.Policy.BasePermission;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.Roster;
import dev.hubtwin.world.Team;
import dev.hubtwin.world.World;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do in a repository: the most that ownership, membership, teams and collaboration give. */
public final class Accesses {

  private Accesses() {}

  /** What a user may do; empty if not even read. */
  public static Optional<Access> of(World world, long user, Repository repository) {
    Optional<Access> direct = Optional.ofNullable(repository.collaborators().get(user));
    Optional<Access> owned = user == repository.ownerId() ? Optional.of(Access.ADMIN) : Optional.empty();
    Optional<Access> belonging = world.accounts().organization(repository.ownerId())
        .flatMap(organization -> inOrganization(world, user, repository, organization));
    Optional<Access> open = isOpen(world, user, repository) ? Optional.of(Access.PULL) : Optional.empty();
    return most(Stream.of(direct, owned, belonging, open).flatMap(Optional::stream));
  }

  /** What an installation's token may do; its permissions say it. */
  static Access ofApp(World world, Caller caller, Repository repository) {
    if (Grants.permit(world, caller, "administration", Level.WRITE, repository.ownerId())) {
      return Access.ADMIN;
    }
    return Grants.permit(world, caller, "contents", Level.WRITE, repository.ownerId()) ? Access.PUSH : Access.PULL;
  }

  private static Optional<Access> inOrganization(World world, long user, Repository repository, Organization organization) {
    Roster roster = world.memberships().roster(organization.id());
    if (!roster.isMember(user)) {
      return Optional.empty();
    }
    if (roster.isOwner(user)) {
      return Optional.of(Access.ADMIN);
    }
    Stream<Access> teams = world.teams().of(organization.id()).of(user).stream()
        .flatMap(id -> withParents(world, id))
        .flatMap(team -> Optional.ofNullable(team.repositories().get(repository.id())).stream());
    return most(Stream.concat(base(organization.policy().defaultRepositoryPermission()).stream(), teams));
  }

  /** A team may do what the teams above it may. */
  private static Stream<Team> withParents(World world, long id) {
    return Stream.iterate(
        world.teams().team(id), Optional::isPresent, team -> team.map(Team::parentId).flatMap(world.teams()::team))
        .flatMap(Optional::stream);
  }

  private static Optional<Access> base(BasePermission permission) {
    return switch (permission) {
      case READ -> Optional.of(Access.PULL);
      case WRITE -> Optional.of(Access.PUSH);
      case ADMIN -> Optional.of(Access.ADMIN);
      case NONE -> Optional.empty();
    };
  }

  /** Public ones are for everybody, internal ones for the members of any organization of the enterprise. */
  private static boolean isOpen(World world, long user, Repository repository) {
    return switch (repository.visibility()) {
      case PUBLIC -> true;
      case PRIVATE -> false;
      case INTERNAL -> enterprise(world, repository.ownerId()).stream().anyMatch(slug ->
          world.memberships().belonging(user).active().elements().stream()
              .anyMatch(id -> enterprise(world, id).filter(slug::equals).isPresent()));
    };
  }

  private static Optional<String> enterprise(World world, long organization) {
    return world.accounts().organization(organization).map(Organization::enterprise).map(Enterprise::slug);
  }

  private static Optional<Access> most(Stream<Access> accesses) {
    return accesses.max(Access::compareTo);
  }
}
