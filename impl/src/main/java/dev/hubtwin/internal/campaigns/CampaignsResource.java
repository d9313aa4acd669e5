package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.CampaignsApi;
import dev.hubtwin.internal.api.model.CampaignCreate;
import dev.hubtwin.internal.api.model.CampaignUpdate;
import dev.hubtwin.internal.api.model.SortDirection;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.index.SortedIndex;
import jakarta.inject.Inject;

/** The operations of the tag {@code campaigns}. */
public final class CampaignsResource implements CampaignsApi {

    private static final String LIST = "/campaigns";

    private final RequestContext exchange;
    private final CampaignViews views;

    @Inject
    public CampaignsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new CampaignViews(exchange);
    }

    @Override
    public ListOrgCampaignsResponse listOrgCampaigns(
            String org, Integer page, Integer perPage, String direction, String state, String sort) {
        Page<Campaign> campaigns = page(page, perPage, direction, state, sort);
        return new ListOrgCampaignsResponse.Ok(views.all(campaigns), exchange.linksById(campaigns, LIST));
    }

    @Override
    public ListOrgCampaignsByIdResponse listOrgCampaignsById(
            Long organizationId, Integer page, Integer perPage, String direction, String state, String sort) {
        Page<Campaign> campaigns = page(page, perPage, direction, state, sort);
        return new ListOrgCampaignsByIdResponse.Ok(views.all(campaigns), exchange.linksById(campaigns, LIST));
    }

    private Page<Campaign> page(int number, int size, String direction, String state, String sort) {
        SortedIndex<Campaign> all =
                CampaignRules.list(exchange.world(), exchange.organization().login(), sort, state);
        return SortDirection.of(direction) == SortDirection.ASC
                ? Page.of(all, number, size)
                : Page.descending(all, number, size);
    }

    @Override
    public CreateCampaignResponse createCampaign(String org, CampaignCreate body) {
        return exchange.change(
                world -> CampaignCreation.create(world, org, body, exchange.now(), exchange::judge),
                (world, campaign) -> new CreateCampaignResponse.Ok(views.full(world, campaign)));
    }

    @Override
    public GetCampaignSummaryResponse getCampaignSummary(String org, Long campaignNumber) {
        Campaign campaign = CampaignRules.find(exchange.world(), org, CampaignRules.number(campaignNumber));
        return new GetCampaignSummaryResponse.Ok(views.full(exchange.world(), campaign));
    }

    @Override
    public UpdateCampaignResponse updateCampaign(String org, Long campaignNumber, CampaignUpdate body) {
        return exchange.change(
                world -> CampaignRules.update(world, org, CampaignRules.number(campaignNumber), body, exchange.now()),
                (world, campaign) -> new UpdateCampaignResponse.Ok(views.full(world, campaign)));
    }

    @Override
    public DeleteCampaignResponse deleteCampaign(String org, Long campaignNumber) {
        return exchange.change(
                world -> CampaignRules.delete(world, org, campaignNumber),
                (world, done) -> new DeleteCampaignResponse.NoContent());
    }
}
