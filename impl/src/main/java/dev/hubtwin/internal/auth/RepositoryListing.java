package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.index.MergedIndex;
import dev.hubtwin.internal.world.index.MergedIndex.Stretch;
import dev.hubtwin.internal.world.index.RankedList;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryEntry;
import dev.hubtwin.internal.world.repository.RepositoryGroup;
import dev.hubtwin.internal.world.repository.RepositoryOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of repositories, put together from the indexes of their owners.
 *
 * @param filter which groups are listed
 * @param order what the list is in the order of
 * @param since only what was updated after this moment; null: whenever
 * @param before only what was updated before this moment; null: whenever
 */
public record RepositoryListing(
        Predicate<RepositoryGroup> filter,
        RepositoryOrder order,
        @Nullable Instant since,
        @Nullable Instant before) {

    /** A list of whatever was updated whenever. */
    public RepositoryListing(Predicate<RepositoryGroup> filter, RepositoryOrder order) {
        this(filter, order, null, null);
    }

    /**
     * The list of what is reached of some owners. A span of time in another order than that of updates is cut out first
     * and then put in order, which costs as much as it has.
     */
    public RankedList<RepositoryEntry> of(World world, Collection<RepositoryReach> reaches) {
        boolean spans = since != null || before != null;
        List<Stretch<RepositoryEntry>> stretches = reaches.stream()
                .flatMap(reach -> stretches(world, reach, spans ? RepositoryOrder.UPDATED : order))
                .toList();
        Comparator<RepositoryEntry> whole = across(world, reaches);
        return !spans || order == RepositoryOrder.UPDATED
                ? new MergedIndex<>(stretches, whole)
                : SortedIndex.of(
                        stretches.stream()
                                .flatMap(each -> each.elements().stream())
                                .toList(),
                        whole);
    }

    private Stream<Stretch<RepositoryEntry>> stretches(World world, RepositoryReach reach, RepositoryOrder by) {
        List<SortedIndex<RepositoryEntry>> lists = new ArrayList<>();
        world.repositories().of(reach.ownerId()).groups().forEach((group, each) -> {
            if (reach.whole().contains(group.visibility()) && filter.test(group)) {
                lists.add(each.by(by));
            }
        });
        lists.add(SortedIndex.of(
                reach.single().stream()
                        .flatMap(id -> world.repositories().repository(id).stream())
                        .filter(each -> filter.test(RepositoryGroup.of(each)))
                        .map(RepositoryEntry::of)
                        .toList(),
                by));
        return lists.stream().map(this::span);
    }

    private Stretch<RepositoryEntry> span(SortedIndex<RepositoryEntry> index) {
        int from = since == null ? 0 : index.rankAfter(updated(since, Long.MAX_VALUE));
        int to = before == null ? index.size() : index.rankAfter(updated(before, Long.MIN_VALUE));
        return new Stretch<>(index, from, Math.max(from, to));
    }

    /** What comes before or after all that was updated at a moment. */
    private static RepositoryEntry updated(Instant moment, long id) {
        return new RepositoryEntry(id, id, "", new Repository.Times(moment, moment, moment));
    }

    /** The order among repositories of several owners: full names begin with the owner's login. */
    private Comparator<RepositoryEntry> across(World world, Collection<RepositoryReach> reaches) {
        if (order != RepositoryOrder.FULL_NAME) {
            return order;
        }
        Map<Long, String> logins = new HashMap<>();
        reaches.forEach(reach -> logins.put(
                reach.ownerId(),
                world.accounts()
                        .account(reach.ownerId())
                        .map(Account::login)
                        .orElseThrow()
                        .toLowerCase(Locale.ROOT)));
        return Comparator.<RepositoryEntry, String>comparing(entry -> logins.get(entry.ownerId()))
                .thenComparing(order);
    }
}
