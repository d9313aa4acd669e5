package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.api.model.ScopedTokenCreate;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.auth.RepositoryAccess;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.installations.RequestedAccess;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Accounts;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.repository.CollaboratorAccess;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Grant.Narrowing;
import dev.hubtwin.internal.world.token.Grant.UserToServer;
import dev.hubtwin.internal.world.token.Token;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PMap;

/** User-to-server tokens that are narrowed to an account (R145 to R150). */
final class ScopedTokens {

    private ScopedTokens() {}

    /**
     * Makes a second, narrower token of a user of the named app; the first stays valid, and the second ends with it.
     *
     * @param text the token as it will be presented, drawn beforehand
     * @throws ApiException 404 for a token that is none of the app's, is not good, or is narrowed itself, and for an
     *     account without the app; 403 if the app is suspended there or the user does not reach it; 422 if the body
     *     names no account, or more than the installation has
     */
    static Change<Token> create(PathEntities named, ScopedTokenCreate body, String text, Instant now) {
        World world = named.world();
        App app = named.app().orElseThrow(ApiException::notFound);
        Token first = world.tokens()
                .find(body.accessToken())
                .filter(found -> found.isGood(now) && isWhole(found.grant(), app))
                .orElseThrow(ApiException::notFound);
        long user = ((UserToServer) first.grant()).userId();
        Account target = target(world.accounts(), body);
        Installation at = world.apps().installations().on(app.id(), target.id()).orElseThrow(ApiException::notFound);
        refuseUnlessReached(world, at, user);
        UserToServer grant = new UserToServer(user, app.id(), narrowing(world, at, user, body));
        World.Drawn drawn = world.draw(Counters.Kind.TOKENS);
        Token token = new Token(drawn.id(), text, grant, Token.Label.NONE, false, now, now, first.expiresAt(), null);
        return new Change<>(drawn.world().with(world.tokens().with(token)), token);
    }

    private static boolean isWhole(Grant grant, App app) {
        return grant instanceof UserToServer of && of.appId() == app.id() && of.narrowing() == null;
    }

    /** The account that the body names, by login, by id, or by both. */
    private static Account target(Accounts accounts, ScopedTokenCreate body) {
        if (body.target() == null && body.targetId() == null) {
            throw ApiException.invalidRequest("\"target\" or \"target_id\" wasn't supplied.");
        }
        Optional<Account> found =
                body.target() == null ? accounts.account(body.targetId()) : accounts.account(body.target());
        Account target = found.orElseThrow(ApiException::notFound);
        if (body.targetId() != null && body.targetId() != target.id()) {
            throw ApiException.validationFailed("Authorization", ValidationErrorCode.INVALID, "target_id", null);
        }
        return target;
    }

    private static void refuseUnlessReached(World world, Installation at, long user) {
        if (at.suspension() != null) {
            throw ApiException.installationSuspended();
        }
        long account = at.accountId();
        boolean collaborates = world.repositories()
                .outsiders(account)
                .reach(user)
                .filter(CollaboratorAccess::isOutside)
                .isPresent();
        if (account != user && !world.memberships().roster(account).isMember(user) && !collaborates) {
            throw ApiException.of(403, "Resource not accessible by integration");
        }
    }

    private static Narrowing narrowing(World world, Installation at, long user, ScopedTokenCreate body) {
        RequestedAccess asked = new RequestedAccess(body.repositories(), body.repositoryIds(), body.permissions());
        PMap<String, String> permissions = asked.permissions(at);
        RepositoryChoice selection = asked.repositories(
                world.repositories(),
                at,
                repository -> RepositoryAccess.of(world, user, repository).isPresent());
        return new Narrowing(
                at.accountId(),
                permissions == null ? at.permissions() : permissions,
                selection == null ? RepositoryChoice.ALL : selection);
    }
}
