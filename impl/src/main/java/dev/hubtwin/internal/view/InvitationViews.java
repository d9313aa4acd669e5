package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.OrganizationInvitation;
import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.naming.NodeId;

/** How invitations into organizations look in answers and payloads. */
public record InvitationViews(World world, Links links) {

    /** Why all that failed did. */
    private static final String EXPIRED = "Invitation expired. User did not accept this invite for 7 days";

    /** An invitation into an organization, as answers have it. */
    public OrganizationInvitation full(long organization, Invitation invitation) {
        return told(organization, invitation).toBuilder()
                .invitationSource("member")
                .build();
    }

    /** An invitation into an organization, as payloads have it. */
    public OrganizationInvitation told(long organization, Invitation invitation) {
        boolean failed = !invitation.isPending();
        return OrganizationInvitation.builder()
                .id(invitation.id())
                .nodeId(NodeId.of("OrganizationInvitation", invitation.id()))
                .login(
                        invitation.userId() == null
                                ? null
                                : account(invitation.userId()).login())
                .email(invitation.email())
                .role(invitation.role().word())
                .createdAt(Timestamps.offset(invitation.invitedAt()))
                .failedAt(failed ? Timestamps.offset(invitation.failedAt()) : null)
                .failedReason(failed ? EXPIRED : null)
                .inviter(invitation.invitedBy() == null ? null : simple(invitation.invitedBy()))
                .teamCount((long) invitation.teams().size())
                .invitationTeamsUrl(
                        links.api("/organizations/" + organization + "/invitations/" + invitation.id() + "/teams"))
                .build();
    }

    private SimpleUser simple(long user) {
        return UserViews.simple(account(user), links);
    }

    private Account account(long id) {
        return world.accounts().account(id).orElseThrow();
    }
}
