package dev.hubtwin.webhooks;

import dev.hubtwin.api.WebhooksApi;
import dev.hubtwin.api.model.OrgHookCreate;
import dev.hubtwin.api.model.OrgHookUpdate;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Page;
import dev.hubtwin.world.World;
import jakarta.inject.Inject;

/** The operations of the tag {@code webhooks}. */
public final class WebhooksResource implements WebhooksApi {

  private static final String LIST = "/hooks";

  private final Exchange exchange;

  @Inject
  public WebhooksResource(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public ListWebhooksResponse listWebhooks(String org, Integer perPage, Integer page) {
    Page<Long> ids = Page.of(Webhooks.list(exchange.world(), maker()), page, perPage);
    return new ListWebhooksResponse.Ok(views(exchange.world()).all(ids), exchange.linksById(ids, LIST));
  }

  @Override
  public ListWebhooksByIdResponse listWebhooksById(Long organizationId, Integer perPage, Integer page) {
    Page<Long> ids = Page.of(Webhooks.list(exchange.world(), maker()), page, perPage);
    return new ListWebhooksByIdResponse.Ok(views(exchange.world()).all(ids), exchange.linksById(ids, LIST));
  }

  @Override
  public CreateWebhookResponse createWebhook(String org, OrgHookCreate body) {
    return exchange.change(
        world -> Webhooks.create(world, maker(), exchange.caller().user(), body, exchange.now()),
        (world, hook) -> new CreateWebhookResponse.Created(views(world).full(hook), views(world).url(hook)));
  }

  @Override
  public GetWebhookResponse getWebhook(String org, Long hookId) {
    return new GetWebhookResponse.Ok(views(exchange.world()).full(Webhooks.find(exchange.world(), maker(), hookId)));
  }

  @Override
  public UpdateWebhookResponse updateWebhook(String org, Long hookId, OrgHookUpdate body) {
    return exchange.change(
        world -> Webhooks.update(world, maker(), hookId, body, exchange.now()),
        (world, hook) -> new UpdateWebhookResponse.Ok(views(world).full(hook)));
  }

  @Override
  public DeleteWebhookResponse deleteWebhook(String org, Long hookId) {
    return exchange.change(
        world -> Webhooks.delete(world, maker(), hookId),
        (world, done) -> new DeleteWebhookResponse.NoContent());
  }

  @Override
  public PingWebhookResponse pingWebhook(String org, Long hookId) {
    return exchange.change(
        world -> Webhooks.ping(world, maker(), hookId),
        (world, done) -> new PingWebhookResponse.NoContent());
  }

  private Webhooks.Maker maker() {
    return Webhooks.Maker.of(exchange.organization(), exchange.caller());
  }

  private HookViews views(World world) {
    return new HookViews(world, exchange.links());
  }
}
