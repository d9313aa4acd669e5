package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which credential a request came with. It says nothing of roles: those are judged on the world that is changed.
 *
 * @param kind the kind of the credential
 * @param token the token, for the kinds that are one
 * @param app the id of the GitHub App whose JSON web token it is
 * @param client the client id that came with its secret
 */
public record Caller(CredentialKind kind, Optional<Token> token, OptionalLong app, Optional<String> client) {

    /** Nobody in particular. */
    public static final Caller ANONYMOUS =
            new Caller(CredentialKind.ANONYMOUS, Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** Who presents a token. */
    public static Caller of(Token token) {
        return new Caller(CredentialKind.of(token.grant()), Optional.of(token), OptionalLong.empty(), Optional.empty());
    }

    static Caller ofApp(long app) {
        return new Caller(CredentialKind.APP, Optional.empty(), OptionalLong.of(app), Optional.empty());
    }

    static Caller ofClient(String client) {
        return new Caller(CredentialKind.CLIENT, Optional.empty(), OptionalLong.empty(), Optional.of(client));
    }

    /** The id of the user for whom the credential acts, if it is one's. */
    public OptionalLong user() {
        return grant() instanceof Grant.OfUser of ? OptionalLong.of(of.userId()) : OptionalLong.empty();
    }

    /** Whether this is a classic or OAuth token with a scope, or with one that contains it. */
    public boolean hasScope(String scope) {
        return OAuthScopes.suffice(scopes(), List.of(scope));
    }

    /** The scopes of a classic or OAuth token; none for any other credential. */
    public List<String> scopes() {
        return grant() instanceof Grant.Scoped scoped ? scoped.scopes() : List.of();
    }

    /** The client id of the OAuth app whose token this is; null for any other credential. */
    public String oauthApp() {
        return grant() instanceof Grant.OAuth oauth ? oauth.clientId() : null;
    }

    /** What the token is and for whom; null where there is no token. */
    public Grant grant() {
        return token.map(Token::grant).orElse(null);
    }
}
