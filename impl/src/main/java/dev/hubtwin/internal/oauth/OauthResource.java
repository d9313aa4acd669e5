package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.api.OauthApi;
import dev.hubtwin.internal.api.model.OauthAccessToken;
import dev.hubtwin.internal.api.model.OauthAccessTokenCreate;
import dev.hubtwin.internal.api.model.OauthDeviceCode;
import dev.hubtwin.internal.api.model.OauthDeviceCodeCreate;
import dev.hubtwin.internal.api.model.OauthTokenType;
import dev.hubtwin.internal.api.model.OauthUnknownClient;
import dev.hubtwin.internal.auth.OAuthScopes;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.signin.DeviceAuthorization;
import dev.hubtwin.internal.world.app.OAuthClient;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The operations of the tag {@code oauth}. */
public final class OauthResource implements OauthApi {

    private static final OauthUnknownClient UNKNOWN = new OauthUnknownClient("Not Found");
    private static final int DEVICE_DIGITS = 40;
    private static final String USER_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private final RequestContext exchange;

    public OauthResource(RequestContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public CreateAccessTokenResponse createAccessToken(OauthAccessTokenCreate body) {
        Optional<OAuthClient> client = client(body.clientId());
        if (client.isEmpty()) {
            return new CreateAccessTokenResponse.NotFound(UNKNOWN);
        }
        try {
            return new CreateAccessTokenResponse.Ok(view(new TokenExchange(exchange, client.get(), body).token()));
        } catch (OAuthRefusal refusal) {
            return new CreateAccessTokenResponse.Ok(refusal.body());
        }
    }

    @Override
    public CreateDeviceCodeResponse createDeviceCode(OauthDeviceCodeCreate body) {
        Optional<OAuthClient> client = client(body.clientId());
        if (client.isEmpty()) {
            return new CreateDeviceCodeResponse.NotFound(UNKNOWN);
        }
        List<String> scopes = client.get().app() == null ? OAuthScopes.parse(body.scope()) : List.of();
        DeviceAuthorization device = DeviceAuthorization.begin(
                RandomTokens.hex(DEVICE_DIGITS),
                RandomTokens.text(USER_LETTERS, 4) + "-" + RandomTokens.text(USER_LETTERS, 4),
                client.get().id(),
                scopes,
                exchange.now());
        exchange.runtime().signIns().add(device);
        return new CreateDeviceCodeResponse.Ok(new OauthDeviceCode(
                device.deviceCode(),
                device.userCode(),
                exchange.links().html("/login/device"),
                Math.toIntExact(DeviceAuthorization.LIFE.toSeconds()),
                Math.toIntExact(device.interval().toSeconds())));
    }

    /** The app that a client id in the body means; without one, the one of the credential. */
    private Optional<OAuthClient> client(String id) {
        return Optional.ofNullable(id)
                .or(() -> exchange.caller().client())
                .flatMap(exchange.world().apps()::oauthClient);
    }

    private static OauthAccessToken view(Token token) {
        OauthAccessToken.Builder view = OauthAccessToken.builder()
                .accessToken(token.text())
                .tokenType(OauthTokenType.BEARER)
                .scope(token.grant() instanceof Grant.Scoped scoped ? String.join(",", scoped.scopes()) : "");
        if (token.refresh() != null) {
            view.expiresIn(seconds(UserTokens.LIFE))
                    .refreshToken(token.refresh().text())
                    .refreshTokenExpiresIn(seconds(UserTokens.REFRESHABLE));
        }
        return view.build();
    }

    private static Integer seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
