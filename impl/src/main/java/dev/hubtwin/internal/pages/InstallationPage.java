package dev.hubtwin.internal.pages;

import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.installations.AppInstaller;
import dev.hubtwin.internal.installations.AppInstaller.Installed;
import dev.hubtwin.internal.pages.InstallationPages.Chosen;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The way of an app to an account: who and where is asked, then it is installed, or reaches other repositories. */
record InstallationPage(PageUser visitor, FormToken seal, String slug) {

    /**
     * The page that asks.
     *
     * @param login of the user who installs; null or empty: who is signed in
     * @param target the login of the account; null or empty: the first one that the user may install on
     * @throws ApiException 404 if there is no such app or account, 422 if there is no such user, and as
     *     {@link AppInstaller}
     */
    String choose(String login, String target, String state) {
        World world = exchange().world();
        App app = app(world);
        Optional<User> user = given(login).or(visitor::signedIn).map(name -> PageUser.user(world, name));
        Optional<Account> account = given(target)
                .or(() -> user.flatMap(of -> first(world, app, of)))
                .map(name -> account(world, name));
        Optional<String> token = user.flatMap(of -> account.map(at -> sealed(world, app, of, at, state)));
        Chosen chosen = new Chosen(user, token.isPresent() ? account : Optional.empty(), state);
        return new InstallationPages(visitor, app).choose(chosen, token.orElse(null));
    }

    /** What was done, and where the browser goes; without such an address, the page that says so. */
    record Done(Optional<String> onward, String page) {}

    /**
     * Installs the app.
     *
     * @param token as the page had it
     * @throws ApiException 403 if the token is not good, 422 if the repositories are not, and as {@link AppInstaller}
     */
    Done install(String token, RepositoryPicker asked) {
        List<String> sealed =
                seal.open(purpose(app(exchange().world())), token, exchange().system());
        long by = PageUser.user(exchange().world(), sealed.get(0)).id();
        return exchange()
                .change(
                        named -> install(named.world(), sealed.get(0), sealed.get(1), asked),
                        (world, done) -> done(world, done, sealed.get(2)),
                        EventSource.ofUser(by, exchange().links()));
    }

    private Change<Installed> install(World world, String login, String target, RepositoryPicker asked) {
        Account account = account(world, target);
        User user = PageUser.user(world, login);
        AppInstaller.requireAllowed(world, app(world), account, user); // before its repositories are looked for
        return AppInstaller.install(
                world,
                app(world),
                account,
                asked.of(world, account),
                user,
                exchange().now());
    }

    private Done done(World world, Installed installed, String state) {
        App app = app(world);
        Account account = account(world, installed.installation().accountId());
        Optional<String> onward = Optional.ofNullable(app.setup())
                .filter(setup -> setup.onUpdate() || !installed.again())
                .flatMap(setup -> HttpUrls.read(setup.url()))
                .map(url -> HttpUrls.with(
                        url,
                        "installation_id",
                        Long.toString(installed.installation().id())))
                .map(url -> HttpUrls.with(url, "setup_action", installed.again() ? "update" : "install"))
                .map(url -> HttpUrls.with(url, "state", state));
        return new Done(onward, new InstallationPages(visitor, app).installed(account, installed));
    }

    /** Beyond loopback nobody learns here who may what; the form's answer tells those who know the control token. */
    private String sealed(World world, App app, User user, Account account, String state) {
        if (!visitor.isExposed()) {
            AppInstaller.requireAllowed(world, app, account, user);
        }
        return seal.seal(
                purpose(app),
                Arrays.asList(user.login(), account.login(), state),
                exchange().system());
    }

    private Optional<String> first(World world, App app, User user) {
        return visitor.isExposed()
                ? Optional.empty()
                : PageUser.targets(world, app, user).stream().findFirst();
    }

    private App app(World world) {
        return world.apps().slugged(slug).orElseThrow(ApiException::notFound);
    }

    private static Account account(World world, String login) {
        return world.accounts()
                .account(login)
                .orElseThrow(() -> ApiException.of(404, "There is no account \"" + login + "\"."));
    }

    private static Account account(World world, long id) {
        return world.accounts().account(id).orElseThrow();
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(login -> !login.isEmpty());
    }

    private List<String> purpose(App app) {
        return List.of("install", exchange().hostedWorld().name(), Long.toString(app.id()));
    }

    private RequestContext exchange() {
        return visitor.exchange();
    }
}
