package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.WebhooksApi;
import dev.hubtwin.internal.api.model.HookCreate;
import dev.hubtwin.internal.api.model.HookUpdate;
import dev.hubtwin.internal.api.model.OrgHookCreate;
import dev.hubtwin.internal.api.model.OrgHookUpdate;
import dev.hubtwin.internal.api.model.WebhookConfig;
import dev.hubtwin.internal.api.model.WebhookConfigUpdate;
import dev.hubtwin.internal.delivery.HookResponses;
import dev.hubtwin.internal.delivery.Subscriber;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.HookViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.hook.Hook;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The operations of the tag {@code webhooks}. */
public final class WebhooksResource implements WebhooksApi {

    private static final String LIST = "/hooks";

    private final RequestContext exchange;

    public WebhooksResource(RequestContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public ListWebhooksResponse listWebhooks(Integer perPage, Integer page) {
        Page<Long> ids = page(perPage, page);
        return new ListWebhooksResponse.Ok(
                all(ids, views()::ofOrganization), exchange.organizationLinks().pages(ids, LIST));
    }

    @Override
    public ListWebhooksByIdResponse listWebhooksById(Integer perPage, Integer page) {
        Page<Long> ids = page(perPage, page);
        return new ListWebhooksByIdResponse.Ok(
                all(ids, views()::ofOrganization), exchange.organizationLinks().pages(ids, LIST));
    }

    @Override
    public ListRepositoryWebhooksResponse listRepositoryWebhooks(Integer perPage, Integer page) {
        Page<Long> ids = page(perPage, page);
        return new ListRepositoryWebhooksResponse.Ok(all(ids, views()::ofRepository), repositoryLinks(ids));
    }

    @Override
    public ListRepositoryWebhooksByIdResponse listRepositoryWebhooksById(Integer perPage, Integer page) {
        Page<Long> ids = page(perPage, page);
        return new ListRepositoryWebhooksByIdResponse.Ok(all(ids, views()::ofRepository), repositoryLinks(ids));
    }

    private Page<Long> page(int perPage, int page) {
        return Page.of(WebhookRules.list(exchange.named(), exchange.caller()), page, perPage);
    }

    private <T> List<T> all(Page<Long> ids, Function<Hook, T> view) {
        return ids.map(id -> view.apply(exchange.world().hooks().byId().get(id)));
    }

    /** GitHub names a repository by its id there. */
    private String repositoryLinks(Page<Long> ids) {
        return exchange.links(
                ids, "/repositories/" + exchange.named().hookOwner().id() + LIST);
    }

    @Override
    public CreateWebhookResponse createWebhook(OrgHookCreate body) {
        return create(
                WebhookValues.made(body),
                (views, hook) -> new CreateWebhookResponse.Created(views.ofOrganization(hook), views.url(hook)));
    }

    @Override
    public CreateRepositoryWebhookResponse createRepositoryWebhook(HookCreate body) {
        return create(
                WebhookValues.made(body),
                (views, hook) ->
                        new CreateRepositoryWebhookResponse.Created(views.ofRepository(hook), views.url(hook)));
    }

    private <V> V create(WebhookValues values, BiFunction<HookViews, Hook, V> view) {
        return exchange.change(
                named -> WebhookRules.create(named, exchange.caller(), values, exchange.now()),
                (world, hook) -> view.apply(views(world), hook));
    }

    @Override
    public GetWebhookResponse getWebhook() {
        Hook hook = WebhookRules.find(exchange.named());
        return new GetWebhookResponse.Ok(views().ofOrganization(hook), Timestamps.http(hook.updatedAt()));
    }

    @Override
    public GetRepositoryWebhookResponse getRepositoryWebhook() {
        return new GetRepositoryWebhookResponse.Ok(views().ofRepository(WebhookRules.find(exchange.named())));
    }

    @Override
    public UpdateWebhookResponse updateWebhook(OrgHookUpdate body) {
        return update(
                old -> WebhookValues.updated(old, body),
                (views, hook) -> new UpdateWebhookResponse.Ok(views.ofOrganization(hook)));
    }

    @Override
    public UpdateWebhookByPostResponse updateWebhookByPost(OrgHookUpdate body) {
        UpdateWebhookResponse.Ok updated = (UpdateWebhookResponse.Ok) updateWebhook(body);
        return new UpdateWebhookByPostResponse.Ok(updated.body());
    }

    @Override
    public UpdateRepositoryWebhookResponse updateRepositoryWebhook(HookUpdate body) {
        return update(
                old -> WebhookValues.updated(old, body),
                (views, hook) -> new UpdateRepositoryWebhookResponse.Ok(views.ofRepository(hook)));
    }

    @Override
    public UpdateRepositoryWebhookByPostResponse updateRepositoryWebhookByPost(HookUpdate body) {
        UpdateRepositoryWebhookResponse.Ok updated = (UpdateRepositoryWebhookResponse.Ok) updateRepositoryWebhook(body);
        return new UpdateRepositoryWebhookByPostResponse.Ok(updated.body());
    }

    private <V> V update(Function<Hook, WebhookValues> changed, BiFunction<HookViews, Hook, V> view) {
        return exchange.change(
                named -> WebhookRules.update(named, changed, exchange.now()),
                (world, hook) -> view.apply(views(world), hook));
    }

    @Override
    public DeleteWebhookResponse deleteWebhook() {
        return exchange.change(WebhookRules::delete, (world, done) -> new DeleteWebhookResponse.NoContent());
    }

    @Override
    public DeleteRepositoryWebhookResponse deleteRepositoryWebhook() {
        return exchange.change(WebhookRules::delete, (world, done) -> new DeleteRepositoryWebhookResponse.NoContent());
    }

    @Override
    public PingWebhookResponse pingWebhook() {
        return exchange.change(WebhookRules::ping, (world, done) -> new PingWebhookResponse.NoContent());
    }

    @Override
    public PingRepositoryWebhookResponse pingRepositoryWebhook() {
        return exchange.change(WebhookRules::ping, (world, done) -> new PingRepositoryWebhookResponse.NoContent());
    }

    /** Nothing was ever pushed, so there is nothing to send. */
    @Override
    public TestPushWebhookResponse testPushWebhook() {
        return new TestPushWebhookResponse.NoContent();
    }

    @Override
    public GetWebhookConfigForOrgResponse getWebhookConfigForOrg() {
        return new GetWebhookConfigForOrgResponse.Ok(config());
    }

    @Override
    public GetWebhookConfigForRepoResponse getWebhookConfigForRepo() {
        return new GetWebhookConfigForRepoResponse.Ok(config());
    }

    private WebhookConfig config() {
        return HookViews.config(WebhookRules.find(exchange.named()).config());
    }

    @Override
    public UpdateWebhookConfigForOrgResponse updateWebhookConfigForOrg(WebhookConfigUpdate body) {
        return new UpdateWebhookConfigForOrgResponse.Ok(updated(body));
    }

    @Override
    public UpdateWebhookConfigForRepoResponse updateWebhookConfigForRepo(WebhookConfigUpdate body) {
        return new UpdateWebhookConfigForRepoResponse.Ok(updated(body));
    }

    private WebhookConfig updated(WebhookConfigUpdate body) {
        return update(old -> WebhookValues.updated(old, body), (views, hook) -> HookViews.config(hook.config()));
    }

    @Override
    public ListWebhookDeliveriesResponse listWebhookDeliveries(Integer perPage, String cursor) {
        HookDeliveries.CursorPage page = deliveries().page(cursor, perPage);
        return new ListWebhookDeliveriesResponse.Ok(page.items(), page.links());
    }

    @Override
    public ListRepositoryWebhookDeliveriesResponse listRepositoryWebhookDeliveries(Integer perPage, String cursor) {
        HookDeliveries.CursorPage page = deliveries().page(cursor, perPage);
        return new ListRepositoryWebhookDeliveriesResponse.Ok(page.items(), page.links());
    }

    @Override
    public GetWebhookDeliveryResponse getWebhookDelivery(Long deliveryId) {
        return new GetWebhookDeliveryResponse.Ok(deliveries().one(deliveryId));
    }

    @Override
    public GetRepositoryWebhookDeliveryResponse getRepositoryWebhookDelivery(Long deliveryId) {
        return new GetRepositoryWebhookDeliveryResponse.Ok(deliveries().one(deliveryId));
    }

    @Override
    public RedeliverWebhookDeliveryResponse redeliverWebhookDelivery(Long deliveryId) {
        return new RedeliverWebhookDeliveryResponse.Accepted(deliveries().repeat(deliveryId));
    }

    @Override
    public RedeliverRepositoryWebhookDeliveryResponse redeliverRepositoryWebhookDelivery(Long deliveryId) {
        return new RedeliverRepositoryWebhookDeliveryResponse.Accepted(
                deliveries().repeat(deliveryId));
    }

    private HookDeliveries deliveries() {
        return new HookDeliveries(exchange, Subscriber.Lane.of(WebhookRules.find(exchange.named())));
    }

    private HookViews views() {
        return views(exchange.world());
    }

    private HookViews views(World world) {
        HookResponses responses = new HookResponses(exchange.runtime().deliveries());
        return new HookViews(world, exchange.links(), responses::last);
    }
}
