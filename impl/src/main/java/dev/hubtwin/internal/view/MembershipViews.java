package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.OrgMembership;
import dev.hubtwin.internal.api.model.OrgMembershipRole;
import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.memberships.OrganizationMembership;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.World;
import java.util.List;

/** How memberships look in answers. */
public record MembershipViews(RequestContext exchange) {

    /** One. */
    public OrgMembership full(OrganizationMembership held) {
        String organization =
                exchange.links().api("/orgs/" + held.organization().login());
        return new OrgMembership(
                organization + "/memberships/" + held.user().login(),
                OrgMembershipState.of(held.membership().state().word()),
                OrgMembershipRole.of(held.membership().role().word()),
                organization,
                new OrganizationViews(exchange).simple(held.organization()),
                new UserViews(exchange).simple(held.user()));
    }

    /** Those of a user in several organizations. */
    public List<OrgMembership> all(long user, Page<Long> organizations) {
        World world = exchange.world();
        return organizations.map(id -> full(OrganizationMembership.of(
                        world,
                        world.accounts().organization(id).orElseThrow(),
                        world.accounts().user(user).orElseThrow())
                .orElseThrow()));
    }
}
