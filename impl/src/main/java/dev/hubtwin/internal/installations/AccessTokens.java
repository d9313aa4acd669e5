package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The tokens of installations. */
public final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private AccessTokens() {}

    /**
     * Makes a token that lives for an hour (R135 to R141).
     *
     * @param at the installation
     * @param text the token as it will be presented, drawn beforehand
     * @throws ApiException 403 for a suspended installation (R143), 422 if more is asked for than it has
     */
    public static Change<Token> create(World world, Installation at, RequestedAccess asked, String text, Instant now) {
        if (at.suspension() != null) {
            throw ApiException.installationSuspended();
        }
        Grant grant = new Grant.OfInstallation(
                at.id(), asked.permissions(at), asked.repositories(world.repositories(), at, repository -> true));
        World.Drawn drawn = world.draw(Counters.Kind.TOKENS);
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plus(LIFE); // as the answer says, and no later
        Token token = new Token(
                drawn.id(), text, grant, Token.Label.NONE, false, now, now, end.atOffset(ZoneOffset.UTC), null);
        return new Change<>(drawn.world().with(world.tokens().with(token)), token);
    }

    /** Ends a token. */
    static Change<Void> revoke(World world, Token token) {
        return new Change<>(world.with(world.tokens().without(token)), null);
    }
}
