package dev.hubtwin.meta;

import dev.hubtwin.http.Caller;
import dev.hubtwin.http.Grants;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Access;
import dev.hubtwin.world.Grant;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Ranked;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.Selection;
import dev.hubtwin.world.World;
import java.util.Optional;

/** Which repositories a caller finds. */
final class Repositories {

  private Repositories() {}

  /** A repository, and whether it was asked for by a name that it no longer has (R156). */
  record Found(Repository repository, boolean moved) {}

  /** The ids of the repositories that a token reaches, ascending; {@code all} when it is everything an account has. */
  record Reached(Ranked<Long> ids, boolean all) {}

  /**
   * The repository of a name, or of a former one.
   *
   * @throws Refusal 404 if there is none that the caller may read
   */
  static Found find(World world, Caller caller, String owner, String name) {
    Optional<Repository> current = world.repository(owner, name);
    return current.or(() -> world.repositories().former(owner, name))
        .filter(repository -> mayRead(world, caller, repository))
        .map(repository -> new Found(repository, current.isEmpty()))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The repository with an id.
   *
   * @throws Refusal 404 if there is none that the caller may read
   */
  static Repository find(World world, Caller caller, long id) {
    return world.repositories().repository(id)
        .filter(repository -> mayRead(world, caller, repository))
        .orElseThrow(Refusal::notFound);
  }

  /** What the token of an installation reaches. */
  static Reached ofInstallation(World world, Caller caller) {
    Grant.OfInstallation grant = (Grant.OfInstallation) caller.token().orElseThrow().grant();
    Installation installation = world.apps().installations().installation(grant.installationId()).orElseThrow();
    Selection selection = grant.repositories() == null ? installation.selection() : grant.repositories();
    Ranked<Long> owned = world.repositories().of(installation.accountId()).ids();
    if (selection.all()) {
      return new Reached(owned, true);
    }
    Ranked<Long> selected = Ranked.natural();
    for (Long id : selection.repositories()) {
      selected = owned.contains(id) && installation.selection().includes(id) ? selected.plus(id) : selected;
    }
    return new Reached(selected, false);
  }

  /** A public repository is everybody's to read; any other takes access of the user and a token that reaches it. */
  private static boolean mayRead(World world, Caller caller, Repository repository) {
    if (!repository.isPrivate()) {
      return true;
    }
    boolean user = caller.user().isEmpty() || Accesses.of(world, caller.user().getAsLong(), repository).isPresent();
    return user && Grants.reachRepository(world, caller, repository);
  }

  /** What a caller may do in a repository; empty for callers of whom nothing is said. */
  static Optional<Access> access(World world, Caller caller, Repository repository) {
    return caller.user().isPresent()
        ? Accesses.of(world, caller.user().getAsLong(), repository)
        : caller.token().map(token -> Accesses.ofApp(world, caller, repository));
  }
}
