package dev.hubtwin.memberships;

import dev.hubtwin.api.model.OrgMembership;
import dev.hubtwin.api.model.OrgMembershipRole;
import dev.hubtwin.api.model.OrgMembershipState;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Page;
import dev.hubtwin.meta.UserViews;
import dev.hubtwin.organizations.OrganizationViews;
import dev.hubtwin.world.World;
import java.util.List;

/** How memberships look in answers. */
public record MembershipViews(Exchange exchange) {

  /** One. */
  public OrgMembership full(Held held) {
    String organization = exchange.links().api("/orgs/" + held.organization().login());
    return new OrgMembership(
        organization + "/memberships/" + held.user().login(),
        OrgMembershipState.of(held.membership().state().word()),
        OrgMembershipRole.of(held.membership().role().word()),
        organization,
        new OrganizationViews(exchange).simple(held.organization()),
        new UserViews(exchange).simple(held.user()));
  }

  /** Those of a user in several organizations. */
  List<OrgMembership> all(long user, Page<Long> organizations) {
    World world = exchange.world();
    return organizations.map(id -> full(Held.of(
        world, world.accounts().organization(id).orElseThrow(), world.accounts().user(user).orElseThrow()).orElseThrow()));
  }
}
