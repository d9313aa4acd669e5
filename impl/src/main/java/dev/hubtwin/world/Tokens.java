package dev.hubtwin.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Tokens, looked up by the SHA-256 of what is presented: how long it takes tells nothing about the tokens there are.
 *
 * @param byHash tokens by the hash of their text
 */
public record Tokens(PMap<String, Token> byHash) {

  static final Tokens NONE = new Tokens(HashTreePMap.empty());

  /** The token whose text is {@code presented}, expired and revoked ones too. */
  public Optional<Token> find(String presented) {
    return Optional.ofNullable(byHash.get(hash(presented)));
  }

  /** All of them, in no order. */
  public Collection<Token> all() {
    return byHash.values();
  }

  /** This with the token in the place of the one with its text. */
  public Tokens with(Token token) {
    return new Tokens(byHash.plus(hash(token.text()), token));
  }

  /** The SHA-256 of a token's text as 64 hexadecimal digits: {@code hashed_token} in bodies. */
  public static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
