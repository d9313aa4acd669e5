package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.OAuthClient;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import dev.hubtwin.internal.world.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.pcollections.TreePVector;

/** The tokens that users get by signing in. */
final class UserTokens {

    /** How long a token of a GitHub App is good, if it expires. */
    static final Duration LIFE = Duration.ofHours(8);

    /** How long it can be refreshed. */
    static final Duration REFRESHABLE = Duration.ofDays(184);

    private static final int MOST = 10;
    private static final int REFRESH_LENGTH = 76;

    private UserTokens() {}

    /** What of a token nobody can guess. */
    record Draw(String token, String refresh) {

        static Draw of(OAuthClient client) {
            return new Draw(
                    RandomTokens.token(client.app() == null ? "gho_" : "ghu_"),
                    RandomTokens.token("ghr_", REFRESH_LENGTH));
        }
    }

    /**
     * Makes a token of a user for an app. Of the same scopes there are ten at most: the oldest goes.
     *
     * @param scopes none for a GitHub App
     */
    static Change<Token> issue(
            World world, OAuthClient client, long user, List<String> scopes, Draw drawn, Instant now) {
        Grant.OfApp grant = client.app() == null
                ? new Grant.OAuth(user, TreePVector.from(scopes), client.id())
                : new Grant.UserToServer(user, client.app().id(), null);
        boolean expires = client.app() != null && client.app().signIn().expiring();
        Instant moment = now.truncatedTo(ChronoUnit.SECONDS);
        World.Drawn id = world.draw(Counters.Kind.TOKENS);
        Token token = new Token(
                id.id(),
                drawn.token(),
                grant,
                Token.Label.NONE,
                false,
                now,
                now,
                expires ? moment.plus(LIFE).atOffset(ZoneOffset.UTC) : null,
                expires ? new Token.Refresh(drawn.refresh(), moment.plus(REFRESHABLE)) : null);
        Tokens others = withoutOldest(world.tokens(), grant);
        return new Change<>(id.world().with(others.with(token)), token);
    }

    private static Tokens withoutOldest(Tokens tokens, Grant.OfApp grant) {
        List<Token> alike = tokens.of(grant.authorization()).stream()
                .filter(token -> token.grant().equals(grant))
                .sorted(Comparator.comparing(Token::createdAt).thenComparing(Token::id))
                .toList();
        Tokens fewer = tokens;
        for (Token old : alike.subList(0, Math.max(0, alike.size() - MOST + 1))) {
            fewer = fewer.without(old);
        }
        return fewer;
    }

    /**
     * Makes a token in the place of one that can be refreshed; that and what refreshed it are good no more.
     *
     * @throws OAuthRefusal if the text refreshes no token of the app, or not any longer
     */
    static Change<Token> refresh(World world, OAuthClient client, String text, Draw drawn, Instant now) {
        Token former = world.tokens()
                .refreshedBy(text)
                .filter(token ->
                        !token.revoked() && now.isBefore(token.refresh().expiresAt()))
                .filter(token -> isOf(token.grant(), client))
                .orElseThrow(OAuthRefusal::badRefreshToken);
        long user = ((Grant.OfApp) former.grant()).userId();
        return issue(world.with(world.tokens().without(former)), client, user, List.of(), drawn, now);
    }

    private static boolean isOf(Grant grant, OAuthClient client) {
        return client.app() != null
                && grant instanceof Grant.UserToServer of
                && of.appId() == client.app().id();
    }
}
