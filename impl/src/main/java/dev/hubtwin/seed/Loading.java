package dev.hubtwin.seed;

import dev.hubtwin.control.model.State;
import dev.hubtwin.control.model.StateApp;
import dev.hubtwin.control.model.StateRepository;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Counters;
import dev.hubtwin.world.Counters.Kind;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.OAuthApp;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Links a typed seed into a world: the only importer there is. What others are named by comes before them. */
final class Loading {

  private final State state;
  private final Instant now;
  private final Path beside;
  private final Map<Kind, Numbering> ids = new EnumMap<>(Kind.class);
  private final Names names = new Names(this::world);
  private World world = World.EMPTY;

  /** What is not dated and must be, is dated {@code now}; files are looked for {@code beside} (null: there are none). */
  Loading(State state, Instant now, Path beside) {
    this.state = state;
    this.now = now;
    this.beside = beside;
  }

  private World world() {
    return world;
  }

  World load() {
    world = world.with(SettingsForm.read(state.settings(), Place.ROOT.at("settings")));
    reserve();
    accounts();
    repositories();
    Each.in(state.oauthApps(), Place.ROOT.at("oauth_apps"), (app, place) -> add(AppForm.read(app), place));
    new Belongings(names, ids, world.settings().clock().at(now), this::world, changed -> world = changed).load(state);
    Each.in(state.apps(), Place.ROOT.at("apps"), this::app);
    codes();
    tokens();
    world = world.signedIn(names.userOrNull(state.signedIn(), Place.ROOT.at("signed_in")));
    return world.with(counters());
  }

  private void reserve() {
    for (Kind kind : Kind.values()) {
      ids.put(kind, new Numbering("id", CountersForm.given(state.counters(), kind)));
    }
    Each.in(state.users(), Place.ROOT.at("users"), (user, at) -> reserve(Kind.ACCOUNTS, user.id(), at));
    Each.in(state.organizations(), Place.ROOT.at("organizations"), (organization, at) -> {
      reserve(Kind.ACCOUNTS, organization.id(), at);
      Each.in(organization.teams(), at.at("teams"), (team, there) -> reserve(Kind.TEAMS, team.id(), there));
      Each.in(organization.hooks(), at.at("hooks"), (hook, there) -> reserve(Kind.HOOKS, hook.id(), there));
    });
    Each.in(state.repositories(), Place.ROOT.at("repositories"), (one, at) -> reserve(Kind.REPOSITORIES, one.id(), at));
    Each.in(state.apps(), Place.ROOT.at("apps"), (app, at) -> {
      reserve(Kind.APPS, app.id(), at);
      Each.in(app.installations(), at.at("installations"), (one, there) -> reserve(Kind.INSTALLATIONS, one.id(), there));
    });
    Each.in(state.tokens(), Place.ROOT.at("tokens"), (token, at) -> reserve(Kind.TOKENS, token.id(), at));
  }

  private void reserve(Kind kind, Long id, Place place) {
    ids.get(kind).reserve(id, place.at("id"));
  }

  /** The id that was given, or the next free one. */
  private long id(Kind kind, Long given) {
    return ids.get(kind).orNext(given);
  }

  /** The counters, each above all that are in use and not below what was given. */
  private Counters counters() {
    Counters counters = world.counters();
    for (Kind kind : Kind.values()) {
      counters = counters.above(kind, ids.get(kind).greatest());
    }
    return CountersForm.raised(counters, state.counters(), names, Place.ROOT.at("counters"));
  }

  private void accounts() {
    Each.in(state.users(), Place.ROOT.at("users"), (user, place) -> {
      taken(user.login(), place);
      world = world.with(UserForm.read(user, id(Kind.ACCOUNTS, user.id())));
    });
    Each.in(state.organizations(), Place.ROOT.at("organizations"), (organization, place) -> {
      taken(organization.login(), place);
      world = world.with(OrganizationForm.read(organization, id(Kind.ACCOUNTS, organization.id()), place));
    });
  }

  private void taken(String login, Place place) {
    Names.refuseIf(world.accounts().account(login).isPresent(), place.at("login"),
        "the login \"" + login + "\" is taken; expected another: users and organizations share them");
  }

  private void repositories() {
    Place place = Place.ROOT.at("repositories");
    Each.in(state.repositories(), place, this::repository);
    Each.in(state.repositories(), place, (repository, at) -> {
      if (repository.templateRepository() != null) {
        long template = names.repository(repository.templateRepository(), at.at("template_repository")).id();
        Repository made = world.repository(repository.owner(), repository.name()).orElseThrow();
        world = world.with(made.with(made.about().from(template)));
      }
    });
  }

  private void repository(StateRepository repository, Place place) {
    Account owner = names.account(repository.owner(), place.at("owner"));
    Names.refuseIf(world.repositories().named(owner.id(), repository.name()).isPresent(), place.at("name"),
        "\"" + owner.login() + "/" + repository.name() + "\" is taken; expected another name");
    Repository read = RepositoryForm.read(repository, id(Kind.REPOSITORIES, repository.id()), owner, names, place);
    for (String former : read.formerNames()) {
      String[] parts = former.split("/", 2);
      Names.refuseIf(world.repositories().former(parts[0], parts[1]).isPresent(), place,
          "the former name \"" + former + "\" leads to another repository already; expected it once");
    }
    world = world.with(read);
  }

  private void add(OAuthApp app, Place place) {
    freeClient(app.clientId(), place);
    world = world.with(world.apps().with(app));
  }

  private void freeClient(String clientId, Place place) {
    Names.refuseIf(world.apps().oauthApp(clientId).isPresent() || world.apps().client(clientId).isPresent(),
        place.at("client_id"), "the client id \"" + clientId + "\" is taken; expected another");
  }

  private void app(StateApp app, Place place) {
    App read = AppForm.read(app, id(Kind.APPS, app.id()), names, beside, place);
    Names.refuseIf(world.apps().slugged(read.slug()).isPresent(), place.at("slug"), "the slug \"" + read.slug() + "\" is taken; expected another");
    Names.refuseIf(world.apps().named(read.name()).isPresent(), place.at("name"), "the name \"" + read.name() + "\" is taken; expected another");
    freeClient(read.clientId(), place);
    world = world.with(world.apps().with(read));
    Each.in(app.installations(), place.at("installations"), (installation, at) -> {
      Installation one = InstallationForm.read(installation, id(Kind.INSTALLATIONS, installation.id()), read, world, names, at);
      Names.refuseIf(world.apps().installations().on(read.id(), one.accountId()).isPresent(), at.at("account"),
          "the app is installed on \"" + installation.account() + "\" already; expected another account");
      world = world.with(world.apps().with(world.apps().installations().with(one)));
    });
  }

  private void codes() {
    Each.in(state.manifestCodes(), Place.ROOT.at("manifest_codes"), (code, place) -> {
      Names.refuseIf(world.apps().code(code.code()).isPresent(), place.at("code"), "this code stands here twice; expected it once");
      world = world.with(world.apps().with(CodeForm.read(code, names, world.settings().clock().at(now), place)));
    });
  }

  private void tokens() {
    Each.in(state.tokens(), Place.ROOT.at("tokens"), (token, place) -> {
      Names.refuseIf(world.tokens().find(token.token()).isPresent(), place.at("token"), "this token stands here twice; expected it once");
      world = world.with(world.tokens().with(TokenForm.read(token, id(Kind.TOKENS, token.id()), world, names, place)));
    });
  }
}
