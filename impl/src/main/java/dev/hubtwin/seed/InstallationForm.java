package dev.hubtwin.seed;

import dev.hubtwin.control.model.StateInstallation;
import dev.hubtwin.control.model.StateRepositorySelection;
import dev.hubtwin.control.model.StateVia;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Installation.Suspension;
import dev.hubtwin.world.Installation.Via;
import dev.hubtwin.world.Ranked;
import dev.hubtwin.world.Selection;
import dev.hubtwin.world.User;
import dev.hubtwin.world.Worded;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.ArrayList;
import org.pcollections.TreePVector;

/** An installation of an app, in and out. Its permissions and events are the app's unless they are given. */
final class InstallationForm {

  private InstallationForm() {}

  static Installation read(StateInstallation installation, long id, App app, World world, Names names, Place place) {
    Account account = names.account(installation.account(), place.at("account"));
    Instant created = Values.created(installation.createdAt());
    return new Installation(
        id,
        app.id(),
        account.id(),
        selection(installation, account.id(), names, place),
        installation.permissions() == null ? app.permissions() : Values.levels(installation.permissions()),
        installation.events() == null ? app.events() : TreePVector.from(installation.events()),
        suspension(installation, app, account, world, names, place),
        created,
        Values.instant(installation.updatedAt(), created));
  }

  private static Selection selection(StateInstallation installation, long accountId, Names names, Place place) {
    boolean selected = installation.repositorySelection() == null
        ? installation.repositories() != null
        : installation.repositorySelection() == StateRepositorySelection.SELECTED;
    Names.refuseIf(!selected && installation.repositories() != null, place.at("repositories"),
        "all repositories are selected; expected none here, or \"repository_selection: selected\"");
    return selected
        ? Selection.of(names.repositories(accountId, installation.repositories(), place.at("repositories")))
        : Selection.ALL;
  }

  private static Suspension suspension(
      StateInstallation installation, App app, Account account, World world, Names names, Place place) {
    if (installation.suspendedAt() == null) {
      Names.refuseIf(installation.suspendedBy() != null, place.at("suspended_by"), "\"suspended_at\" is missing; expected it too");
      Names.refuseIf(installation.suspendedVia() != null, place.at("suspended_via"), "\"suspended_at\" is missing; expected it too");
      return null;
    }
    Via via = installation.suspendedVia() == null ? Via.APP : Worded.read(Via.class, installation.suspendedVia().text());
    Account suspending = via == Via.APP ? world.accounts().account(app.ownerId()).orElseThrow() : account;
    Long given = names.userOrNull(installation.suspendedBy(), place.at("suspended_by"));
    Long by = given == null ? person(suspending, world) : given;
    return new Suspension(Values.instant(installation.suspendedAt()), by, via);
  }

  /** Who acts for an account: the user, or the organization's first owner; null if nobody owns it. */
  private static Long person(Account account, World world) {
    if (account instanceof User) {
      return account.id();
    }
    Ranked<Long> owners = world.memberships().roster(account.id()).owners();
    return owners.size() == 0 ? null : owners.get(0);
  }

  static StateInstallation write(Installation installation, App app, Names names) {
    Suspension suspension = installation.suspension();
    Selection selection = installation.selection();
    return StateInstallation.builder()
        .id(installation.id())
        .account(names.login(installation.accountId()))
        .repositorySelection(selection.all() || !selection.repositories().isEmpty() ? null : StateRepositorySelection.SELECTED)
        .repositories(Values.some(names.repositoryNames(selection.repositories())))
        .permissions(installation.permissions().equals(app.permissions()) ? null : Values.levels(installation.permissions()))
        .events(installation.events().equals(app.events()) ? null : new ArrayList<>(installation.events()))
        .suspendedAt(suspension == null ? null : Values.time(suspension.at()))
        .suspendedBy(suspension == null || suspension.by() == null ? null : names.login(suspension.by()))
        .suspendedVia(suspension == null ? null : StateVia.of(suspension.via().word()))
        .createdAt(Values.created(installation.createdAt()))
        .updatedAt(Values.time(installation.updatedAt(), installation.createdAt()))
        .build();
  }
}
