package dev.hubtwin.internal.world.campaign;

import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.index.IndexMaps;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Security campaigns, by organization. Their numbers come from {@link Counters}, so none is used twice. */
public record Campaigns(PMap<Long, OrganizationCampaigns> agendas) {

    public static final Campaigns NONE = new Campaigns(HashTreePMap.empty());

    /** The campaigns of the organization. */
    public OrganizationCampaigns of(long organizationId) {
        return agendas.getOrDefault(organizationId, OrganizationCampaigns.NONE);
    }

    /** Returns this with the campaign in the place of the one with its number. */
    public Campaigns with(Campaign campaign) {
        long organization = campaign.organizationId();
        return new Campaigns(agendas.plus(organization, of(organization).with(campaign)));
    }

    /** Returns this without the campaign (R32). */
    public Campaigns without(long organizationId, int number) {
        return new Campaigns(
                IndexMaps.put(agendas, organizationId, of(organizationId).without(number), OrganizationCampaigns.NONE));
    }
}
