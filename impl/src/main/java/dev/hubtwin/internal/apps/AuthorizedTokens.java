package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Grant.Authorization;
import dev.hubtwin.internal.world.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens that an app has for its users, as the app itself deals with them. */
final class AuthorizedTokens {

    private AuthorizedTokens() {}

    /**
     * The token that an app names by its text.
     *
     * @throws ApiException 404 for a token that is unknown, not good, or not one of the app that the path names
     */
    static Token find(PathEntities named, String text, Instant now) {
        return named.world()
                .tokens()
                .find(text)
                .filter(token -> token.isGood(now) && isOf(named, token.grant()))
                .orElseThrow(ApiException::notFound);
    }

    private static boolean isOf(PathEntities named, Grant grant) {
        if (!(grant instanceof Grant.OfApp of)) {
            return false;
        }
        Authorization authorization = of.authorization();
        return authorization.appId() == null
                ? named.oauthApp().map(OAuthApp::clientId).equals(Optional.ofNullable(authorization.clientId()))
                : named.app().map(App::id).equals(Optional.of(authorization.appId()));
    }

    /**
     * Puts another token in the place of one.
     *
     * @param drawn the other one's text
     * @throws ApiException as {@link #find}
     */
    static Change<Token> reset(PathEntities named, String text, String drawn, Instant now) {
        World world = named.world();
        Token former = find(named, text, now);
        Token reset = former.presentedAs(drawn, now);
        return new Change<>(world.with(world.tokens().without(former).with(reset)), reset);
    }

    /**
     * Revokes one token.
     *
     * @throws ApiException as {@link #find}
     */
    static Change<Void> revoke(PathEntities named, String text, Instant now) {
        World world = named.world();
        return new Change<>(world.with(world.tokens().without(find(named, text, now))), null);
    }

    /**
     * Revokes every token that the app has for the user of one.
     *
     * @throws ApiException as {@link #find}
     */
    static Change<Void> revokeAll(PathEntities named, String text, Instant now) {
        World world = named.world();
        Authorization authorization = ((Grant.OfApp) find(named, text, now).grant()).authorization();
        World after = world.with(world.tokens().without(authorization));
        List<DomainEvent> events =
                named.app().<DomainEvent>map(app -> WebhookEvents.authorizationRevoked(after, app)).stream()
                        .toList();
        return new Change<>(after, null, events);
    }
}
