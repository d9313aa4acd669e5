package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateMembershipState;
import dev.hubtwin.client.control.model.StateRole;
import dev.hubtwin.client.control.model.StateTeamRole;
import java.time.Instant;
import java.util.Map;

/** The membership of a user in an organization, or an invitation to it (R75). */
public final class MemberSeed extends SeedElement<MemberSeed> {

    MemberSeed(String login) {
        with("login", login);
    }

    /** Sets the role; {@code ADMIN} is that of an owner (R83). Default: a plain member. */
    public MemberSeed role(StateRole role) {
        return with("role", role);
    }

    /** Makes the membership public (R88). Default: it is concealed. */
    public MemberSeed publicMember() {
        return with("public", true);
    }

    /** Makes this an invitation that is not accepted yet (R77). Default: an active membership. */
    public MemberSeed pending() {
        return with("state", StateMembershipState.PENDING);
    }

    /** Sets who sent the invitation, by login. */
    public MemberSeed invitedBy(String login) {
        return with("invited_by", login);
    }

    /** Sets when the invitation was sent; it expires seven days later. Default: when the world is made. */
    public MemberSeed invitedAt(Instant at) {
        return with("invited_at", at);
    }

    /** Has the invitation lead into a team of the organization, by its slug. */
    public MemberSeed into(String team, StateTeamRole role) {
        return add("invited_into", Map.of("team", team, "role", role));
    }
}
