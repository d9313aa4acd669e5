package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.auth.OAuthScopes;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.signin.AuthorizationCode;
import dev.hubtwin.internal.signin.SignIns;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.OAuthClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an app asks of a user whom it sends to {@code /login/oauth/authorize}.
 *
 * @param redirectUri where the browser goes next
 * @param scopes none for a GitHub App
 * @param state comes back as it is; null without one
 * @param challenge what the code's verifier is to hash to, if the app asks for that
 */
public record AuthorizationRequest(
        OAuthClient client, String redirectUri, List<String> scopes, String state, Optional<String> challenge) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int CODE_DIGITS = 20;

    /**
     * The parameters of the address as they came; each may be null.
     *
     * @param method how the challenge hashes
     */
    public record Parameters(
            String clientId, String redirectUri, String scope, String state, String challenge, String method) {}

    /** Where the browser goes because what the app asks cannot be; with the error that says why. */
    public static final class Misdirected extends Exception {

        private static final long serialVersionUID = 1L;

        private final String location;

        private Misdirected(String location) {
            super(location, null, false, false);
            this.location = location;
        }

        /** An address of the app itself. */
        public String location() {
            return location;
        }
    }

    /**
     * Reads what an app asks.
     *
     * @throws ApiException 404 if there is no such app; 422 if there is no address to send the browser to, or a
     *     challenge that is none
     * @throws Misdirected if the address is not one of the app's
     */
    public static AuthorizationRequest read(World world, Parameters asked) throws Misdirected {
        OAuthClient client = Optional.ofNullable(asked.clientId())
                .flatMap(world.apps()::oauthClient)
                .orElseThrow(ApiException::notFound);
        Optional<String> address = RedirectUris.of(client, asked.redirectUri());
        if (address.isEmpty()) {
            String own = RedirectUris.first(client)
                    .orElseThrow(() -> ApiException.of(422, "The app has no address that a browser could be sent to."));
            throw new Misdirected(back(own, OAuthRefusal.redirectUriMismatch(), asked.state()));
        }
        List<String> scopes = client.app() == null ? OAuthScopes.parse(asked.scope()) : List.of();
        return new AuthorizationRequest(client, address.get(), scopes, asked.state(), challenge(asked));
    }

    private static Optional<String> challenge(Parameters asked) {
        if (asked.challenge() == null || asked.challenge().isEmpty()) {
            return Optional.empty();
        }
        if (!"S256".equals(asked.method())
                || !CHALLENGE.matcher(asked.challenge()).matches()) {
            throw ApiException.of(422, "A code_challenge has 43 characters, and its code_challenge_method is S256.");
        }
        return Optional.of(asked.challenge());
    }

    /**
     * Approves.
     *
     * @param user who does
     * @return where the browser goes, with a code
     */
    public String approve(SignIns signIns, long user, Instant now) {
        String code = RandomTokens.hex(CODE_DIGITS);
        signIns.add(new AuthorizationCode(code, client.id(), user, scopes, redirectUri, challenge, now));
        return HttpUrls.with(HttpUrls.with(redirectUri, "code", code), "state", state);
    }

    /** Refuses; returns where the browser goes, with the error that says so. */
    public String deny() {
        return back(redirectUri, OAuthRefusal.accessDenied(), state);
    }

    private static String back(String address, OAuthRefusal refusal, String state) {
        String error = HttpUrls.with(address, "error", refusal.error());
        String described = HttpUrls.with(error, "error_description", refusal.getMessage());
        return HttpUrls.with(HttpUrls.with(described, "error_uri", refusal.uri()), "state", state);
    }
}
