package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.FullRepository;
import dev.hubtwin.internal.api.model.Installation;
import dev.hubtwin.internal.api.model.InstallationTargetType;
import dev.hubtwin.internal.api.model.InstallationToken;
import dev.hubtwin.internal.api.model.OrganizationInstallationList;
import dev.hubtwin.internal.api.model.RepositorySelection;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation.Suspension;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How installations and their tokens look in answers. */
public record InstallationViews(World world, Links links) {

    /** One, as its app sees it. */
    public Installation full(dev.hubtwin.internal.world.app.Installation installation) {
        return view(installation, Timestamps::precise);
    }

    /** One, as organizations and payloads show it. */
    public Installation shown(dev.hubtwin.internal.world.app.Installation installation) {
        return view(installation, Timestamps::offset);
    }

    private Installation view(
            dev.hubtwin.internal.world.app.Installation installation, Function<Instant, String> time) {
        App app = world.apps().app(installation.appId()).orElseThrow();
        Account account = world.accounts().account(installation.accountId()).orElseThrow();
        SingleFiles files = SingleFiles.of(app, installation.permissions());
        Suspension suspension = installation.suspension();
        return Installation.builder()
                .id(installation.id())
                .account(UserViews.simple(account, links))
                .repositorySelection(selection(installation.selection()))
                .accessTokensUrl(links.api("/app/installations/" + installation.id() + "/access_tokens"))
                .repositoriesUrl(links.api("/installation/repositories"))
                .htmlUrl(links.html(settings(account) + "/installations/" + installation.id()))
                .appId(app.id())
                .appSlug(app.slug())
                .targetId(account.id())
                .targetType(account instanceof User ? InstallationTargetType.USER : InstallationTargetType.ORGANIZATION)
                .permissions(Permissions.view(installation.permissions()))
                .events(List.copyOf(installation.events()))
                .createdAt(time.apply(installation.createdAt()))
                .updatedAt(time.apply(installation.updatedAt()))
                .singleFileName(files.name())
                .hasMultipleSingleFiles(files.several())
                .singleFilePaths(files.paths())
                .suspendedAt(suspension == null ? null : Timestamps.utc(suspension.at()))
                .suspendedBy(Optional.ofNullable(suspension)
                        .map(Suspension::by)
                        .flatMap(world.accounts()::user)
                        .map(user -> UserViews.simple(user, links))
                        .orElse(null))
                .build();
    }

    /** Several of an app's. */
    public List<Installation> all(Page<Long> ids) {
        return ids.map(id -> full(installation(id)));
    }

    /** A page of several, and how many there are in all (R55). */
    public OrganizationInstallationList counted(Page<Long> ids) {
        return new OrganizationInstallationList((long) ids.total(), ids.map(id -> shown(installation(id))));
    }

    private dev.hubtwin.internal.world.app.Installation installation(long id) {
        return world.apps().installations().installation(id).orElseThrow();
    }

    /** A token just made. */
    public InstallationToken token(Token token) {
        Grant.OfInstallation grant = (Grant.OfInstallation) token.grant();
        dev.hubtwin.internal.world.app.Installation of = installation(grant.installationId());
        return new InstallationToken(
                token.text(),
                Timestamps.utc(Objects.requireNonNull(token.expiresAt()).toInstant()),
                Permissions.view(grant.permissions() == null ? of.permissions() : grant.permissions()),
                selection(grant.repositories() == null ? of.selection() : grant.repositories()),
                grant.repositories() == null ? null : repositories(token, grant.repositories()));
    }

    /** As the token sees them. */
    private List<FullRepository> repositories(Token token, RepositoryChoice selection) {
        RepositoryViews views = new RepositoryViews(world, links, Caller.of(token));
        return selection.repositories().stream()
                .sorted()
                .map(id -> views.ofNewToken(world.repositories().repository(id).orElseThrow()))
                .toList();
    }

    /** The word for a selection. */
    public static RepositorySelection selection(RepositoryChoice selection) {
        return selection.all() ? RepositorySelection.ALL : RepositorySelection.SELECTED;
    }

    private static String settings(Account account) {
        return account instanceof User ? "/settings" : "/organizations/" + account.login() + "/settings";
    }

    /**
     * The files that an app reaches by the permission {@code single_file} (decisions: derived members).
     *
     * @param name the first of them, or null
     */
    public record SingleFiles(String name, boolean several, List<String> paths) {

        /** Those of the app, if the permission is among {@code permissions}. */
        public static SingleFiles of(App app, Map<String, String> permissions) {
            List<String> paths =
                    permissions.containsKey("single_file") ? List.copyOf(app.singleFilePaths()) : List.of();
            return new SingleFiles(paths.isEmpty() ? null : paths.get(0), paths.size() > 1, paths);
        }
    }
}
