package dev.hubtwin.internal.world.token;

import dev.hubtwin.internal.text.Sha256;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.token.Grant.Authorization;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Tokens, looked up by the SHA-256 of what is presented: how long it takes tells nothing about the tokens there are.
 *
 * @param byHash tokens by the hash of their text
 * @param byId hashes by the id
 * @param references hashes by what the tokens are of, and for whom
 * @param byAuthorization hashes of the tokens of each app for each user
 * @param byRefreshToken hashes of tokens by the hash of what refreshes them
 */
public record Tokens(
        PMap<String, Token> byHash,
        PMap<Long, String> byId,
        References<String> references,
        PMap<Authorization, PSet<String>> byAuthorization,
        PMap<String, String> byRefreshToken) {

    public static final Tokens NONE = new Tokens(
            HashTreePMap.empty(), HashTreePMap.empty(), References.none(), HashTreePMap.empty(), HashTreePMap.empty());

    /** The token whose text is {@code presented}, expired and revoked ones too. */
    public Optional<Token> find(String presented) {
        return Optional.ofNullable(byHash.get(hash(presented)));
    }

    /** The token that {@code presented} refreshes, expired or not. */
    public Optional<Token> refreshedBy(String presented) {
        return Optional.ofNullable(byRefreshToken.get(hash(presented))).map(byHash::get);
    }

    /** The tokens that an app has for a user, in no order. */
    public List<Token> of(Authorization authorization) {
        return byAuthorization.getOrDefault(authorization, HashTreePSet.empty()).stream()
                .map(byHash::get)
                .toList();
    }

    /** All of them, in no order. */
    public Collection<Token> all() {
        return byHash.values();
    }

    /** Returns this with the token in the place of the one with its text. */
    public Tokens with(Token token) {
        String hash = hash(token.text());
        Tokens others = without(hash);
        Grant grant = token.grant();
        return new Tokens(
                others.byHash.plus(hash, token),
                others.byId.plus(token.id(), hash),
                others.references.with(hash, grant.references()),
                grant instanceof Grant.OfApp of
                        ? IndexMaps.add(others.byAuthorization, of.authorization(), hash)
                        : others.byAuthorization,
                token.refresh() == null
                        ? others.byRefreshToken
                        : others.byRefreshToken.plus(hash(token.refresh().text()), hash));
    }

    /** Returns this without the token. */
    public Tokens without(Token token) {
        return without(hash(token.text()));
    }

    /** Returns this without the tokens of the installation. */
    public Tokens withoutInstallation(long installationId) {
        return without(references.to(Reference.Kind.INSTALLATION, installationId));
    }

    /** Returns this without the tokens that an app has for a user. */
    public Tokens without(Authorization authorization) {
        return without(byAuthorization.getOrDefault(authorization, HashTreePSet.empty()));
    }

    private Tokens without(Collection<String> hashes) {
        Tokens changed = this;
        for (String hash : hashes) {
            changed = changed.without(hash);
        }
        return changed;
    }

    /** Returns this without the token whose text has the hash. */
    public Tokens without(String hash) {
        Token old = byHash.get(hash);
        if (old == null) {
            return this;
        }
        Grant grant = old.grant();
        return new Tokens(
                byHash.minus(hash),
                byId.minus(old.id()),
                references.without(hash, grant.references()),
                grant instanceof Grant.OfApp of
                        ? IndexMaps.remove(byAuthorization, of.authorization(), hash)
                        : byAuthorization,
                old.refresh() == null
                        ? byRefreshToken
                        : byRefreshToken.minus(hash(old.refresh().text())));
    }

    /** The SHA-256 of a token's text as 64 hexadecimal digits: {@code hashed_token} in bodies. */
    public static String hash(String text) {
        return Sha256.hex(text);
    }
}
