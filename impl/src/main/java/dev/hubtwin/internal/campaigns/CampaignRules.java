package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.model.CampaignUpdate;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.campaign.OrganizationCampaigns;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;

/** The rules of campaigns. Drafts are not there for any of them (R1). */
final class CampaignRules {

    private CampaignRules() {}

    /**
     * The published campaigns, ascending by one of their times, and by number where that is the same.
     *
     * @param sort the word of a time (R12)
     * @param state the word of a state; null: in any (R11)
     * @throws ApiException 404 if there is no such organization
     */
    static SortedIndex<Campaign> list(PathEntities named, String sort, String state) {
        return named.world()
                .campaigns()
                .of(named.organization().id())
                .published(
                        WireName.read(OrganizationCampaigns.Sort.class, sort),
                        state == null ? null : WireName.read(Campaign.State.class, state));
    }

    /**
     * The named campaign, which is published.
     *
     * @throws ApiException 404 if there is none (R28)
     */
    static Campaign find(PathEntities named) {
        return named.campaign().orElseThrow(ApiException::notFound);
    }

    /**
     * The named campaign, by a number that a campaign can have.
     *
     * @throws ApiException 422 if none can have it (R29), 404 if there is none
     */
    static Campaign findNumbered(PathEntities named) {
        if (!Campaign.isNumber(named.campaignNumber())) {
            throw ApiException.of(422, "The number of a campaign is between 1 and " + Integer.MAX_VALUE + ".");
        }
        return find(named);
    }

    /**
     * Changes a campaign as a body says (R16 to R21, R30, R31); what changes nothing leaves {@code updated_at}.
     *
     * @throws ApiException 404 if there is none with the number, 422 for what cannot be
     */
    static Change<Campaign> update(PathEntities named, CampaignUpdate body, Instant now) {
        World world = named.world();
        Campaign old = findNumbered(named);
        Campaign changed = new CampaignPatch(body).of(old, new CampaignReferences(world, old.organizationId()), now);
        if (changed.equals(old)) {
            return new Change<>(world, old);
        }
        Campaign dated = changed.updatedAt(now);
        return new Change<>(world.with(world.campaigns().with(dated)), dated);
    }

    /**
     * Forgets a campaign; its number is not used again (R32).
     *
     * @throws ApiException 404 if there is none with the number
     */
    static Change<Void> delete(PathEntities named) {
        World world = named.world();
        Campaign campaign = find(named);
        return new Change<>(world.with(world.campaigns().without(campaign.organizationId(), campaign.number())), null);
    }
}
