package dev.hubtwin.internal.world.campaign;

import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The campaigns of one organization.
 *
 * @param byNumber all of them, drafts too
 * @param lists the published ones in each order, all together and by state
 */
public record OrganizationCampaigns(
        PMap<Integer, Campaign> byNumber, PMap<OrganizationCampaigns.Choice, SortedIndex<Campaign>> lists) {

    /** What campaigns are ordered by (R12); equal ones follow their numbers. */
    public enum Sort implements WireName {
        CREATED(Campaign::createdAt),
        UPDATED(Campaign::updatedAt),
        ENDS_AT(Campaign::endsAt),
        PUBLISHED(Campaign::publishedAt);

        private final Comparator<Campaign> order;

        Sort(Function<Campaign, Instant> time) {
            this.order = Comparator.comparing(time).thenComparing(Campaign::number);
        }
    }

    /** An order, and the state to list; null: every published one. */
    public record Choice(Sort sort, Campaign.@Nullable State state) {}

    static final OrganizationCampaigns NONE = new OrganizationCampaigns(HashTreePMap.empty(), HashTreePMap.empty());

    /** The campaign with the number, a draft too. */
    public Optional<Campaign> campaign(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** Published campaigns, ascending; {@code state} null: open and closed ones (R11). */
    public SortedIndex<Campaign> published(Sort sort, Campaign.State state) {
        return lists.getOrDefault(new Choice(sort, state), SortedIndex.by(sort.order));
    }

    OrganizationCampaigns with(Campaign campaign) {
        OrganizationCampaigns others = without(campaign.number());
        return new OrganizationCampaigns(
                others.byNumber.plus(campaign.number(), campaign), others.listed(campaign, true));
    }

    OrganizationCampaigns without(int number) {
        Campaign old = byNumber.get(number);
        return old == null ? this : new OrganizationCampaigns(byNumber.minus(number), listed(old, false));
    }

    private PMap<Choice, SortedIndex<Campaign>> listed(Campaign campaign, boolean yes) {
        PMap<Choice, SortedIndex<Campaign>> changed = lists;
        if (campaign.isPublished()) {
            for (Sort sort : Sort.values()) {
                changed = listed(changed, new Choice(sort, null), campaign, yes);
                changed = listed(changed, new Choice(sort, campaign.state()), campaign, yes);
            }
        }
        return changed;
    }

    private PMap<Choice, SortedIndex<Campaign>> listed(
            PMap<Choice, SortedIndex<Campaign>> from, Choice choice, Campaign campaign, boolean yes) {
        SortedIndex<Campaign> list = from.getOrDefault(choice, SortedIndex.by(choice.sort().order));
        SortedIndex<Campaign> now = yes ? list.plus(campaign) : list.minus(campaign);
        return now.size() == 0 ? from.minus(choice) : from.plus(choice, now);
    }
}
