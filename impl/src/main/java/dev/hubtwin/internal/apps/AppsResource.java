package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.api.AppsApi;
import dev.hubtwin.internal.api.model.ScopedTokenCreate;
import dev.hubtwin.internal.api.model.TokenPresentation;
import dev.hubtwin.internal.api.model.WebhookConfigUpdate;
import dev.hubtwin.internal.delivery.Subscriber;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.view.HookViews;
import dev.hubtwin.internal.webhooks.HookDeliveries;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;

/** The operations of the tag {@code apps}. */
public final class AppsResource implements AppsApi {

    private final RequestContext exchange;
    private final AppViews views;

    public AppsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(AppViews::new);
    }

    @Override
    public GetAuthenticatedResponse getAuthenticated() {
        App app = AppLookup.find(exchange.world(), id());
        return new GetAuthenticatedResponse.Ok(views.own(app));
    }

    @Override
    public CreateFromManifestResponse createFromManifest() {
        ManifestConversion.manifest(exchange.named(), exchange.now()); // a key is dear: none is drawn for a refusal
        NewApp drawn = NewApp.draw();
        return exchange.change(
                named -> ManifestConversion.convert(named, drawn, exchange.now()),
                (world, app) ->
                        new CreateFromManifestResponse.Created(changed(world).made(app)));
    }

    @Override
    public GetBySlugResponse getBySlug() {
        App app = AppLookup.slugged(
                exchange.named(),
                exchange.caller().kind(),
                exchange.operation().orElseThrow().access());
        return new GetBySlugResponse.Ok(views.full(app));
    }

    @Override
    public ScopeTokenResponse scopeToken(ScopedTokenCreate body) {
        String text = RandomTokens.token("ghu_");
        return exchange.change(
                named -> ScopedTokens.create(named, body, text, exchange.now()),
                (world, made) -> new ScopeTokenResponse.Ok(changed(world).authorized(made)));
    }

    @Override
    public CheckTokenResponse checkToken(TokenPresentation body) {
        return new CheckTokenResponse.Ok(
                views.authorized(AuthorizedTokens.find(exchange.named(), body.accessToken(), exchange.now())));
    }

    @Override
    public ResetTokenResponse resetToken(TokenPresentation body) {
        String text = RandomTokens.token(exchange.named().app().isPresent() ? "ghu_" : "gho_");
        return exchange.change(
                named -> AuthorizedTokens.reset(named, body.accessToken(), text, exchange.now()),
                (world, reset) -> new ResetTokenResponse.Ok(changed(world).authorized(reset)));
    }

    @Override
    public DeleteTokenResponse deleteToken(TokenPresentation body) {
        return exchange.change(
                named -> AuthorizedTokens.revoke(named, body.accessToken(), exchange.now()),
                (world, done) -> new DeleteTokenResponse.NoContent());
    }

    @Override
    public DeleteAuthorizationResponse deleteAuthorization(TokenPresentation body) {
        Token one = AuthorizedTokens.find(exchange.named(), body.accessToken(), exchange.now());
        return exchange.change(
                named -> AuthorizedTokens.revokeAll(named, body.accessToken(), exchange.now()),
                (world, done) -> new DeleteAuthorizationResponse.NoContent(),
                EventSource.ofUser(((Grant.OfUser) one.grant()).userId(), exchange.links()));
    }

    @Override
    public GetWebhookConfigForAppResponse getWebhookConfigForApp() {
        return new GetWebhookConfigForAppResponse.Ok(
                HookViews.config(withWebhook().webhook().config()));
    }

    @Override
    public UpdateWebhookConfigForAppResponse updateWebhookConfigForApp(WebhookConfigUpdate body) {
        return exchange.change(
                named -> AppWebhookRules.update(named.world(), id(), body, exchange.now()),
                (world, config) -> new UpdateWebhookConfigForAppResponse.Ok(HookViews.config(config)));
    }

    @Override
    public ListWebhookDeliveriesResponse listWebhookDeliveries(Integer perPage, String cursor) {
        HookDeliveries.CursorPage page = deliveries().page(cursor, perPage);
        return new ListWebhookDeliveriesResponse.Ok(page.items(), page.links());
    }

    @Override
    public GetWebhookDeliveryResponse getWebhookDelivery(Long deliveryId) {
        return new GetWebhookDeliveryResponse.Ok(deliveries().one(deliveryId));
    }

    @Override
    public RedeliverWebhookDeliveryResponse redeliverWebhookDelivery(Long deliveryId) {
        return new RedeliverWebhookDeliveryResponse.Accepted(deliveries().repeat(deliveryId));
    }

    private HookDeliveries deliveries() {
        return new HookDeliveries(exchange, Subscriber.Lane.of(withWebhook()));
    }

    private App withWebhook() {
        return AppWebhookRules.find(exchange.world(), id());
    }

    private long id() {
        return exchange.caller().app().orElseThrow();
    }

    private AppViews changed(World world) {
        return new AppViews(world, exchange.links());
    }
}
