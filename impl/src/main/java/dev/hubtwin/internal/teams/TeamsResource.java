package dev.hubtwin.internal.teams;

import dev.hubtwin.internal.api.TeamsApi;
import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.api.model.Team;
import dev.hubtwin.internal.api.model.TeamFull;
import dev.hubtwin.internal.api.model.TeamMembershipSet;
import dev.hubtwin.internal.api.model.TeamRoleFilter;
import dev.hubtwin.internal.auth.TeamVisibility;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.TeamViews;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.naming.WireName;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The operations of the tag {@code teams}. */
public final class TeamsResource implements TeamsApi {

    private final RequestContext exchange;
    private final TeamViews views;
    private final UserViews users;

    public TeamsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(TeamViews::new);
        this.users = exchange.views(UserViews::new);
    }

    @Override
    public ListResponse list(Integer perPage, Integer page) {
        return list(perPage, page, ListResponse.Ok::new);
    }

    @Override
    public ListByIdResponse listById(Integer perPage, Integer page) {
        return list(perPage, page, ListByIdResponse.Ok::new);
    }

    private <T> T list(int perPage, int page, BiFunction<List<Team>, String, T> response) {
        Page<Long> ids = TeamVisibility.of(
                        exchange.world(),
                        exchange.caller(),
                        exchange.named().organization().id())
                .page(page, perPage);
        return response.apply(views.all(ids), exchange.organizationLinks().pages(ids, "/teams"));
    }

    @Override
    public GetByNameResponse getByName() {
        return new GetByNameResponse.Ok(views.whole(TeamRules.team(exchange.named())));
    }

    @Override
    public GetByNameByIdResponse getByNameById() {
        return new GetByNameByIdResponse.Ok(views.whole(TeamRules.team(exchange.named())));
    }

    @Override
    public ListMembersInOrgResponse listMembersInOrg(String role, Integer perPage, Integer page) {
        return members(role, perPage, page, ListMembersInOrgResponse.Ok::new);
    }

    @Override
    public ListMembersInOrgByIdResponse listMembersInOrgById(String role, Integer perPage, Integer page) {
        return members(role, perPage, page, ListMembersInOrgByIdResponse.Ok::new);
    }

    private <T> T members(String role, int perPage, int page, BiFunction<List<SimpleUser>, String, T> response) {
        long team = TeamRules.team(exchange.named()).id();
        Page<UserName> names = Page.of(
                TeamRules.members(exchange.world().teams().roster(team), TeamRoleFilter.of(role)), page, perPage);
        return response.apply(
                users.all(names), exchange.organizationLinks().pages(names, "/team/" + team + "/members"));
    }

    @Override
    public GetMembershipForUserInOrgResponse getMembershipForUserInOrg() {
        return new GetMembershipForUserInOrgResponse.Ok(membership(TeamRules.find(exchange.named())));
    }

    @Override
    public GetMembershipForUserInOrgByIdResponse getMembershipForUserInOrgById() {
        return new GetMembershipForUserInOrgByIdResponse.Ok(membership(TeamRules.find(exchange.named())));
    }

    private dev.hubtwin.internal.api.model.TeamMembership membership(TeamMembership shown) {
        return new dev.hubtwin.internal.api.model.TeamMembership(
                views.membershipUrl(shown.team(), shown.user()),
                dev.hubtwin.internal.api.model.TeamRole.of(shown.role().word()),
                OrgMembershipState.of(shown.state().word()));
    }

    @Override
    public AddOrUpdateMembershipForUserInOrgResponse addOrUpdateMembershipForUserInOrg(TeamMembershipSet body) {
        return set(body, AddOrUpdateMembershipForUserInOrgResponse.Ok::new);
    }

    @Override
    public AddOrUpdateMembershipForUserInOrgByIdResponse addOrUpdateMembershipForUserInOrgById(TeamMembershipSet body) {
        return set(body, AddOrUpdateMembershipForUserInOrgByIdResponse.Ok::new);
    }

    private <T> T set(TeamMembershipSet body, Function<dev.hubtwin.internal.api.model.TeamMembership, T> response) {
        TeamRole role = WireName.read(TeamRole.class, body.role().text());
        return exchange.change(
                named -> TeamRules.set(named, exchange.caller().user(), role, exchange.now()),
                (world, made) -> response.apply(membership(made)));
    }

    @Override
    public RemoveMembershipForUserInOrgResponse removeMembershipForUserInOrg() {
        return remove(RemoveMembershipForUserInOrgResponse.NoContent::new);
    }

    @Override
    public RemoveMembershipForUserInOrgByIdResponse removeMembershipForUserInOrgById() {
        return remove(RemoveMembershipForUserInOrgByIdResponse.NoContent::new);
    }

    private <T> T remove(Supplier<T> response) {
        return exchange.change(TeamRules::remove, (world, done) -> response.get());
    }

    @Override
    public ListForAuthenticatedUserResponse listForAuthenticatedUser(Integer perPage, Integer page) {
        Page<Long> ids = own(perPage, page);
        List<TeamFull> teams =
                ids.map(id -> views.whole(exchange.world().teams().team(id).orElseThrow()));
        return new ListForAuthenticatedUserResponse.Ok(teams, exchange.links(ids));
    }

    /** The teams of the caller; of a token that reaches some organizations only, those there. */
    private Page<Long> own(int perPage, int page) {
        World world = exchange.world();
        long user = exchange.caller().user().orElseThrow();
        SortedIndex<Long> teams = world.teams().ofUser(user);
        SortedIndex<Long> organizations = world.memberships().belonging(user).active();
        SortedIndex<Long> permitted = exchange.permitted(organizations);
        if (permitted.size() == organizations.size()) {
            return Page.of(teams, page, perPage);
        }
        List<Long> reached = teams.elements().stream()
                .filter(id ->
                        permitted.contains(world.teams().team(id).orElseThrow().organizationId()))
                .toList();
        return Page.of(reached, page, perPage);
    }
}
