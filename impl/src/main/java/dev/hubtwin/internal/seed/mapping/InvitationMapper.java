package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateInvitationRole;
import dev.hubtwin.internal.control.model.StateInvitedTeam;
import dev.hubtwin.internal.control.model.StateOrganizationInvitation;
import dev.hubtwin.internal.control.model.StateTeamRole;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Invitations that are not pending members, and the teams that any leads into; in and out. */
final class InvitationMapper {

    private InvitationMapper() {}

    /**
     * Reads an invitation.
     *
     * @param id that of one by address
     * @param now when one began that does not say it
     */
    static Invitation read(
            StateOrganizationInvitation invitation,
            long id,
            long organizationId,
            ReferenceResolver names,
            Instant now,
            DocumentPath place) {
        boolean byAddress = isByAddress(invitation, place);
        Invitation.Role role =
                WireName.read(Invitation.Role.class, invitation.role().text());
        Instant failedAt = Values.instant(invitation.failedAt());
        DocumentException.throwIf(
                !byAddress && role != Invitation.Role.BILLING_MANAGER && failedAt == null,
                place,
                "a user who can accept is a pending member; expected it in \"members\", or \"failed_at\"");
        Long user = names.userOrNull(invitation.login(), place.at("login"));
        return new Invitation(
                byAddress ? id : user,
                user,
                invitation.email(),
                role,
                names.userOrNull(invitation.invitedBy(), place.at("invited_by")),
                Values.instant(invitation.invitedAt(), now),
                teams(invitation.teams(), organizationId, names, place.at("teams")),
                failedAt);
    }

    /** Whether an address is invited, and not a user. */
    static boolean isByAddress(StateOrganizationInvitation invitation, DocumentPath place) {
        DocumentException.throwIf(
                (invitation.login() == null) == (invitation.email() == null),
                place,
                "somebody is invited by one name; expected either \"login\" or \"email\"");
        DocumentException.throwIf(
                invitation.email() == null && invitation.id() != null,
                place.at("id"),
                "the invitation of a user has the id of the user; expected none");
        return invitation.email() != null;
    }

    /** The teams that an invitation leads into. */
    static PMap<Long, TeamRole> teams(
            List<StateInvitedTeam> teams, long organizationId, ReferenceResolver names, DocumentPath place) {
        PMap<Long, TeamRole> roles = HashTreePMap.empty();
        List<StateInvitedTeam> given = Values.all(teams);
        for (int i = 0; i < given.size(); i++) {
            DocumentPath at = place.at(i).at("team");
            Long id = names.team(organizationId, given.get(i).team(), at).id();
            DocumentException.throwIf(roles.containsKey(id), at, "this team is here twice; expected it once");
            roles = roles.plus(
                    id, WireName.read(TeamRole.class, given.get(i).role().text()));
        }
        return roles;
    }

    static StateOrganizationInvitation write(Invitation invitation, ReferenceResolver names) {
        return StateOrganizationInvitation.builder()
                .id(invitation.email() == null ? null : invitation.id())
                .login(names.loginOrNull(invitation.userId()))
                .email(invitation.email())
                .role(StateInvitationRole.of(invitation.role().word()))
                .invitedBy(names.loginOrNull(invitation.invitedBy()))
                .invitedAt(Values.time(invitation.invitedAt()))
                .teams(write(invitation.teams(), names))
                .failedAt(Values.time(invitation.failedAt()))
                .build();
    }

    /** Returns the teams that an invitation leads into; null if there are none. */
    static List<StateInvitedTeam> write(PMap<Long, TeamRole> teams, ReferenceResolver names) {
        List<StateInvitedTeam> written = new ArrayList<>();
        new TreeMap<>(teams)
                .forEach((id, role) -> written.add(StateInvitedTeam.builder()
                        .team(names.teamSlug(id))
                        .role(StateTeamRole.of(role.word()))
                        .build()));
        return Values.some(written);
    }
}
