package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.WebhooksApi;
import dev.hubtwin.internal.api.model.OrgHookCreate;
import dev.hubtwin.internal.api.model.OrgHookUpdate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.HookViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.hook.Hook;
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
    public ListWebhooksResponse listWebhooks(Integer perPage, Integer page) {
        Page<Long> ids = page(perPage, page);
        return new ListWebhooksResponse.Ok(
                views(exchange.world()).all(ids), exchange.organizationLinks().pages(ids, LIST));
    }

    @Override
    public ListWebhooksByIdResponse listWebhooksById(Integer perPage, Integer page) {
        Page<Long> ids = page(perPage, page);
        return new ListWebhooksByIdResponse.Ok(
                views(exchange.world()).all(ids), exchange.organizationLinks().pages(ids, LIST));
    }

    private Page<Long> page(int perPage, int page) {
        return Page.of(WebhookRules.list(exchange.named(), exchange.caller()), page, perPage);
    }

    @Override
    public CreateWebhookResponse createWebhook(OrgHookCreate body) {
        return exchange.change(
                named -> WebhookRules.create(named, exchange.caller(), body, exchange.now()),
                (world, hook) -> new CreateWebhookResponse.Created(
                        views(world).full(hook), views(world).url(hook)));
    }

    @Override
    public GetWebhookResponse getWebhook() {
        Hook hook = WebhookRules.find(exchange.named());
        return new GetWebhookResponse.Ok(views(exchange.world()).full(hook), Timestamps.http(hook.updatedAt()));
    }

    @Override
    public UpdateWebhookResponse updateWebhook(OrgHookUpdate body) {
        return exchange.change(
                named -> WebhookRules.update(named, body, exchange.now()),
                (world, hook) -> new UpdateWebhookResponse.Ok(views(world).full(hook)));
    }

    @Override
    public UpdateWebhookByPostResponse updateWebhookByPost(OrgHookUpdate body) {
        UpdateWebhookResponse.Ok updated = (UpdateWebhookResponse.Ok) updateWebhook(body);
        return new UpdateWebhookByPostResponse.Ok(updated.body());
    }

    @Override
    public DeleteWebhookResponse deleteWebhook() {
        return exchange.change(WebhookRules::delete, (world, done) -> new DeleteWebhookResponse.NoContent());
    }

    @Override
    public PingWebhookResponse pingWebhook() {
        return exchange.change(WebhookRules::ping, (world, done) -> new PingWebhookResponse.NoContent());
    }

    private HookViews views(World world) {
        return new HookViews(world, exchange.links());
    }
}
