package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.token.Token;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The credentials that are good in a world at a moment.
 *
 * @param now the time of the world
 * @param machine the time of the machine: clients make JSON web tokens by it
 */
public record CredentialResolver(World world, Instant now, Instant machine) {

    /** What GitHub's own tokens begin with: ghp_, gho_, ghu_, ghs_ and github_pat_. */
    private static final String PREFIX = "gh";

    /**
     * Who an {@code Authorization} header is of.
     *
     * @param header the value without white space around it
     * @param onlyApps whether nothing but a JSON web token will do: then what is not a token was meant as one
     * @throws ApiException 401 unless it is a good one, 404 for the JSON web token of no app
     */
    public Caller caller(String header, boolean onlyApps) {
        int space = header.indexOf(' ');
        String presented = header.substring(space + 1).trim();
        String scheme = header.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
        if (scheme.equals("basic")) {
            return ofBasic(presented);
        }
        boolean web = isWebToken(presented, onlyApps);
        if (web && scheme.equals("bearer")) {
            return ofApp(presented);
        }
        if (web && onlyApps) {
            throw AppJwt.undecodable();
        }
        if (!scheme.equals("bearer") && !scheme.equals("token")) {
            throw ApiException.badCredentials();
        }
        return ofToken(presented);
    }

    private boolean isWebToken(String presented, boolean onlyApps) {
        boolean hasItsShape = presented.chars().filter(c -> c == '.').count() == 2;
        boolean isMeant = hasItsShape || onlyApps && !presented.startsWith(PREFIX);
        return isMeant && world.tokens().find(presented).isEmpty();
    }

    private Caller ofApp(String presented) {
        AppJwt token = AppJwt.parse(presented);
        App app = token.issuer(world.apps());
        token.requireSignature(app);
        token.requireTimes(now, machine);
        return Caller.ofApp(app.id());
    }

    private Caller ofToken(String presented) {
        return token(presented).map(Caller::of).orElseThrow(ApiException::badCredentials);
    }

    private Optional<Token> token(String presented) {
        return world.tokens().find(presented).filter(token -> token.isGood(now));
    }

    /**
     * A client id and its secret, or a token in the place of the password; git's clients send it as the user's name
     * with none.
     */
    private Caller ofBasic(String encoded) {
        String pair = decoded(encoded);
        int colon = pair.indexOf(':');
        String name = pair.substring(0, Math.max(colon, 0));
        String password = pair.substring(colon + 1);
        if (world.apps()
                .oauthClient(name)
                .filter(client -> client.hasSecret(password))
                .isPresent()) {
            return Caller.ofClient(name);
        }
        return ofToken(password.isEmpty() ? name : password);
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.badCredentials();
        }
    }
}
