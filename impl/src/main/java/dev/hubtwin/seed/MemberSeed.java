package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateMembershipState;
import dev.hubtwin.internal.control.model.StateRole;
import java.time.Instant;

/** A member of an organization, or somebody invited. */
public final class MemberSeed extends SeedElement<MemberSeed> {

    MemberSeed(String login) {
        with("login", login);
    }

    /** Without it, a member like others. */
    public MemberSeed role(StateRole role) {
        return with("role", role);
    }

    /** Everybody sees that they belong. */
    public MemberSeed isPublic() {
        return with("public", true);
    }

    /** They are invited, and have not accepted. */
    public MemberSeed pending() {
        return with("state", StateMembershipState.PENDING);
    }

    /** Who invited them. */
    public MemberSeed invitedBy(String login) {
        return with("invited_by", login);
    }

    /** When; without it, when the world begins. An invitation ends after seven days. */
    public MemberSeed invitedAt(Instant at) {
        return with("invited_at", at);
    }
}
