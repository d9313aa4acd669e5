package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateInstallation;
import dev.hubtwin.internal.control.model.StateRepositorySelection;
import dev.hubtwin.internal.control.model.StateVia;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.Installation.Suspension;
import dev.hubtwin.internal.world.app.Installation.Via;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.ArrayList;
import org.pcollections.TreePVector;

/** An installation of an app, in and out. Its permissions and events are the app's unless they are given. */
final class InstallationMapper {

    private InstallationMapper() {}

    static Installation read(
            StateInstallation installation,
            long id,
            App app,
            World world,
            ReferenceResolver names,
            DocumentPath place) {
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

    private static RepositoryChoice selection(
            StateInstallation installation, long accountId, ReferenceResolver names, DocumentPath place) {
        boolean selected = installation.repositorySelection() == null
                ? installation.repositories() != null
                : installation.repositorySelection() == StateRepositorySelection.SELECTED;
        DocumentException.throwIf(
                !selected && installation.repositories() != null,
                place.at("repositories"),
                "all repositories are selected; expected none here, or \"repository_selection: selected\"");
        return selected
                ? RepositoryChoice.of(
                        names.repositories(accountId, installation.repositories(), place.at("repositories")))
                : RepositoryChoice.ALL;
    }

    private static Suspension suspension(
            StateInstallation installation,
            App app,
            Account account,
            World world,
            ReferenceResolver names,
            DocumentPath place) {
        if (installation.suspendedAt() == null) {
            DocumentException.throwIf(
                    installation.suspendedBy() != null,
                    place.at("suspended_by"),
                    "\"suspended_at\" is missing; expected it too");
            DocumentException.throwIf(
                    installation.suspendedVia() != null,
                    place.at("suspended_via"),
                    "\"suspended_at\" is missing; expected it too");
            return null;
        }
        Via via = installation.suspendedVia() == null
                ? Via.APP
                : WireName.read(Via.class, installation.suspendedVia().text());
        Account suspending =
                via == Via.APP ? world.accounts().account(app.ownerId()).orElseThrow() : account;
        Long given = names.userOrNull(installation.suspendedBy(), place.at("suspended_by"));
        Long by = given == null ? person(suspending, world) : given;
        return new Suspension(Values.instant(installation.suspendedAt()), by, via);
    }

    /** Who acts for an account: the user, or the organization's first owner; null if nobody owns it. */
    private static Long person(Account account, World world) {
        if (account instanceof User) {
            return account.id();
        }
        SortedIndex<UserName> owners = world.memberships().roster(account.id()).owners();
        return owners.size() == 0 ? null : owners.get(0).id();
    }

    static StateInstallation write(Installation installation, App app, ReferenceResolver names) {
        Suspension suspension = installation.suspension();
        RepositoryChoice selection = installation.selection();
        return StateInstallation.builder()
                .id(installation.id())
                .account(names.login(installation.accountId()))
                .repositorySelection(
                        selection.all() || !selection.repositories().isEmpty()
                                ? null
                                : StateRepositorySelection.SELECTED)
                .repositories(Values.some(names.repositoryNames(selection.repositories())))
                .permissions(
                        installation.permissions().equals(app.permissions())
                                ? null
                                : Values.levels(installation.permissions()))
                .events(installation.events().equals(app.events()) ? null : new ArrayList<>(installation.events()))
                .suspendedAt(suspension == null ? null : Values.time(suspension.at()))
                .suspendedBy(suspension == null || suspension.by() == null ? null : names.login(suspension.by()))
                .suspendedVia(
                        suspension == null ? null : StateVia.of(suspension.via().word()))
                .createdAt(Values.created(installation.createdAt()))
                .updatedAt(Values.time(installation.updatedAt(), installation.createdAt()))
                .build();
    }
}
