package dev.hubtwin.internal.world.token;

import dev.hubtwin.internal.world.index.IndexMaps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Tokens, looked up by the SHA-256 of what is presented: how long it takes tells nothing about the tokens there are.
 *
 * @param byHash tokens by the hash of their text
 * @param byInstallation hashes of the tokens of each installation
 */
public record Tokens(PMap<String, Token> byHash, PMap<Long, PSet<String>> byInstallation) {

    public static final Tokens NONE = new Tokens(HashTreePMap.empty(), HashTreePMap.empty());

    /** The token whose text is {@code presented}, expired and revoked ones too. */
    public Optional<Token> find(String presented) {
        return Optional.ofNullable(byHash.get(hash(presented)));
    }

    /** All of them, in no order. */
    public Collection<Token> all() {
        return byHash.values();
    }

    /** Returns this with the token in the place of the one with its text. */
    public Tokens with(Token token) {
        String hash = hash(token.text());
        Tokens others = without(hash);
        return new Tokens(
                others.byHash.plus(hash, token),
                token.grant() instanceof Grant.OfInstallation of
                        ? IndexMaps.add(others.byInstallation, of.installationId(), hash)
                        : others.byInstallation);
    }

    /** Returns this without the tokens of the installation. */
    public Tokens withoutInstallation(long installationId) {
        Tokens changed = this;
        for (String hash : byInstallation.getOrDefault(installationId, HashTreePSet.empty())) {
            changed = changed.without(hash);
        }
        return changed;
    }

    private Tokens without(String hash) {
        Token old = byHash.get(hash);
        return old == null
                ? this
                : new Tokens(
                        byHash.minus(hash),
                        old.grant() instanceof Grant.OfInstallation of
                                ? IndexMaps.remove(byInstallation, of.installationId(), hash)
                                : byInstallation);
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
