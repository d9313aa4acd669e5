package dev.hubtwin.http;

import dev.hubtwin.world.Grant;
import dev.hubtwin.world.Token;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which credential a request came with. It says nothing of roles: those are judged on the world that is changed.
 *
 * @param kind the kind of the credential
 * @param token the token, for the kinds that are one
 */
public record Caller(Kind kind, Optional<Token> token) {

  /** Nobody in particular. */
  public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, Optional.empty());

  static Caller of(Token token) {
    return new Caller(Kind.of(token.grant()), Optional.of(token));
  }

  /** The id of the user for whom the credential acts, if it is one's. */
  public OptionalLong user() {
    return grant() instanceof Grant.OfUser of ? OptionalLong.of(of.userId()) : OptionalLong.empty();
  }

  /** The scopes of a classic or OAuth token; none for any other credential. */
  List<String> scopes() {
    return grant() instanceof Grant.Scoped scoped ? scoped.scopes() : List.of();
  }

  /** What the token is and for whom; null where there is no token. */
  Grant grant() {
    return token.map(Token::grant).orElse(null);
  }
}
