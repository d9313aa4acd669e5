package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.naming.NodeId;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the people of an account and their teams look in payloads. */
record PeopleViews(World world, Links links, long account) {

    SimpleUser simple(long id) {
        return UserViews.simple(world.accounts().account(id).orElseThrow(), links);
    }

    Map<String, Object> membership(Membership membership) {
        String organization = links.api("/orgs/" + simple(account).login());
        SimpleUser user = simple(membership.userId());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("url", organization + "/memberships/" + user.login());
        view.put("state", membership.state().word());
        view.put("role", membership.role().word());
        view.put("organization_url", organization);
        view.put("user", user);
        return view;
    }

    /** An invitation has no id of its own here: it has that of the user, who is invited once. */
    Map<String, Object> invitation(Membership membership) {
        SimpleUser user = simple(membership.userId());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", user.id());
        view.put("node_id", NodeId.of("OrganizationInvitation", user.id()));
        view.put("login", user.login());
        view.put("email", null);
        view.put("role", membership.role() == Membership.Role.ADMIN ? "admin" : "direct_member");
        view.put("created_at", Timestamps.offset(membership.invitedAt()));
        view.put("failed_at", null);
        view.put("failed_reason", null);
        view.put("inviter", membership.invitedBy() == null ? null : simple(membership.invitedBy()));
        view.put("team_count", 0);
        view.put(
                "invitation_teams_url",
                links.api("/organizations/" + account + "/invitations/" + user.id() + "/teams"));
        return view;
    }
}
