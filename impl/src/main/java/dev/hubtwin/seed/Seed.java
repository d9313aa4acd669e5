package dev.hubtwin.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.control.model.StateTokenKind;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A world, described in Java. It is the seed format; who names somebody describes them too:
 *
 * <pre>{@code
 * Seed.of()
 *     .users("olivia", "mike")
 *     .organization("acme", acme -> acme.owner("olivia").member("mike").hook("http://127.0.0.1:9/", "s3cret", "*"))
 *     .repository("acme/widgets", widgets -> widgets.visibility(StateVisibility.PRIVATE))
 * }</pre>
 */
public final class Seed extends SeedElement<Seed> {

    private Seed() {}

    /** An empty world. */
    public static Seed of() {
        return new Seed();
    }

    /** A user. */
    public Seed user(String login) {
        return user(login, user -> {});
    }

    /** A user; {@code more} tells about them. */
    public Seed user(String login, Consumer<UserSeed> more) {
        return add("users", new UserSeed(login), more);
    }

    /** Users of whom nothing more is said. */
    public Seed users(String... logins) {
        List.of(logins).forEach(this::user);
        return this;
    }

    /** An organization; {@code more} tells about it and what belongs to it. */
    public Seed organization(String login, Consumer<OrganizationSeed> more) {
        return add("organizations", new OrganizationSeed(login), more);
    }

    /** A public repository, by its full name such as {@code acme/widgets}. */
    public Seed repository(String fullName) {
        return repository(fullName, repository -> {});
    }

    /** A repository, by its full name such as {@code acme/widgets}; {@code more} tells about it. */
    public Seed repository(String fullName, Consumer<RepositorySeed> more) {
        return add("repositories", RepositorySeed.named(fullName), more);
    }

    /** A GitHub App; {@code more} tells about it and where it is installed. */
    public Seed app(String slug, String owner, Consumer<AppSeed> more) {
        return add("apps", new AppSeed(slug, owner), more);
    }

    /** An OAuth app. */
    public Seed oauthApp(String clientId, String clientSecret) {
        return add("oauth_apps", new OAuthAppSeed(clientId).with("client_secret", clientSecret), app -> {});
    }

    /** An OAuth app; {@code more} tells about it. */
    public Seed oauthApp(String clientId, Consumer<OAuthAppSeed> more) {
        return add("oauth_apps", new OAuthAppSeed(clientId), more);
    }

    /** A classic personal access token. */
    public Seed token(String token, String user, String... scopes) {
        return token(token, one -> one.user(user).scopes(scopes));
    }

    /** A classic personal access token; {@code more} tells whose it is and how far it reaches. */
    public Seed token(String token, Consumer<TokenSeed> more) {
        return add("tokens", new TokenSeed(token), more);
    }

    /** A token of some kind; {@code more} tells whose it is and how far it reaches. */
    public Seed token(String token, StateTokenKind kind, Consumer<TokenSeed> more) {
        return add("tokens", new TokenSeed(token).with("kind", kind), more);
    }

    /** A code that turns a manifest into an app, once; {@code more} tells which. */
    public Seed manifestCode(String code, String owner, Consumer<ManifestCodeSeed> more) {
        return add("manifest_codes", new ManifestCodeSeed(code, owner), more);
    }

    /** Who the pages of the manifest flow act for. */
    public Seed signedIn(String login) {
        return with("signed_in", login);
    }

    /** What can be set about the world. */
    public Seed settings(Consumer<SettingsSeed> more) {
        SettingsSeed settings = new SettingsSeed();
        more.accept(settings);
        return with("settings", settings.node());
    }

    /** What comes next of a kind, such as {@code accounts}. */
    public Seed counter(String kind, long next) {
        return put("counters", kind, next);
    }

    /** This in the seed format. */
    public ObjectNode json() {
        return node().deepCopy();
    }

    /**
     * The world that this describes; what must be dated and is not is dated {@code now}.
     *
     * @throws dev.hubtwin.seed.SeedException if it describes none
     */
    public World world(Instant now) {
        return SeedCodec.read(node(), now);
    }
}
