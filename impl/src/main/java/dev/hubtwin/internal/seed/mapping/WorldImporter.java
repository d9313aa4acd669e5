package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.control.model.StateApp;
import dev.hubtwin.internal.control.model.StateRepository;
import dev.hubtwin.internal.control.model.StateSshKey;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.seed.slice.SliceRest;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.SshKey;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.repository.Repository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a world from a typed seed. Things are read before those that name them. */
public final class WorldImporter {

    private final State state;
    private final Instant now;
    private final Path directory;
    private final Map<Kind, IdAllocator> ids = new EnumMap<>(Kind.class);
    private final ReferenceResolver names = new ReferenceResolver(this::world);
    private final Set<Long> outdated;
    private World world;

    /**
     * Prepares an import into a world.
     *
     * @param rest what of the world stays as it is
     * @param now the date of what must be dated and is not
     * @param directory where the files are that the seed names; null if it may not name any
     */
    public WorldImporter(State state, SliceRest rest, Instant now, Path directory) {
        this.state = state;
        this.world = rest.world();
        this.outdated = new HashSet<>(rest.outdated());
        this.now = now;
        this.directory = directory;
    }

    private World world() {
        return world;
    }

    /**
     * Returns the world.
     *
     * @throws DocumentException if the seed does not describe one
     */
    public World load() {
        world = world.with(SettingsMapper.read(state.settings(), DocumentPath.ROOT.at("settings")));
        reserve();
        accounts();
        repositories();
        Lists.in(
                state.oauthApps(), DocumentPath.ROOT.at("oauth_apps"), (app, place) -> add(AppMapper.read(app), place));
        new OrganizationContentImporter(
                        names, ids, world.settings().clock().at(now), this::world, changed -> world = changed)
                .load(state);
        Lists.in(state.repositories(), DocumentPath.ROOT.at("repositories"), this::hooks);
        Lists.in(state.apps(), DocumentPath.ROOT.at("apps"), this::app);
        codes();
        tokens();
        world = world.signedIn(names.userOrNull(state.signedIn(), DocumentPath.ROOT.at("signed_in")));
        return world.with(counters());
    }

    private void reserve() {
        for (Kind kind : Kind.values()) {
            ids.put(kind, new IdAllocator("id", CountersMapper.given(state.counters(), kind), id -> isUsed(kind, id)));
        }
        Lists.in(state.users(), DocumentPath.ROOT.at("users"), (user, at) -> {
            reserve(Kind.ACCOUNTS, user.id(), at);
            Lists.in(user.keys(), at.at("keys"), (key, there) -> reserve(Kind.KEYS, key.id(), there));
        });
        Lists.in(state.organizations(), DocumentPath.ROOT.at("organizations"), (organization, at) -> {
            reserve(Kind.ACCOUNTS, organization.id(), at);
            Lists.in(
                    organization.invitations(),
                    at.at("invitations"),
                    (invitation, there) -> reserve(Kind.ACCOUNTS, invitation.id(), there));
            Lists.in(organization.teams(), at.at("teams"), (team, there) -> reserve(Kind.TEAMS, team.id(), there));
            Lists.in(organization.hooks(), at.at("hooks"), (hook, there) -> reserve(Kind.HOOKS, hook.id(), there));
        });
        Lists.in(state.repositories(), DocumentPath.ROOT.at("repositories"), (one, at) -> {
            reserve(Kind.REPOSITORIES, one.id(), at);
            Lists.in(one.hooks(), at.at("hooks"), (hook, there) -> reserve(Kind.HOOKS, hook.id(), there));
        });
        Lists.in(state.apps(), DocumentPath.ROOT.at("apps"), (app, at) -> {
            reserve(Kind.APPS, app.id(), at);
            Lists.in(
                    app.installations(),
                    at.at("installations"),
                    (one, there) -> reserve(Kind.INSTALLATIONS, one.id(), there));
        });
        Lists.in(state.tokens(), DocumentPath.ROOT.at("tokens"), (token, at) -> reserve(Kind.TOKENS, token.id(), at));
    }

    /** Whether something that is not read anew has the id. */
    private boolean isUsed(Kind kind, long id) {
        return switch (kind) {
            case ACCOUNTS ->
                world.accounts().byId().containsKey(id)
                        || world.memberships().addressed().containsKey(id);
            case TEAMS -> world.teams().byId().containsKey(id);
            case REPOSITORIES -> world.repositories().byId().containsKey(id);
            case HOOKS -> world.hooks().byId().containsKey(id);
            case APPS -> world.apps().byId().containsKey(id);
            case INSTALLATIONS -> world.apps().installations().byId().containsKey(id);
            case TOKENS -> world.tokens().byId().containsKey(id);
            case KEYS -> world.accounts().keys().byId().containsKey(id);
        };
    }

    private void reserve(Kind kind, Long id, DocumentPath place) {
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
        return CountersMapper.raised(counters, state.counters(), names, DocumentPath.ROOT.at("counters"));
    }

    private void accounts() {
        Lists.in(state.users(), DocumentPath.ROOT.at("users"), (user, place) -> {
            taken(user.login(), place);
            User read = UserMapper.read(user, id(Kind.ACCOUNTS, user.id()));
            world = world.with(read);
            outdated.remove(read.id());
            Lists.in(user.keys(), place.at("keys"), (key, at) -> key(key, read.id(), at));
        });
        Lists.in(state.organizations(), DocumentPath.ROOT.at("organizations"), (organization, place) -> {
            taken(organization.login(), place);
            Organization read = OrganizationMapper.read(organization, id(Kind.ACCOUNTS, organization.id()), place);
            world = world.with(read);
            outdated.remove(read.id());
        });
    }

    private void key(StateSshKey key, long user, DocumentPath place) {
        DocumentException.throwIf(
                world.accounts().keys().isUsed(key.key()), place.at("key"), "this key is here twice; expected it once");
        SshKey read = SshKeyMapper.read(key, id(Kind.KEYS, key.id()), user);
        world = world.with(world.accounts().keys().with(read));
    }

    private void taken(String login, DocumentPath place) {
        Optional<Account> there = world.accounts().account(login);
        if (there.isPresent() && !outdated.contains(there.get().id())) {
            throw new DocumentException(
                    place.at("login"),
                    "the login " + Excerpt.of(login)
                            + " is taken; expected another: users and organizations share them");
        }
    }

    private void repositories() {
        DocumentPath place = DocumentPath.ROOT.at("repositories");
        Lists.in(state.repositories(), place, this::repository);
        world = new RepositoryOrigins(names, world).link(state.repositories(), place);
    }

    private void repository(StateRepository repository, DocumentPath place) {
        Account owner = names.account(repository.owner(), place.at("owner"));
        DocumentException.throwIf(
                world.repositories().named(owner.id(), repository.name()).isPresent(),
                place.at("name"),
                Excerpt.of(owner.login() + "/" + repository.name()) + " is taken; expected another name");
        Repository read =
                RepositoryMapper.read(repository, id(Kind.REPOSITORIES, repository.id()), owner, names, place);
        for (String former : read.formerNames()) {
            String[] parts = former.split("/", 2);
            DocumentException.throwIf(
                    world.repositories().former(parts[0], parts[1]).isPresent(),
                    place,
                    "the former name " + Excerpt.of(former) + " leads to another repository already; expected it once");
        }
        world = world.with(read);
    }

    /** The webhooks of a repository, which may name OAuth apps. */
    private void hooks(StateRepository repository, DocumentPath place) {
        Account owner = names.account(repository.owner(), place.at("owner"));
        HookOwner named = HookOwner.repository(world.repositories()
                .named(owner.id(), repository.name())
                .orElseThrow()
                .id());
        Lists.in(repository.hooks(), place.at("hooks"), (hook, at) -> {
            Hook read = HookMapper.read(hook, id(Kind.HOOKS, hook.id()), named, names, at);
            world = world.with(world.hooks().with(read));
        });
    }

    private void add(OAuthApp app, DocumentPath place) {
        freeClient(app.clientId(), place);
        world = world.with(world.apps().with(app));
    }

    private void freeClient(String clientId, DocumentPath place) {
        DocumentException.throwIf(
                world.apps().oauthApp(clientId).isPresent()
                        || world.apps().client(clientId).isPresent(),
                place.at("client_id"),
                "the client id " + Excerpt.of(clientId) + " is taken; expected another");
    }

    private void app(StateApp app, DocumentPath place) {
        App read = AppMapper.read(app, id(Kind.APPS, app.id()), names, directory, place);
        DocumentException.throwIf(
                world.apps().slugged(read.slug()).isPresent(),
                place.at("slug"),
                "the slug " + Excerpt.of(read.slug()) + " is taken; expected another");
        DocumentException.throwIf(
                world.apps().named(read.name()).isPresent(),
                place.at("name"),
                "the name " + Excerpt.of(read.name()) + " is taken; expected another");
        freeClient(read.clientId(), place);
        world = world.with(world.apps().with(read));
        Lists.in(app.installations(), place.at("installations"), (installation, at) -> {
            Installation one = InstallationMapper.read(
                    installation, id(Kind.INSTALLATIONS, installation.id()), read, world, names, at);
            DocumentException.throwIf(
                    world.apps().installations().on(read.id(), one.accountId()).isPresent(),
                    at.at("account"),
                    "the app is installed on " + Excerpt.of(installation.account())
                            + " already; expected another account");
            world = world.with(world.apps().with(world.apps().installations().with(one)));
        });
    }

    private void codes() {
        Lists.in(state.manifestCodes(), DocumentPath.ROOT.at("manifest_codes"), (code, place) -> {
            DocumentException.throwIf(
                    world.apps().code(code.code()).isPresent(),
                    place.at("code"),
                    "this code is here twice; expected it once");
            world = world.with(world.apps()
                    .with(ManifestCodeMapper.read(
                            code, names, world.settings().clock().at(now), place)));
        });
    }

    private void tokens() {
        Lists.in(state.tokens(), DocumentPath.ROOT.at("tokens"), (token, place) -> {
            DocumentException.throwIf(
                    world.tokens().find(token.token()).isPresent(),
                    place.at("token"),
                    "this token is here twice; expected it once");
            world = world.with(
                    world.tokens().with(TokenMapper.read(token, id(Kind.TOKENS, token.id()), world, names, place)));
        });
    }
}
