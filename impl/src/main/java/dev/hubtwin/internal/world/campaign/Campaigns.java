package dev.hubtwin.internal.world.campaign;

import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Security campaigns. Their numbers come from {@link Counters}, so none is used twice.
 *
 * @param agendas by organization
 * @param references campaigns by those who manage them, and the repositories that they are about
 */
public record Campaigns(PMap<Long, OrganizationCampaigns> agendas, References<CampaignKey> references) {

    public static final Campaigns NONE = new Campaigns(HashTreePMap.empty(), References.none());

    /** The campaigns of the organization. */
    public OrganizationCampaigns of(long organizationId) {
        return agendas.getOrDefault(organizationId, OrganizationCampaigns.NONE);
    }

    /** Returns this with the campaign in the place of the one with its number. */
    public Campaigns with(Campaign campaign) {
        long organization = campaign.organizationId();
        Campaigns others = without(organization, campaign.number());
        return new Campaigns(
                others.agendas.plus(organization, others.of(organization).with(campaign)),
                others.references.with(CampaignKey.of(campaign), campaign.references()));
    }

    /** Returns this without the campaign (R32). */
    public Campaigns without(long organizationId, int number) {
        OrganizationCampaigns campaigns = of(organizationId);
        return campaigns
                .campaign(number)
                .map(old -> new Campaigns(
                        IndexMaps.put(agendas, organizationId, campaigns.without(number), OrganizationCampaigns.NONE),
                        references.without(CampaignKey.of(old), old.references())))
                .orElse(this);
    }
}
