package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.CampaignsApi;
import dev.hubtwin.internal.api.model.CampaignCreate;
import dev.hubtwin.internal.api.model.CampaignSummary;
import dev.hubtwin.internal.api.model.CampaignUpdate;
import dev.hubtwin.internal.api.model.SortDirection;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.index.SortedIndex;

/** The operations of the tag {@code campaigns}. */
public final class CampaignsResource implements CampaignsApi {

    private static final String LIST = "/campaigns";

    private final RequestContext exchange;
    private final CampaignViews views;

    public CampaignsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(CampaignViews::new);
    }

    @Override
    public ListOrgCampaignsResponse listOrgCampaigns(
            Integer page, Integer perPage, String direction, String state, String sort) {
        Page<Campaign> campaigns = page(page, perPage, direction, state, sort);
        return new ListOrgCampaignsResponse.Ok(
                views.all(campaigns), exchange.organizationLinks().pages(campaigns, LIST));
    }

    @Override
    public ListOrgCampaignsByIdResponse listOrgCampaignsById(
            Integer page, Integer perPage, String direction, String state, String sort) {
        Page<Campaign> campaigns = page(page, perPage, direction, state, sort);
        return new ListOrgCampaignsByIdResponse.Ok(
                views.all(campaigns), exchange.organizationLinks().pages(campaigns, LIST));
    }

    private Page<Campaign> page(int number, int size, String direction, String state, String sort) {
        SortedIndex<Campaign> all = CampaignRules.list(exchange.named(), sort, state);
        return SortDirection.of(direction) == SortDirection.ASC
                ? Page.of(all, number, size)
                : Page.descending(all, number, size);
    }

    @Override
    public CreateCampaignResponse createCampaign(CampaignCreate body) {
        return exchange.change(
                named -> CampaignCreation.create(named, body, exchange.now(), exchange::requirePermission),
                (world, campaign) -> new CreateCampaignResponse.Ok(changed(world, campaign)));
    }

    @Override
    public GetCampaignSummaryResponse getCampaignSummary() {
        return new GetCampaignSummaryResponse.Ok(views.full(CampaignRules.findNumbered(exchange.named())));
    }

    @Override
    public UpdateCampaignResponse updateCampaign(CampaignUpdate body) {
        return exchange.change(
                named -> CampaignRules.update(named, body, exchange.now()),
                (world, campaign) -> new UpdateCampaignResponse.Ok(changed(world, campaign)));
    }

    @Override
    public DeleteCampaignResponse deleteCampaign() {
        return exchange.change(CampaignRules::delete, (world, done) -> new DeleteCampaignResponse.NoContent());
    }

    private CampaignSummary changed(World world, Campaign campaign) {
        return new CampaignViews(world, exchange.links()).full(campaign);
    }
}
