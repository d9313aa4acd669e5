package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateLevel;
import java.time.Instant;

/** A token. Which of these it may have depends on its kind; the loader says so. */
public final class TokenSeed extends NumberedSeed<TokenSeed> {

    TokenSeed(String token) {
        with("token", token);
    }

    /** Whom it speaks for. */
    public TokenSeed user(String login) {
        return with("user", login);
    }

    /** How far a classic token or an OAuth app's reaches. */
    public TokenSeed scopes(String... scopes) {
        return add("scopes", (Object[]) scopes);
    }

    /** The OAuth app that it was given to. */
    public TokenSeed oauthApp(String clientId) {
        return with("oauth_app", clientId);
    }

    /** The account whose things a fine-grained token reaches; without it, the user. */
    public TokenSeed resourceOwner(String account) {
        return with("resource_owner", account);
    }

    /** The slug of the GitHub App that it was given to. */
    public TokenSeed app(String slug) {
        return with("app", slug);
    }

    /** The account that a user's token of an app was narrowed to. */
    public TokenSeed target(String account) {
        return with("target", account);
    }

    /** The id of the installation that it is of. */
    public TokenSeed installation(long id) {
        return with("installation", id);
    }

    /** One of its permissions. */
    public TokenSeed permission(String name, StateLevel level) {
        return put("permissions", name, level);
    }

    /** Only these repositories, which go without owner. */
    public TokenSeed repositories(String... names) {
        return add("repositories", (Object[]) names);
    }

    /** When it ends; without it, never. */
    public TokenSeed expiresAt(Instant at) {
        return with("expires_at", at);
    }

    /** It is good for nothing any more. */
    public TokenSeed revoked() {
        return with("revoked", true);
    }
}
