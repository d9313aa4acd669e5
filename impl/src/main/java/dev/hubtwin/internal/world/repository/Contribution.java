package dev.hubtwin.internal.world.repository;

import java.util.Comparator;

/** How many commits a user has made in a repository. */
public record Contribution(long userId, long commits) {

    /** The most diligent first. */
    public static final Comparator<Contribution> ORDER =
            Comparator.comparing(Contribution::commits).reversed().thenComparing(Contribution::userId);
}
