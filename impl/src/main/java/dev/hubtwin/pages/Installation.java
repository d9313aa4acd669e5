package dev.hubtwin.pages;

import dev.hubtwin.events.Cause;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.http.WebAddress;
import dev.hubtwin.installations.Installing;
import dev.hubtwin.installations.Installing.Installed;
import dev.hubtwin.pages.InstallationPages.Chosen;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The way of an app to an account: who and where is asked, then it is installed, or reaches other repositories. */
record Installation(Visitor visitor, Seal seal, String slug) {

  /**
   * The page that asks.
   *
   * @param login of the user who installs; null or empty: who is signed in
   * @param target the login of the account; null or empty: the first one that the user may install on
   * @throws Refusal 404 if there is no such app or account, 422 if there is no such user, and as {@link Installing}
   */
  String choose(String login, String target, String state) {
    World world = exchange().world();
    App app = app(world);
    Optional<User> user = given(login).or(visitor::signedIn).map(name -> Visitor.user(world, name));
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
   * @throws Refusal 403 if the token is not good, 422 if the repositories are not, and as {@link Installing}
   */
  Done install(String token, Repositories asked) {
    List<String> sealed = seal.open(purpose(app(exchange().world())), token, exchange().system());
    long by = Visitor.user(exchange().world(), sealed.get(0)).id();
    return exchange().change(
        world -> install(world, sealed.get(0), sealed.get(1), asked),
        (world, done) -> done(world, done, sealed.get(2)),
        new Cause(by, null, null, exchange().links()));
  }

  private Change<Installed> install(World world, String login, String target, Repositories asked) {
    Account account = account(world, target);
    User user = Visitor.user(world, login);
    Installing.requireAllowed(world, app(world), account, user); // before its repositories are looked for
    return Installing.install(world, app(world), account, asked.of(world, account), user, exchange().now());
  }

  private Done done(World world, Installed installed, String state) {
    App app = app(world);
    Account account = account(world, installed.installation().accountId());
    Optional<String> onward = Optional.ofNullable(app.setup())
        .filter(setup -> setup.onUpdate() || !installed.again())
        .flatMap(setup -> WebAddress.read(setup.url()))
        .map(url -> WebAddress.with(url, "installation_id", Long.toString(installed.installation().id())))
        .map(url -> WebAddress.with(url, "setup_action", installed.again() ? "update" : "install"))
        .map(url -> WebAddress.with(url, "state", state));
    return new Done(onward, new InstallationPages(visitor, app).installed(account, installed));
  }

  /** Beyond loopback nobody learns here who may what; the form's answer tells those who know the control token. */
  private String sealed(World world, App app, User user, Account account, String state) {
    if (!visitor.isExposed()) {
      Installing.requireAllowed(world, app, account, user);
    }
    return seal.seal(purpose(app), Arrays.asList(user.login(), account.login(), state), exchange().system());
  }

  private Optional<String> first(World world, App app, User user) {
    return visitor.isExposed() ? Optional.empty() : Visitor.targets(world, app, user).stream().findFirst();
  }

  private App app(World world) {
    return world.apps().slugged(slug).orElseThrow(Refusal::notFound);
  }

  private static Account account(World world, String login) {
    return world.accounts().account(login).orElseThrow(() -> Refusal.of(404, "There is no account \"" + login + "\"."));
  }

  private static Account account(World world, long id) {
    return world.accounts().account(id).orElseThrow();
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(login -> !login.isEmpty());
  }

  private List<String> purpose(App app) {
    return List.of("install", exchange().realm().name(), Long.toString(app.id()));
  }

  private Exchange exchange() {
    return visitor.exchange();
  }
}
