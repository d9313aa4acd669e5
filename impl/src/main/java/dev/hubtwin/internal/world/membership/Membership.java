package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What ties a user to an organization.
 *
 * @param visible whether the user shows it (R88)
 * @param invitedBy the user who invited; null if nobody is known
 * @param invitedAt when; null if nobody invited
 * @param convertsAt when the member becomes an outside collaborator (R100); null: nobody asked for that
 * @param teams the teams that the user comes into by accepting, as their ids; a member has none to come into
 */
public record Membership(
        long userId,
        Role role,
        State state,
        boolean visible,
        @Nullable Long invitedBy,
        @Nullable Instant invitedAt,
        @Nullable Instant convertsAt,
        PMap<Long, TeamRole> teams) {

    /** How long an invitation can be accepted. */
    public static final Duration INVITATION = Duration.ofDays(7);

    private static final PMap<Long, TeamRole> NO_TEAMS = HashTreePMap.empty();

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
        return new Membership(userId, role, State.ACTIVE, visible, null, null, null, NO_TEAMS);
    }

    /** An invitation (R77). */
    public static Membership invited(long userId, Role role, @Nullable Long by, Instant at) {
        return new Membership(userId, role, State.PENDING, false, by, at, null, NO_TEAMS);
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
        return new Membership(userId, changed, state, visible, invitedBy, invitedAt, convertsAt, teams);
    }

    /** Returns this, accepted (R95). */
    public Membership accepted() {
        return new Membership(userId, role, State.ACTIVE, visible, invitedBy, invitedAt, convertsAt, NO_TEAMS);
    }

    /** Returns this invitation, leading into other teams. */
    public Membership into(PMap<Long, TeamRole> changed) {
        return new Membership(userId, role, state, visible, invitedBy, invitedAt, convertsAt, changed);
    }

    /** Returns this, shown to everybody or to members alone. */
    public Membership shown(boolean toEverybody) {
        return new Membership(userId, role, state, toEverybody, invitedBy, invitedAt, convertsAt, teams);
    }

    /** Returns this, to become an outside collaborator at {@code moment}; null: not any more. */
    public Membership converting(@Nullable Instant moment) {
        return new Membership(userId, role, state, visible, invitedBy, invitedAt, moment, teams);
    }

    /** Who invited, and the teams that it leads into. */
    List<Reference> references() {
        return invitedBy == null && teams.isEmpty()
                ? List.of()
                : Reference.both(
                        Reference.to(Reference.Kind.ACCOUNT, invitedBy),
                        Reference.to(Reference.Kind.TEAM, teams.keySet().toArray()));
    }

    /** When time alone changes this: the invitation expires, or the member is converted. */
    Optional<Instant> due() {
        return isActive()
                ? Optional.ofNullable(convertsAt)
                : Optional.ofNullable(invitedAt).map(at -> at.plus(INVITATION));
    }
}
