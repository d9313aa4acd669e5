package dev.hubtwin.memberships;

import dev.hubtwin.api.MembershipsApi;
import dev.hubtwin.api.model.OrgMembershipSet;
import dev.hubtwin.api.model.OrgMembershipState;
import dev.hubtwin.api.model.OrgMembershipUpdate;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Page;
import dev.hubtwin.world.Membership.Role;
import dev.hubtwin.world.Worded;
import jakarta.inject.Inject;

/** The operations of the tag {@code memberships}. */
public final class MembershipsResource implements MembershipsApi {

  private final Exchange exchange;
  private final MembershipViews views;

  @Inject
  public MembershipsResource(Exchange exchange) {
    this.exchange = exchange;
    this.views = new MembershipViews(exchange);
  }

  @Override
  public GetMembershipForUserResponse getMembershipForUser(String org, String username) {
    return new GetMembershipForUserResponse.Ok(views.full(Memberships.find(exchange.world(), org, username)));
  }

  @Override
  public SetMembershipForUserResponse setMembershipForUser(String org, String username, OrgMembershipSet body) {
    Role role = Worded.read(Role.class, body.role().text());
    return exchange.change(
        world -> Memberships.set(world, exchange.caller().user(), org, username, role, exchange.now()),
        (world, held) -> new SetMembershipForUserResponse.Ok(views.full(held)));
  }

  @Override
  public RemoveMembershipForUserResponse removeMembershipForUser(String org, String username) {
    return exchange.change(
        world -> Memberships.remove(world, org, username, exchange.now()),
        (world, done) -> new RemoveMembershipForUserResponse.NoContent());
  }

  @Override
  public ListMembershipsForAuthenticatedUserResponse listMembershipsForAuthenticatedUser(
      String state, Integer perPage, Integer page) {
    long user = exchange.caller().user().orElseThrow();
    OrgMembershipState wanted = state == null ? null : OrgMembershipState.of(state);
    Page<Long> ids = Page.of(exchange.reached(Memberships.list(exchange.world(), user, wanted)), page, perPage);
    return new ListMembershipsForAuthenticatedUserResponse.Ok(views.all(user, ids), exchange.links(ids));
  }

  @Override
  public GetMembershipForAuthenticatedUserResponse getMembershipForAuthenticatedUser(String org) {
    Held held = Memberships.find(exchange.world(), org, exchange.caller().user().orElseThrow());
    return new GetMembershipForAuthenticatedUserResponse.Ok(views.full(held));
  }

  @Override
  public UpdateMembershipForAuthenticatedUserResponse updateMembershipForAuthenticatedUser(
      String org, OrgMembershipUpdate body) {
    return exchange.change(
        world -> Memberships.accept(world, exchange.caller().user().orElseThrow(), org),
        (world, held) -> new UpdateMembershipForAuthenticatedUserResponse.Ok(views.full(held)));
  }
}
