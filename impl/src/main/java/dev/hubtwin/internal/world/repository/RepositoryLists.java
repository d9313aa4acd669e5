package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.index.SortedIndex;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The repositories of one group in each order.
 *
 * @param byOrder one list for each order, as the orders stand
 */
public record RepositoryLists(PVector<SortedIndex<RepositoryEntry>> byOrder) {

    static final RepositoryLists NONE = none();

    private static RepositoryLists none() {
        PVector<SortedIndex<RepositoryEntry>> empty = TreePVector.empty();
        for (RepositoryOrder order : RepositoryOrder.values()) {
            empty = empty.plus(SortedIndex.by(order));
        }
        return new RepositoryLists(empty);
    }

    /** The list in an order. */
    @SuppressWarnings("EnumOrdinal") // the lists stand in the order of their names
    public SortedIndex<RepositoryEntry> by(RepositoryOrder order) {
        return byOrder.get(order.ordinal());
    }

    RepositoryLists with(RepositoryEntry entry) {
        PVector<SortedIndex<RepositoryEntry>> changed = byOrder;
        for (int i = 0; i < byOrder.size(); i++) {
            changed = changed.with(i, byOrder.get(i).plus(entry));
        }
        return new RepositoryLists(changed);
    }

    RepositoryLists without(RepositoryEntry entry) {
        PVector<SortedIndex<RepositoryEntry>> changed = byOrder;
        for (int i = 0; i < byOrder.size(); i++) {
            changed = changed.with(i, byOrder.get(i).minus(entry));
        }
        return new RepositoryLists(changed);
    }
}
