package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateLevel;
import java.time.Instant;

/** A token. Which members it may have depends on its kind; one that does not fit is refused. */
public final class TokenSeed extends NumberedSeed<TokenSeed> {

    TokenSeed(String token) {
        with("token", token);
    }

    /** Sets the user whom the token speaks for, by login. Every kind has one, except installation tokens. */
    public TokenSeed user(String login) {
        return with("user", login);
    }

    /** Adds scopes, such as {@code read:org}, to a classic token or a token of an OAuth app. Default: none. */
    public TokenSeed scopes(String... scopes) {
        return add("scopes", (Object[]) scopes);
    }

    /** Sets the OAuth app that the token was given to, by its client id. */
    public TokenSeed oauthApp(String clientId) {
        return with("oauth_app", clientId);
    }

    /** Sets the account whose resources a fine-grained token reaches, by login. Default: the user. */
    public TokenSeed resourceOwner(String account) {
        return with("resource_owner", account);
    }

    /** Sets the GitHub App that a user-to-server token was given to, by its slug. */
    public TokenSeed app(String slug) {
        return with("app", slug);
    }

    /** Sets the account that a user-to-server token was narrowed to, by login (R149). Default: it is not narrowed. */
    public TokenSeed target(String account) {
        return with("target", account);
    }

    /** Sets the installation that an installation token belongs to, by its id. */
    public TokenSeed installation(long id) {
        return with("installation", id);
    }

    /** Adds a permission, such as {@code members}, and its level. */
    public TokenSeed permission(String name, StateLevel level) {
        return put("permissions", name, level);
    }

    /** Limits the token to repositories, by their names without owner. Default: it reaches all that it can. */
    public TokenSeed repositories(String... names) {
        return add("repositories", (Object[]) names);
    }

    /** Sets when the token expires. Default: never. */
    public TokenSeed expiresAt(Instant at) {
        return with("expires_at", at);
    }

    /** Sets what a user-to-server token is refreshed with, and until when. Default: it cannot be refreshed. */
    public TokenSeed refreshToken(String token, Instant until) {
        return with("refresh_token", token).with("refresh_token_expires_at", until);
    }

    /** Revokes the token, so that it gets 401. Default: it is valid. */
    public TokenSeed revoked() {
        return with("revoked", true);
    }
}
