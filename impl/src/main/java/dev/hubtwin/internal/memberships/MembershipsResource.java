package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.api.MembershipsApi;
import dev.hubtwin.internal.api.model.OrgMembership;
import dev.hubtwin.internal.api.model.OrgMembershipSet;
import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.api.model.OrgMembershipUpdate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.naming.WireName;
import jakarta.inject.Inject;
import java.util.function.Function;

/** The operations of the tag {@code memberships}. */
public final class MembershipsResource implements MembershipsApi {

    private final RequestContext exchange;
    private final MembershipViews views;

    @Inject
    public MembershipsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(MembershipViews::new);
    }

    @Override
    public GetMembershipForUserResponse getMembershipForUser() {
        return new GetMembershipForUserResponse.Ok(views.full(MembershipRules.find(exchange.named())));
    }

    @Override
    public SetMembershipForUserResponse setMembershipForUser(OrgMembershipSet body) {
        Role role = WireName.read(Role.class, body.role().text());
        return exchange.change(
                named -> MembershipRules.set(named, exchange.caller().user(), role, exchange.now()),
                (world, set) -> new SetMembershipForUserResponse.Ok(views.full(set)));
    }

    @Override
    public RemoveMembershipForUserResponse removeMembershipForUser() {
        return exchange.change(
                named -> MembershipRules.remove(named, exchange.now()),
                (world, done) -> new RemoveMembershipForUserResponse.NoContent());
    }

    @Override
    public ListMembershipsForAuthenticatedUserResponse listMembershipsForAuthenticatedUser(
            String state, Integer perPage, Integer page) {
        User user = exchange.world().accounts().user(caller()).orElseThrow();
        OrgMembershipState wanted = state == null ? null : OrgMembershipState.of(state);
        Page<Long> ids =
                Page.of(exchange.permitted(MembershipRules.list(exchange.world(), user.id(), wanted)), page, perPage);
        return new ListMembershipsForAuthenticatedUserResponse.Ok(views.all(user, ids), exchange.links(ids));
    }

    @Override
    public GetMembershipForAuthenticatedUserResponse getMembershipForAuthenticatedUser() {
        return new GetMembershipForAuthenticatedUserResponse.Ok(
                views.full(MembershipRules.find(exchange.named(), caller())));
    }

    @Override
    public UpdateMembershipForAuthenticatedUserResponse updateMembershipForAuthenticatedUser(OrgMembershipUpdate body) {
        return accept(UpdateMembershipForAuthenticatedUserResponse.Ok::new);
    }

    @Override
    public UpdateMembershipForUserResponse updateMembershipForUser(OrgMembershipUpdate body) {
        return accept(UpdateMembershipForUserResponse.Ok::new);
    }

    private <T> T accept(Function<OrgMembership, T> response) {
        return exchange.change(
                named -> MembershipRules.accept(named, caller()),
                (world, accepted) -> response.apply(views.full(accepted)));
    }

    private long caller() {
        return exchange.caller().user().orElseThrow();
    }
}
