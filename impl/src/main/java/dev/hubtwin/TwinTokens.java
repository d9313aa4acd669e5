package dev.hubtwin;

import dev.hubtwin.client.Credential;
import dev.hubtwin.client.PrivateKeys;
import dev.hubtwin.internal.apps.AppKeys;
import dev.hubtwin.internal.control.model.StateLevel;
import dev.hubtwin.internal.installations.AccessTokens;
import dev.hubtwin.internal.installations.RequestedAccess;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/**
 * New tokens of a world, of any kind. They are part of its state as if they had been in the seed; a reset forgets them.
 * Every method throws {@link IllegalArgumentException} when somebody is named who is not there.
 */
public final class TwinTokens {

    private final WorldHandle held;

    TwinTokens(WorldHandle held) {
        this.held = held;
    }

    /** Drawn once, for all apps that have none: it takes its time. */
    private static final class Drawn {
        private static final AppKey KEY = AppKeys.draw();
    }

    /** A classic token of a user; {@code scopes}: none named, every scope that the description has. */
    public String classic(String login, String... scopes) {
        return made("ghp_", world -> new Grant.Classic(user(world, login), TreePVector.from(orEvery(scopes))));
    }

    /** A token of a user that was given to an OAuth app, scopes likewise. */
    public String oauth(String login, String clientId, String... scopes) {
        return made("gho_", world -> {
            OAuthApp app = found(world.apps().oauthApp(clientId).orElse(null), "OAuth app", clientId);
            return new Grant.OAuth(user(world, login), TreePVector.from(orEvery(scopes)), app.clientId());
        });
    }

    /** A fine-grained token of a user for all repositories of an account; permissions by name. */
    public String fineGrained(String login, String resourceOwner, Map<String, StateLevel> permissions) {
        Map<String, String> levels = new HashMap<>();
        permissions.forEach((name, level) -> levels.put(name, level.text()));
        return made(
                "github_pat_",
                world -> new Grant.FineGrained(
                        user(world, login),
                        account(world, resourceOwner).id(),
                        HashTreePMap.from(levels),
                        RepositoryChoice.ALL));
    }

    /** A token of a user that was given to a GitHub App. */
    public String userToServer(String login, String slug) {
        return made(
                "ghu_",
                world -> new Grant.UserToServer(
                        user(world, login), app(world, slug).id(), null));
    }

    /**
     * A token of the installation of an app on an account, with all that it has; it ends in an hour of the world's
     * clock.
     */
    public String installation(String slug, String account) {
        String text = RandomTokens.token("ghs_");
        Instant now = held.now();
        return held.change(world -> {
                    Installation on = world.apps()
                            .installations()
                            .on(app(world, slug).id(), account(world, account).id())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the app \"" + slug + "\" is not installed on \"" + account + "\""));
                    return AccessTokens.create(world, on, new RequestedAccess(null, null, null), text, now);
                })
                .text();
    }

    /**
     * An app as itself, by JSON web tokens; without a private key it gets one, the same for every app of the process.
     */
    public Credential app(String slug) {
        World world = held.world();
        App app = app(world, slug);
        if (app.keys().isEmpty()) {
            held.become(current -> AppKeys.given(current, Map.of(app.id(), Drawn.KEY)));
        }
        String pem = app(held.world(), slug).keys().stream()
                .map(AppKey::pem)
                .filter(text -> text.contains("PRIVATE"))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("of the app \"" + slug + "\" only public keys are known"));
        return Credential.app(Long.toString(app.id()), PrivateKeys.read(pem));
    }

    /** The client id and secret of an app of either sort. */
    public Credential client(String clientId) {
        World world = held.world();
        String secret = world.apps()
                .client(clientId)
                .map(App::clientSecret)
                .or(() -> world.apps().oauthApp(clientId).map(OAuthApp::clientSecret))
                .orElse(null);
        return Credential.client(clientId, found(secret, "app with the client id", clientId));
    }

    private String made(String prefix, Function<World, Grant> grant) {
        String text = RandomTokens.token(prefix);
        Instant now = held.now();
        return held.change(world -> {
            World.Drawn drawn = world.draw(Counters.Kind.TOKENS);
            Token token = new Token(drawn.id(), text, grant.apply(world), Token.Label.NONE, false, now, now, null);
            return new Change<>(drawn.world().with(world.tokens().with(token)), text);
        });
    }

    private static List<String> orEvery(String... scopes) {
        return scopes.length > 0
                ? List.of(scopes)
                : List.copyOf(new TreeSet<>(ApiDescription.github().operations().stream()
                        .flatMap(operation -> Stream.concat(
                                operation.access().acceptedScopes().stream(),
                                operation.access().requiredScopes().stream()))
                        .toList()));
    }

    private static long user(World world, String login) {
        return found(world.accounts().user(login).orElse(null), "user", login).id();
    }

    private static Account account(World world, String login) {
        return found(world.accounts().account(login).orElse(null), "account", login);
    }

    private static App app(World world, String slug) {
        return found(world.apps().slugged(slug).orElse(null), "app", slug);
    }

    private static <T> T found(T one, String kind, String name) {
        if (one == null) {
            throw new IllegalArgumentException("there is no " + kind + " \"" + name + "\" in this world");
        }
        return one;
    }
}
