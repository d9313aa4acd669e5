package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.api.AppsApi;
import dev.hubtwin.internal.api.model.ScopedTokenCreate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.world.app.App;
import jakarta.inject.Inject;

/** The operations of the tag {@code apps}. */
public final class AppsResource implements AppsApi {

    private final RequestContext exchange;
    private final AppViews views;

    @Inject
    public AppsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new AppViews(exchange);
    }

    @Override
    public GetAuthenticatedResponse getAuthenticated() {
        App app = AppLookup.find(exchange.world(), exchange.caller().app().orElseThrow());
        return new GetAuthenticatedResponse.Ok(views.own(app));
    }

    @Override
    public CreateFromManifestResponse createFromManifest(String code) {
        ManifestConversion.find(
                exchange.world(), code, exchange.now()); // a key is dear: none is drawn for a code that is none
        NewApp drawn = NewApp.draw();
        return exchange.change(
                world -> ManifestConversion.convert(world, code, drawn, exchange.now()),
                (world, app) -> new CreateFromManifestResponse.Created(views.made(app)));
    }

    @Override
    public GetBySlugResponse getBySlug(String appSlug) {
        App app = AppLookup.slugged(
                exchange.world(),
                appSlug,
                exchange.caller().kind(),
                exchange.operation().orElseThrow().access());
        return new GetBySlugResponse.Ok(views.full(app));
    }

    @Override
    public ScopeTokenResponse scopeToken(String clientId, ScopedTokenCreate body) {
        String text = RandomTokens.token("ghu_");
        return exchange.change(
                world -> ScopedTokens.create(world, clientId, body, text, exchange.now()),
                (world, made) -> new ScopeTokenResponse.Ok(views.scoped(world, made)));
    }
}
