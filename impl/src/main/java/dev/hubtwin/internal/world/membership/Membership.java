package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ties a user to an organization.
 *
 * @param visible whether the user shows it (R88)
 * @param invitedBy the user who invited; null if nobody is known
 * @param invitedAt when; null if nobody invited
 * @param convertsAt when the member becomes an outside collaborator (R100); null: nobody asked for that
 */
public record Membership(
        long userId,
        Role role,
        State state,
        boolean visible,
        @Nullable Long invitedBy,
        @Nullable Instant invitedAt,
        @Nullable Instant convertsAt) {

    /** How long an invitation can be accepted. */
    public static final Duration INVITATION = Duration.ofDays(7);

    /** An owner is written {@code admin}. */
    public enum Role implements WireName {
        ADMIN,
        MEMBER
    }

    /** Pending until the user accepts (R77). */
    public enum State implements WireName {
        ACTIVE,
        PENDING
    }

    /** An active member without an invitation to remember. */
    public static Membership active(long userId, Role role, boolean visible) {
        return new Membership(userId, role, State.ACTIVE, visible, null, null, null);
    }

    /** An invitation (R77). */
    public static Membership invited(long userId, Role role, @Nullable Long by, Instant at) {
        return new Membership(userId, role, State.PENDING, false, by, at, null);
    }

    /** Whether the user is a member by now. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether the user is an owner by now. */
    public boolean isOwner() {
        return isActive() && role == Role.ADMIN;
    }

    /** Returns this in another role. */
    public Membership with(Role changed) {
        return new Membership(userId, changed, state, visible, invitedBy, invitedAt, convertsAt);
    }

    /** Returns this, accepted (R95). */
    public Membership accepted() {
        return new Membership(userId, role, State.ACTIVE, visible, invitedBy, invitedAt, convertsAt);
    }

    /** Returns this, shown to everybody or to members alone. */
    public Membership shown(boolean toEverybody) {
        return new Membership(userId, role, state, toEverybody, invitedBy, invitedAt, convertsAt);
    }

    /** Returns this, to become an outside collaborator at {@code moment}; null: not any more. */
    public Membership converting(@Nullable Instant moment) {
        return new Membership(userId, role, state, visible, invitedBy, invitedAt, moment);
    }

    /** Who invited. */
    List<Reference> references() {
        return invitedBy == null ? List.of() : Reference.to(Reference.Kind.ACCOUNT, invitedBy);
    }

    /** When time alone changes this: the invitation expires, or the member is converted. */
    Optional<Instant> due() {
        return isActive()
                ? Optional.ofNullable(convertsAt)
                : Optional.ofNullable(invitedAt).map(at -> at.plus(INVITATION));
    }
}
