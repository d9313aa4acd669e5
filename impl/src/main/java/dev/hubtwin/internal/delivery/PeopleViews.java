package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership;
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
}
