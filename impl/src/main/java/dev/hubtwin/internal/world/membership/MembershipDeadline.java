package dev.hubtwin.internal.world.membership;

import java.time.Instant;
import java.util.Comparator;

/**
 * A moment at which time alone changes a membership: an invitation expires, or a member is converted (R100).
 *
 * @param id that of the user, or of an invitation by address
 */
public record MembershipDeadline(Instant at, long organizationId, long id) {

    /** The earliest first; those of one moment by their ids. */
    public static final Comparator<MembershipDeadline> ORDER = Comparator.comparing(MembershipDeadline::at)
            .thenComparing(MembershipDeadline::organizationId)
            .thenComparing(MembershipDeadline::id);
}
