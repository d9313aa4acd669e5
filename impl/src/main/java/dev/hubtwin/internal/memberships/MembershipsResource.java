package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.api.MembershipsApi;
import dev.hubtwin.internal.api.model.OrgMembershipSet;
import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.api.model.OrgMembershipUpdate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.MembershipViews;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.naming.WireName;
import jakarta.inject.Inject;

/** The operations of the tag {@code memberships}. */
public final class MembershipsResource implements MembershipsApi {

    private final RequestContext exchange;
    private final MembershipViews views;

    @Inject
    public MembershipsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new MembershipViews(exchange);
    }

    @Override
    public GetMembershipForUserResponse getMembershipForUser(String org, String username) {
        return new GetMembershipForUserResponse.Ok(views.full(MembershipRules.find(exchange.world(), org, username)));
    }

    @Override
    public SetMembershipForUserResponse setMembershipForUser(String org, String username, OrgMembershipSet body) {
        Role role = WireName.read(Role.class, body.role().text());
        return exchange.change(
                world -> MembershipRules.set(world, exchange.caller().user(), org, username, role, exchange.now()),
                (world, held) -> new SetMembershipForUserResponse.Ok(views.full(held)));
    }

    @Override
    public RemoveMembershipForUserResponse removeMembershipForUser(String org, String username) {
        return exchange.change(
                world -> MembershipRules.remove(world, org, username, exchange.now()),
                (world, done) -> new RemoveMembershipForUserResponse.NoContent());
    }

    @Override
    public ListMembershipsForAuthenticatedUserResponse listMembershipsForAuthenticatedUser(
            String state, Integer perPage, Integer page) {
        long user = exchange.caller().user().orElseThrow();
        OrgMembershipState wanted = state == null ? null : OrgMembershipState.of(state);
        Page<Long> ids = Page.of(exchange.reached(MembershipRules.list(exchange.world(), user, wanted)), page, perPage);
        return new ListMembershipsForAuthenticatedUserResponse.Ok(views.all(user, ids), exchange.links(ids));
    }

    @Override
    public GetMembershipForAuthenticatedUserResponse getMembershipForAuthenticatedUser(String org) {
        OrganizationMembership held = MembershipRules.find(
                exchange.world(), org, exchange.caller().user().orElseThrow());
        return new GetMembershipForAuthenticatedUserResponse.Ok(views.full(held));
    }

    @Override
    public UpdateMembershipForAuthenticatedUserResponse updateMembershipForAuthenticatedUser(
            String org, OrgMembershipUpdate body) {
        return exchange.change(
                world -> MembershipRules.accept(world, exchange.caller().user().orElseThrow(), org),
                (world, held) -> new UpdateMembershipForAuthenticatedUserResponse.Ok(views.full(held)));
    }
}
