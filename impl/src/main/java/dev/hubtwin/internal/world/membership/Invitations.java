package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The invitations that one user sent in the last day, whatever became of them: the limit of R81 and R82 counts them.
 *
 * @param sent the oldest first; two of one moment are two
 */
public record Invitations(PVector<Sent> sent) {

    /** How long an invitation counts. */
    public static final Duration COUNTED = Duration.ofHours(24);

    /** One invitation into an organization. */
    public record Sent(long organizationId, Instant at) {}

    static final Invitations NONE = new Invitations(TreePVector.empty());

    private static final Comparator<Sent> ORDER = Comparator.comparing(Sent::at).thenComparing(Sent::organizationId);

    /** How many were sent after {@code moment}. */
    public int after(Instant moment) {
        return sent.size() - new SortedIndex<>(sent, ORDER).rankAfter(new Sent(Long.MAX_VALUE, moment));
    }

    /** Returns this without those into the organization. */
    Invitations without(long organizationId) {
        return new Invitations(TreePVector.from(sent.stream()
                .filter(one -> one.organizationId() != organizationId)
                .toList()));
    }

    /** Returns this and one more; what is older than a day by then is forgotten. */
    Invitations plus(Sent one) {
        PVector<Sent> more = sent.plus(new SortedIndex<>(sent, ORDER).rankAfter(one), one);
        Instant forgotten = more.get(more.size() - 1).at().minus(COUNTED);
        while (more.get(0).at().isBefore(forgotten)) {
            more = more.minus(0);
        }
        return new Invitations(more);
    }
}
