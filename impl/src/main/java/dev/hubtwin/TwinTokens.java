package dev.hubtwin;

import dev.hubtwin.client.Credential;
import dev.hubtwin.client.PrivateKeys;
import dev.hubtwin.client.control.model.StateLevel;
import dev.hubtwin.internal.apps.AppKeys;
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
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/**
 * Makes new tokens of a world, of every kind. They are part of its state as if they had been in the seed; a reset
 * removes them. Every method throws {@link IllegalArgumentException} if it is given the name of somebody or something
 * that is not in the world.
 */
public final class TwinTokens {

    private final WorldHandle handle;

    TwinTokens(WorldHandle handle) {
        this.handle = handle;
    }

    /** One key for all apps that have none, because making a key takes long. */
    private static final class SharedKey {
        private static final AppKey KEY = AppKeys.draw();
    }

    /**
     * Makes a classic token.
     *
     * @param login the login of a user
     * @param scopes its scopes; without any, every scope that the description has
     * @return the token, which begins with {@code ghp_}
     */
    public String classic(String login, String... scopes) {
        return create("ghp_", world -> new Grant.Classic(user(world, login), TreePVector.from(orEvery(scopes))));
    }

    /**
     * Makes a token that a user gave to an OAuth app.
     *
     * @param login the login of a user
     * @param clientId the client id of an OAuth app
     * @param scopes its scopes; without any, every scope that the description has
     * @return the token, which begins with {@code gho_}
     */
    public String oauth(String login, String clientId, String... scopes) {
        return create("gho_", world -> {
            OAuthApp app = found(world.apps().oauthApp(clientId).orElse(null), "OAuth app", clientId);
            return new Grant.OAuth(user(world, login), TreePVector.from(orEvery(scopes)), app.clientId());
        });
    }

    /**
     * Makes a fine-grained token for all repositories of an account.
     *
     * @param login the login of a user
     * @param resourceOwner the login of the account whose resources it reaches
     * @param permissions its permissions and their levels, such as {@code organization_campaigns}
     * @return the token, which begins with {@code github_pat_}
     */
    public String fineGrained(String login, String resourceOwner, Map<String, StateLevel> permissions) {
        Map<String, String> levels = new HashMap<>();
        permissions.forEach((name, level) -> levels.put(name, level.getValue()));
        return create(
                "github_pat_",
                world -> new Grant.FineGrained(
                        user(world, login),
                        account(world, resourceOwner).id(),
                        HashTreePMap.from(levels),
                        RepositoryChoice.ALL));
    }

    /**
     * Makes a user-to-server token: one that a user gave to a GitHub App.
     *
     * @param login the login of a user
     * @param slug the slug of an app
     * @return the token, which begins with {@code ghu_}
     */
    public String userToServer(String login, String slug) {
        return create(
                "ghu_",
                world -> new Grant.UserToServer(
                        user(world, login), app(world, slug).id(), null));
    }

    /**
     * Makes an installation token with everything the installation has. It expires after an hour of the world's clock
     * (R135).
     *
     * @param slug the slug of an app
     * @param account the login of an account that it is installed on
     * @return the token, which begins with {@code ghs_}
     */
    public String installation(String slug, String account) {
        String text = RandomTokens.token("ghs_");
        Instant now = handle.now();
        return handle.change(world -> {
                    Installation installation = world.apps()
                            .installations()
                            .on(app(world, slug).id(), account(world, account).id())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the app \"" + slug + "\" is not installed on \"" + account + "\""));
                    RequestedAccess everything = new RequestedAccess(null, null, null);
                    return AccessTokens.create(world, installation, everything, text, now);
                })
                .text();
    }

    /**
     * Returns the credential of an app itself, which signs JSON web tokens (R124). An app without a key gets one, the
     * same for every app of the process.
     *
     * @param slug the slug of an app
     * @throws IllegalArgumentException also if only public keys of the app are known
     */
    public Credential app(String slug) {
        App app = app(handle.world(), slug);
        if (app.keys().isEmpty()) {
            handle.alone(() -> handle.hosted().give(Map.of(app.id(), SharedKey.KEY)));
        }
        String pem = app(handle.world(), slug).keys().stream()
                .map(AppKey::pem)
                .filter(text -> text.contains("PRIVATE"))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("of the app \"" + slug + "\" only public keys are known"));
        return Credential.app(Long.toString(app.id()), PrivateKeys.read(pem));
    }

    /**
     * Returns the client id and client secret of an app (R146).
     *
     * @param clientId the client id of a GitHub App or an OAuth app
     */
    public Credential client(String clientId) {
        World world = handle.world();
        String secret = world.apps()
                .client(clientId)
                .map(App::clientSecret)
                .or(() -> world.apps().oauthApp(clientId).map(OAuthApp::clientSecret))
                .orElse(null);
        return Credential.clientCredentials(clientId, found(secret, "app with the client id", clientId));
    }

    private String create(String prefix, Function<World, Grant> grant) {
        String text = RandomTokens.token(prefix);
        Instant now = handle.now();
        return handle.change(world -> {
            World.Drawn drawn = world.draw(Counters.Kind.TOKENS);
            Token token =
                    new Token(drawn.id(), text, grant.apply(world), Token.Label.NONE, false, now, now, null, null);
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

    private static <T> T found(@Nullable T found, String kind, String name) {
        if (found == null) {
            throw new IllegalArgumentException("there is no " + kind + " \"" + name + "\" in this world");
        }
        return found;
    }
}
