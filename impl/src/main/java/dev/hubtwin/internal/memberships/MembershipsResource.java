package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.api.MembershipsApi;
import dev.hubtwin.internal.api.model.InvitationRoleFilter;
import dev.hubtwin.internal.api.model.InvitationSourceFilter;
import dev.hubtwin.internal.api.model.OrgMembership;
import dev.hubtwin.internal.api.model.OrgMembershipSet;
import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.api.model.OrgMembershipUpdate;
import dev.hubtwin.internal.api.model.OrganizationInvitation;
import dev.hubtwin.internal.api.model.OrganizationInvitationCreate;
import dev.hubtwin.internal.api.model.Team;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.InvitationViews;
import dev.hubtwin.internal.view.TeamViews;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.membership.OrganizationInvitations;
import dev.hubtwin.internal.world.naming.WireName;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The operations of the tag {@code memberships}. */
public final class MembershipsResource implements MembershipsApi {

    private final RequestContext exchange;
    private final MembershipViews views;
    private final InvitationViews invitations;
    private final TeamViews teams;

    public MembershipsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(MembershipViews::new);
        this.invitations = exchange.views(InvitationViews::new);
        this.teams = exchange.views(TeamViews::new);
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

    @Override
    public ListPendingInvitationsResponse listPendingInvitations(
            String role, String invitationSource, Integer perPage, Integer page) {
        return pending(role, invitationSource, perPage, page, ListPendingInvitationsResponse.Ok::new);
    }

    @Override
    public ListPendingInvitationsByIdResponse listPendingInvitationsById(
            String role, String invitationSource, Integer perPage, Integer page) {
        return pending(role, invitationSource, perPage, page, ListPendingInvitationsByIdResponse.Ok::new);
    }

    private <T> T pending(
            String role,
            String source,
            int perPage,
            int page,
            BiFunction<List<OrganizationInvitation>, String, T> response) {
        SortedIndex<Invitation> all =
                InvitationRules.list(invitations(), InvitationRoleFilter.of(role), InvitationSourceFilter.of(source));
        return response(Page.of(all, page, perPage), "/invitations", response);
    }

    @Override
    public ListFailedInvitationsResponse listFailedInvitations(Integer perPage, Integer page) {
        return failed(perPage, page, ListFailedInvitationsResponse.Ok::new);
    }

    @Override
    public ListFailedInvitationsByIdResponse listFailedInvitationsById(Integer perPage, Integer page) {
        return failed(perPage, page, ListFailedInvitationsByIdResponse.Ok::new);
    }

    private <T> T failed(int perPage, int page, BiFunction<List<OrganizationInvitation>, String, T> response) {
        return response(Page.of(invitations().failed(), page, perPage), "/failed_invitations", response);
    }

    private OrganizationInvitations invitations() {
        return exchange.world()
                .memberships()
                .roster(exchange.named().organization().id())
                .invitations();
    }

    private <T> T response(
            Page<Invitation> page, String list, BiFunction<List<OrganizationInvitation>, String, T> response) {
        long organization = exchange.named().organization().id();
        return response.apply(
                page.map(one -> invitations.full(organization, one)),
                exchange.organizationLinks().pages(page, list));
    }

    @Override
    public CreateInvitationResponse createInvitation(OrganizationInvitationCreate body) {
        return exchange.change(
                named -> InvitationRules.create(named, exchange.caller().user(), body, exchange.now()),
                (world, sent) -> new CreateInvitationResponse.Created(
                        invitations.full(exchange.named().organization().id(), sent)));
    }

    @Override
    public CancelInvitationResponse cancelInvitation() {
        return exchange.change(
                named -> InvitationRules.cancel(named, exchange.now()),
                (world, done) -> new CancelInvitationResponse.NoContent());
    }

    @Override
    public ListInvitationTeamsResponse listInvitationTeams(Integer perPage, Integer page) {
        return invitedTeams(perPage, page, ListInvitationTeamsResponse.Ok::new);
    }

    @Override
    public ListInvitationTeamsByIdResponse listInvitationTeamsById(Integer perPage, Integer page) {
        return invitedTeams(perPage, page, ListInvitationTeamsByIdResponse.Ok::new);
    }

    private <T> T invitedTeams(int perPage, int page, BiFunction<List<Team>, String, T> response) {
        Invitation invitation = exchange.named().invitation().orElseThrow();
        Page<Long> ids = Page.of(InvitationRules.teams(exchange.world(), invitation), page, perPage);
        return response.apply(
                teams.all(ids), exchange.organizationLinks().pages(ids, "/invitations/" + invitation.id() + "/teams"));
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
