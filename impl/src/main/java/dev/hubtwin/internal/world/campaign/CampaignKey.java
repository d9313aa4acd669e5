package dev.hubtwin.internal.world.campaign;

/** What finds a campaign. */
public record CampaignKey(long organizationId, int number) {

    static CampaignKey of(Campaign campaign) {
        return new CampaignKey(campaign.organizationId(), campaign.number());
    }
}
