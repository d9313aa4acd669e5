package dev.hubtwin.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hubtwin.client.control.model.StateTokenKind;
import dev.hubtwin.internal.seed.text.SeedFormat;
import dev.hubtwin.internal.seed.text.SeedText;
import dev.hubtwin.internal.seed.text.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a world contains, in the seed format: built in Java, read from YAML or JSON, or both.
 *
 * <pre>{@code
 * Seed.of()
 *         .users("olivia", "mike")
 *         .organization("acme", acme -> acme.owner("olivia").member("mike").hook("http://127.0.0.1:9/", "s3cret", "*"))
 *         .repository("acme/widgets", widgets -> widgets.visibility(StateVisibility.PRIVATE));
 * Seed.read(Path.of("world.yaml")).settings(settings -> settings.rateLimit(50));
 * }</pre>
 *
 * <p>Whoever is named must also be described: an organization whose owner is {@code olivia} needs a user of that login.
 * A seed is not for several threads to change at once.
 */
public final class Seed extends SeedElement<Seed> {

    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable SeedText text;
    private final @Nullable Path directory;

    private Seed(Map<String, @Nullable Object> members, @Nullable SeedText text, @Nullable Path directory) {
        super(members);
        this.text = text;
        this.directory = directory;
    }

    private static Seed of(SeedText text, @Nullable Path directory) {
        try {
            return new Seed(text.read(), text, directory);
        } catch (UnreadableTextException e) {
            throw refusal(e);
        }
    }

    private static SeedException refusal(UnreadableTextException e) {
        return e.repeated() == null
                ? SeedException.malformed(e.line(), e.problem())
                : SeedException.at(e.repeated(), e.line(), e.problem());
    }

    /** Returns the seed of an empty world. */
    public static Seed of() {
        return new Seed(new LinkedHashMap<>(), null, null);
    }

    /** Returns the seed of the demo world, which a twin begins with when no seed is given. */
    public static Seed demo() {
        try (InputStream demo = Objects.requireNonNull(Seed.class.getResourceAsStream("demo.json"), "demo.json")) {
            return parse(new String(demo.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a seed file. The files that it names as {@code private_key_file} are looked for in its own directory.
     *
     * @param file YAML if its name ends in {@code .yaml} or {@code .yml}; otherwise as {@link #parse} takes it
     * @throws SeedException if the file is not YAML or JSON, or does not contain an object
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Seed read(Path file) {
        String name = file.toString();
        try {
            String content = Files.readString(file);
            SeedText text = name.endsWith(".yaml") || name.endsWith(".yml")
                    ? new SeedText(content, SeedFormat.YAML)
                    : SeedText.of(content);
            return of(text, file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a seed from a text.
     *
     * @param text JSON if it begins with a brace, otherwise YAML
     * @throws SeedException if the text is not YAML or JSON, or is not an object
     */
    public static Seed parse(String text) {
        return of(SeedText.of(text), null);
    }

    /**
     * Reads a seed from a text that is YAML, even if it begins with a brace.
     *
     * @throws SeedException if the text is not YAML, or is not an object
     */
    public static Seed parseYaml(String text) {
        return of(new SeedText(text, SeedFormat.YAML), null);
    }

    /** Adds a user, by login. */
    public Seed user(String login) {
        return user(login, user -> {});
    }

    /** Adds a user, by login; {@code details} fills it in. */
    public Seed user(String login, Consumer<UserSeed> details) {
        return add("users", new UserSeed(login), details);
    }

    /** Adds users, by their logins. */
    public Seed users(String... logins) {
        List.of(logins).forEach(this::user);
        return this;
    }

    /** Adds an organization, by login; {@code details} fills in the organization and what belongs to it. */
    public Seed organization(String login, Consumer<OrganizationSeed> details) {
        return add("organizations", new OrganizationSeed(login), details);
    }

    /**
     * Adds a public repository.
     *
     * @param fullName owner and name, such as {@code acme/widgets}
     * @throws IllegalArgumentException if there is no owner in it
     */
    public Seed repository(String fullName) {
        return repository(fullName, repository -> {});
    }

    /**
     * Adds a repository.
     *
     * @param fullName owner and name, such as {@code acme/widgets}
     * @param details fills in the repository
     * @throws IllegalArgumentException if there is no owner in {@code fullName}
     */
    public Seed repository(String fullName, Consumer<RepositorySeed> details) {
        return add("repositories", RepositorySeed.named(fullName), details);
    }

    /**
     * Adds a GitHub App.
     *
     * @param slug the name in URLs, which no other app has (R153)
     * @param owner the login of a user or an organization
     * @param details fills in the app and where it is installed
     */
    public Seed app(String slug, String owner, Consumer<AppSeed> details) {
        return add("apps", new AppSeed(slug, owner), details);
    }

    /** Adds an OAuth app, by its client id and client secret. */
    public Seed oauthApp(String clientId, String clientSecret) {
        return oauthApp(clientId, app -> app.secret(clientSecret));
    }

    /** Adds an OAuth app, by its client id; {@code details} fills it in. */
    public Seed oauthApp(String clientId, Consumer<OAuthAppSeed> details) {
        return add("oauth_apps", new OAuthAppSeed(clientId), details);
    }

    /**
     * Adds a classic personal access token.
     *
     * @param token the token itself, such as {@code ghp_olivia}
     * @param user the login of the user whom it speaks for
     * @param scopes its scopes, such as {@code admin:org}; without any it reaches what is public
     */
    public Seed token(String token, String user, String... scopes) {
        return token(token, classic -> classic.user(user).scopes(scopes));
    }

    /** Adds a classic personal access token; {@code details} fills it in. */
    public Seed token(String token, Consumer<TokenSeed> details) {
        return add("tokens", new TokenSeed(token), details);
    }

    /** Adds a token of any kind; {@code details} fills it in. */
    public Seed token(String token, StateTokenKind kind, Consumer<TokenSeed> details) {
        return add("tokens", new TokenSeed(token).with("kind", kind), details);
    }

    /**
     * Adds a code that is exchanged for an app, once and within an hour (R128).
     *
     * @param code the code itself
     * @param owner the login of the account that will own the app
     * @param details fills in the manifest of the app
     */
    public Seed manifestCode(String code, String owner, Consumer<ManifestCodeSeed> details) {
        return add("manifest_codes", new ManifestCodeSeed(code, owner), details);
    }

    /** Sets the user who is signed in to the pages of the manifest flow, by login. Default: nobody. */
    public Seed signedIn(String login) {
        return with("signed_in", login);
    }

    /** Changes the settings of the world; {@code details} begins with those that the seed has so far. */
    public Seed settings(Consumer<SettingsSeed> details) {
        details.accept(new SettingsSeed(map("settings")));
        return this;
    }

    /**
     * Sets the number that the next new thing of a kind gets. Default: one more than the highest there is.
     *
     * @param kind {@code accounts}, {@code teams}, {@code repositories}, {@code hooks}, {@code apps},
     *     {@code installations} or {@code tokens}
     * @param next the number
     */
    public Seed counter(String kind, long next) {
        return put("counters", kind, next);
    }

    /**
     * Returns a copy of this seed as the seed format has it.
     *
     * @return maps, lists, texts, numbers, booleans and null; times and durations are texts in ISO 8601; none of it can
     *     be changed
     */
    public Map<String, @Nullable Object> toMap() {
        return SeedValues.readOnly(members());
    }

    /** Returns this seed as JSON on one line, secrets included, as {@code PUT /_twin/state} takes it. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(members());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and plain values can be written", e);
        }
    }

    /** Returns the directory of the seed file, where files that it names are; empty if the seed is not from a file. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /**
     * Returns the line on which a value, or what is nearest around it, stands in the text that this seed was read from.
     *
     * @param path the path of the value, such as {@code organizations[0].members[2].login}
     * @return the line, counted from 1; 0 if the seed was built in Java, or if that part of it was changed since
     */
    public int line(String path) {
        if (text == null) {
            return 0;
        }
        String member = path.split("[.\\[]", 2)[0];
        boolean asWritten = member.isEmpty()
                || Objects.equals(text.read().get(member), members().get(member));
        return asWritten ? text.line(path) : 0;
    }
}
