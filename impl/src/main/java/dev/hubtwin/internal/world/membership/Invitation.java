package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * An invitation into an organization: that of a user who is to be a member stands in the {@link Membership} and is seen
 * here, others are kept here alone.
 *
 * @param id that of the user who is invited; that of an account that nobody has, if an address is
 * @param userId the user who is invited; null if an address is
 * @param email the address that is invited; null if a user is
 * @param invitedBy the user who invited; null if nobody is known
 * @param teams the teams that it leads into, as their ids
 * @param failedAt when it ended because nobody accepted it; null while somebody may
 */
public record Invitation(
        long id,
        @Nullable Long userId,
        @Nullable String email,
        Role role,
        @Nullable Long invitedBy,
        Instant invitedAt,
        PMap<Long, TeamRole> teams,
        @Nullable Instant failedAt) {

    /** The oldest first; those of one moment by their ids. */
    static final Comparator<Invitation> ORDER =
            Comparator.comparing(Invitation::invitedAt).thenComparing(Invitation::id);

    /** What somebody is invited to be. */
    public enum Role implements WireName {
        ADMIN,
        DIRECT_MEMBER,
        BILLING_MANAGER;

        /** The role of a member that this becomes; empty for who is to pay and is to be no member. */
        public Optional<Membership.Role> ofMember() {
            return switch (this) {
                case ADMIN -> Optional.of(Membership.Role.ADMIN);
                case DIRECT_MEMBER -> Optional.of(Membership.Role.MEMBER);
                case BILLING_MANAGER -> Optional.empty();
            };
        }
    }

    /** The invitation that a pending membership is. */
    public static Invitation of(Membership pending) {
        return new Invitation(
                pending.userId(),
                pending.userId(),
                null,
                pending.role() == Membership.Role.ADMIN ? Role.ADMIN : Role.DIRECT_MEMBER,
                pending.invitedBy(),
                Objects.requireNonNull(pending.invitedAt()),
                pending.teams(),
                null);
    }

    /** Whether somebody may accept it. */
    public boolean isPending() {
        return failedAt == null;
    }

    /** Returns this, ended because nobody accepted it. */
    public Invitation failed(Instant at) {
        return new Invitation(id, userId, email, role, invitedBy, invitedAt, teams, at);
    }

    /** Who is invited, who invited, and the teams that it leads into. */
    List<Reference> references() {
        return Reference.both(
                Reference.to(Reference.Kind.ACCOUNT, userId, invitedBy),
                Reference.to(Reference.Kind.TEAM, teams.keySet().toArray()));
    }

    /** When time alone ends it. */
    Optional<Instant> due() {
        return isPending() ? Optional.of(invitedAt.plus(Membership.INVITATION)) : Optional.empty();
    }
}
