package dev.hubtwin.internal.world.campaign;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;

/**
 * A security campaign of an organization.
 *
 * @param managers users
 * @param teamManagers teams
 * @param contactLink null if none
 * @param alerts numbers of code scanning alerts by repository
 * @param issues what was made for it
 * @param publishedAt null for a draft
 * @param closedAt null while it is open
 */
public record Campaign(
        long organizationId,
        int number,
        String name,
        String description,
        PVector<Long> managers,
        PVector<Long> teamManagers,
        Instant endsAt,
        @Nullable String contactLink,
        State state,
        PMap<Long, PSet<Integer>> alerts,
        PVector<Issue> issues,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt) {

    /** Drafts are not seen through the API (R1). */
    public enum State implements WireName {
        OPEN,
        CLOSED,
        DRAFT
    }

    /** An issue that was made for a campaign (R25). */
    public record Issue(long repositoryId, int number) {}

    /** Returns this, last changed at a time. */
    public Campaign updatedAt(Instant time) {
        return new Campaign(
                organizationId,
                number,
                name,
                description,
                managers,
                teamManagers,
                endsAt,
                contactLink,
                state,
                alerts,
                issues,
                createdAt,
                time,
                publishedAt,
                closedAt);
    }

    /** Who manages it, and whose alerts and issues it is about. */
    List<Reference> references() {
        List<Reference> references = Reference.to(Reference.Kind.ACCOUNT, managers.toArray());
        references.addAll(Reference.to(Reference.Kind.TEAM, teamManagers.toArray()));
        references.addAll(
                Reference.to(Reference.Kind.REPOSITORY, alerts.keySet().toArray()));
        references.addAll(Reference.to(
                Reference.Kind.REPOSITORY,
                issues.stream().map(Issue::repositoryId).toArray()));
        return references;
    }

    /** Whether a campaign can have a number. */
    public static boolean isNumber(long number) {
        return number >= 1 && number <= Integer.MAX_VALUE;
    }

    /** Whether it is published (R1). */
    public boolean isPublished() {
        return state != State.DRAFT;
    }
}
