package dev.hubtwin.internal.world.repository;

import java.util.Comparator;

/** What lists of repositories are ordered by; of equal ones the older id comes first. */
public enum RepositoryOrder implements Comparator<RepositoryEntry> {
    CREATED(Comparator.comparing(entry -> entry.times().createdAt())),
    UPDATED(Comparator.comparing(entry -> entry.times().updatedAt())),
    /** What was never pushed to comes first. */
    PUSHED(Comparator.comparing(entry -> entry.times().pushedAt(), Comparator.nullsFirst(Comparator.naturalOrder()))),
    /** Within one owner. */
    FULL_NAME(Comparator.comparing(RepositoryEntry::name, String.CASE_INSENSITIVE_ORDER));

    private final Comparator<RepositoryEntry> order;

    RepositoryOrder(Comparator<RepositoryEntry> order) {
        this.order = order.thenComparing(RepositoryEntry::id);
    }

    @Override
    public int compare(RepositoryEntry one, RepositoryEntry other) {
        return order.compare(one, other);
    }
}
