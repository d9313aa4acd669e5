package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.WebhooksApi;
import dev.hubtwin.internal.api.model.OrgHookCreate;
import dev.hubtwin.internal.api.model.OrgHookUpdate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.HookViews;
import dev.hubtwin.internal.world.World;
import jakarta.inject.Inject;

/** The operations of the tag {@code webhooks}. */
public final class WebhooksResource implements WebhooksApi {

    private static final String LIST = "/hooks";

    private final RequestContext exchange;

    @Inject
    public WebhooksResource(RequestContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public ListWebhooksResponse listWebhooks(String org, Integer perPage, Integer page) {
        Page<Long> ids = Page.of(WebhookRules.list(exchange.world(), maker()), page, perPage);
        return new ListWebhooksResponse.Ok(views(exchange.world()).all(ids), exchange.linksById(ids, LIST));
    }

    @Override
    public ListWebhooksByIdResponse listWebhooksById(Long organizationId, Integer perPage, Integer page) {
        Page<Long> ids = Page.of(WebhookRules.list(exchange.world(), maker()), page, perPage);
        return new ListWebhooksByIdResponse.Ok(views(exchange.world()).all(ids), exchange.linksById(ids, LIST));
    }

    @Override
    public CreateWebhookResponse createWebhook(String org, OrgHookCreate body) {
        return exchange.change(
                world -> WebhookRules.create(world, maker(), exchange.caller().user(), body, exchange.now()),
                (world, hook) -> new CreateWebhookResponse.Created(
                        views(world).full(hook), views(world).url(hook)));
    }

    @Override
    public GetWebhookResponse getWebhook(String org, Long hookId) {
        return new GetWebhookResponse.Ok(
                views(exchange.world()).full(WebhookRules.find(exchange.world(), maker(), hookId)));
    }

    @Override
    public UpdateWebhookResponse updateWebhook(String org, Long hookId, OrgHookUpdate body) {
        return exchange.change(
                world -> WebhookRules.update(world, maker(), hookId, body, exchange.now()),
                (world, hook) -> new UpdateWebhookResponse.Ok(views(world).full(hook)));
    }

    @Override
    public DeleteWebhookResponse deleteWebhook(String org, Long hookId) {
        return exchange.change(
                world -> WebhookRules.delete(world, maker(), hookId),
                (world, done) -> new DeleteWebhookResponse.NoContent());
    }

    @Override
    public PingWebhookResponse pingWebhook(String org, Long hookId) {
        return exchange.change(
                world -> WebhookRules.ping(world, maker(), hookId),
                (world, done) -> new PingWebhookResponse.NoContent());
    }

    private WebhookRules.Maker maker() {
        return WebhookRules.Maker.of(exchange.organization(), exchange.caller());
    }

    private HookViews views(World world) {
        return new HookViews(world, exchange.links());
    }
}
