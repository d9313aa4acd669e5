package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.model.CampaignUpdate;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
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
    static SortedIndex<Campaign> list(World world, String organization, String sort, String state) {
        return agenda(world, organization)
                .published(
                        WireName.read(OrganizationCampaigns.Sort.class, sort),
                        state == null ? null : WireName.read(Campaign.State.class, state));
    }

    /**
     * The published campaign with a number.
     *
     * @throws ApiException 404 if there is none (R28)
     */
    static Campaign find(World world, String organization, long number) {
        OrganizationCampaigns agenda = agenda(world, organization);
        if (!isNumber(number)) {
            throw ApiException.notFound();
        }
        return agenda.campaign((int) number).filter(Campaign::isPublished).orElseThrow(ApiException::notFound);
    }

    /**
     * What a path says, if that may be the number of a campaign.
     *
     * @throws ApiException 422 if it may not (R29)
     */
    static int number(long number) {
        if (!isNumber(number)) {
            throw ApiException.of(422, "The number of a campaign is between 1 and " + Integer.MAX_VALUE + ".");
        }
        return (int) number;
    }

    private static boolean isNumber(long number) {
        return number >= 1 && number <= Integer.MAX_VALUE;
    }

    /**
     * Changes a campaign as a body says (R16 to R21, R30, R31); what changes nothing leaves {@code updated_at}.
     *
     * @throws ApiException 404 if there is none with the number, 422 for what cannot be
     */
    static Change<Campaign> update(World world, String organization, int number, CampaignUpdate body, Instant now) {
        Campaign old = find(world, organization, number);
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
    static Change<Void> delete(World world, String organization, long number) {
        Campaign campaign = find(world, organization, number);
        return new Change<>(world.with(world.campaigns().without(campaign.organizationId(), campaign.number())), null);
    }

    private static OrganizationCampaigns agenda(World world, String organization) {
        Organization in = world.accounts().organization(organization).orElseThrow(ApiException::notFound);
        return world.campaigns().of(in.id());
    }
}
