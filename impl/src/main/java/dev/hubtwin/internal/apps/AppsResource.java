package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.api.AppsApi;
import dev.hubtwin.internal.api.model.ScopedTokenCreate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import jakarta.inject.Inject;

/** The operations of the tag {@code apps}. */
public final class AppsResource implements AppsApi {

    private final RequestContext exchange;
    private final AppViews views;

    @Inject
    public AppsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(AppViews::new);
    }

    @Override
    public GetAuthenticatedResponse getAuthenticated() {
        App app = AppLookup.find(exchange.world(), exchange.caller().app().orElseThrow());
        return new GetAuthenticatedResponse.Ok(views.own(app));
    }

    @Override
    public CreateFromManifestResponse createFromManifest() {
        ManifestConversion.find(
                exchange.named(), exchange.now()); // a key is dear: none is drawn for a code that is none
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
                (world, made) -> new ScopeTokenResponse.Ok(changed(world).scoped(made)));
    }

    private AppViews changed(World world) {
        return new AppViews(world, exchange.links());
    }
}
