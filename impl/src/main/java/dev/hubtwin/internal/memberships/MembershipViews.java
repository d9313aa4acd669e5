package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.api.model.OrgMembership;
import dev.hubtwin.internal.api.model.OrgMembershipRole;
import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.OrganizationViews;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import java.util.List;

/** How memberships look in answers. */
record MembershipViews(World world, Links links) {

    /** One. */
    OrgMembership full(OrganizationMembership current) {
        String organization = links.api("/orgs/" + current.organization().login());
        return new OrgMembership(
                organization + "/memberships/" + current.user().login(),
                OrgMembershipState.of(current.membership().state().word()),
                OrgMembershipRole.of(current.membership().role().word()),
                organization,
                OrganizationViews.simple(current.organization(), links),
                UserViews.simple(current.user(), links));
    }

    /** Those of a user in several organizations. */
    List<OrgMembership> all(User user, Page<Long> organizations) {
        return organizations.map(id -> full(OrganizationMembership.of(
                        world, world.accounts().organization(id).orElseThrow(), user)
                .orElseThrow()));
    }
}
