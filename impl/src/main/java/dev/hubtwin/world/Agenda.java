package dev.hubtwin.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The campaigns of one organization.
 *
 * @param byNumber all of them, drafts too
 * @param lists    the published ones in each order, all together and by state
 */
public record Agenda(PMap<Integer, Campaign> byNumber, PMap<Agenda.Choice, Ranked<Campaign>> lists) {

  /** What campaigns are ordered by (R12); equal ones follow their numbers. */
  public enum Sort implements Worded {
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
  public record Choice(Sort sort, Campaign.State state) {}

  static final Agenda NONE = new Agenda(HashTreePMap.empty(), HashTreePMap.empty());

  /** The campaign with the number, a draft too. */
  public Optional<Campaign> campaign(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** Published campaigns, ascending; {@code state} null: open and closed ones (R11). */
  public Ranked<Campaign> published(Sort sort, Campaign.State state) {
    return lists.getOrDefault(new Choice(sort, state), Ranked.by(sort.order));
  }

  Agenda with(Campaign campaign) {
    Agenda others = without(campaign.number());
    return new Agenda(others.byNumber.plus(campaign.number(), campaign), others.listed(campaign, true));
  }

  Agenda without(int number) {
    Campaign old = byNumber.get(number);
    return old == null ? this : new Agenda(byNumber.minus(number), listed(old, false));
  }

  private PMap<Choice, Ranked<Campaign>> listed(Campaign campaign, boolean yes) {
    PMap<Choice, Ranked<Campaign>> changed = lists;
    if (campaign.isPublished()) {
      for (Sort sort : Sort.values()) {
        changed = listed(changed, new Choice(sort, null), campaign, yes);
        changed = listed(changed, new Choice(sort, campaign.state()), campaign, yes);
      }
    }
    return changed;
  }

  private PMap<Choice, Ranked<Campaign>> listed(
      PMap<Choice, Ranked<Campaign>> from, Choice choice, Campaign campaign, boolean yes) {
    Ranked<Campaign> list = from.getOrDefault(choice, Ranked.by(choice.sort().order));
    Ranked<Campaign> now = yes ? list.plus(campaign) : list.minus(campaign);
    return now.size() == 0 ? from.minus(choice) : from.plus(choice, now);
  }
}
