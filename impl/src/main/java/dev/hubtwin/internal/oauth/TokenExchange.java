package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.api.model.OauthAccessTokenCreate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.oauth.UserTokens.Draw;
import dev.hubtwin.internal.signin.AuthorizationCode;
import dev.hubtwin.internal.signin.DeviceAuthorization;
import dev.hubtwin.internal.signin.SignIns;
import dev.hubtwin.internal.world.app.OAuthClient;
import dev.hubtwin.internal.world.token.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Exchanges what an app has for a token of a user: the code of a browser or of a device, or a refresh token. */
record TokenExchange(RequestContext exchange, OAuthClient client, OauthAccessTokenCreate asked) {

    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /**
     * Makes the token.
     *
     * @throws OAuthRefusal if there is none to be had
     */
    Token token() {
        String type = asked.grantType() == null ? "authorization_code" : asked.grantType();
        return switch (type) {
            case DEVICE_GRANT -> ofDevice();
            case "authorization_code" -> ofCode();
            case "refresh_token" -> refreshed();
            default -> throw OAuthRefusal.unsupportedGrantType();
        };
    }

    private void requireSecret() {
        boolean basic = exchange.caller().client().filter(client.id()::equals).isPresent();
        if (!basic && (asked.clientSecret() == null || !client.hasSecret(asked.clientSecret()))) {
            throw OAuthRefusal.incorrectClientCredentials();
        }
    }

    private Token ofCode() {
        requireSecret();
        AuthorizationCode code = Optional.ofNullable(asked.code())
                .flatMap(signIns()::redeem)
                .filter(found -> found.isFor(client.id(), exchange.now()))
                .orElseThrow(OAuthRefusal::badVerificationCode);
        if (asked.redirectUri() != null
                && RedirectUris.of(client, asked.redirectUri())
                        .filter(code.redirectUri()::equals)
                        .isEmpty()) {
            throw OAuthRefusal.redirectUriMismatch();
        }
        if (code.challenge().filter(challenge -> !isAnswered(challenge)).isPresent()) {
            throw OAuthRefusal.badVerificationCode();
        }
        Draw drawn = Draw.of(client);
        return exchange.change(
                named -> UserTokens.issue(named.world(), client, code.userId(), code.scopes(), drawn, exchange.now()),
                (world, token) -> token);
    }

    private boolean isAnswered(String challenge) {
        if (asked.codeVerifier() == null) {
            return false;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(asked.codeVerifier().getBytes(StandardCharsets.US_ASCII));
            return challenge.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Token ofDevice() {
        SignIns.Inquiry told = Optional.ofNullable(asked.deviceCode())
                .flatMap(code -> signIns().inquire(code, client.id(), exchange.now()))
                .orElseThrow(OAuthRefusal::incorrectDeviceCode);
        DeviceAuthorization device = told.device();
        if (!device.isGood(exchange.now())) {
            throw OAuthRefusal.expiredToken();
        }
        if (told.hasty()) {
            throw OAuthRefusal.slowDown(device.interval().toSeconds());
        }
        return switch (device.decision()) {
            case PENDING -> throw OAuthRefusal.authorizationPending();
            case DENIED -> throw OAuthRefusal.deviceDenied();
            case APPROVED -> {
                Draw drawn = Draw.of(client);
                yield exchange.change(
                        named -> UserTokens.issue(
                                named.world(),
                                client,
                                device.user().orElseThrow(),
                                device.scopes(),
                                drawn,
                                exchange.now()),
                        (world, token) -> token);
            }
        };
    }

    private Token refreshed() {
        requireSecret();
        String text = asked.refreshToken() == null ? "" : asked.refreshToken();
        Draw drawn = Draw.of(client);
        return exchange.change(
                named -> UserTokens.refresh(named.world(), client, text, drawn, exchange.now()),
                (world, token) -> token);
    }

    private SignIns signIns() {
        return exchange.runtime().signIns();
    }
}
