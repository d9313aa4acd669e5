package dev.hubtwin.internal.members;

import dev.hubtwin.internal.api.MembersApi;
import dev.hubtwin.internal.exchange.OrganizationLinks;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.account.UserName;
import java.util.Optional;

/** The operations of the tag {@code members}. */
public final class MembersResource implements MembersApi {

    private static final String LIST = "/members";

    private final RequestContext exchange;
    private final OrganizationLinks links;
    private final UserViews views;

    public MembersResource(RequestContext exchange) {
        this.exchange = exchange;
        this.links = exchange.organizationLinks();
        this.views = exchange.views(UserViews::new);
    }

    @Override
    public ListMembersResponse listMembers(String filter, String role, Integer perPage, Integer page) {
        return members(filter, role, perPage, page)
                .<ListMembersResponse>map(ids -> new ListMembersResponse.Ok(views.all(ids), links.pages(ids, LIST)))
                .orElseGet(() -> new ListMembersResponse.Found(links.publicMembers()));
    }

    @Override
    public ListMembersByIdResponse listMembersById(String filter, String role, Integer perPage, Integer page) {
        return members(filter, role, perPage, page)
                .<ListMembersByIdResponse>map(
                        ids -> new ListMembersByIdResponse.Ok(views.all(ids), links.pages(ids, LIST)))
                .orElseGet(() -> new ListMembersByIdResponse.Found(links.publicMembers()));
    }

    private Optional<Page<UserName>> members(String filter, String role, int perPage, int page) {
        return MemberRules.list(exchange.memberVisibility(), filter, role).map(all -> Page.of(all, page, perPage));
    }

    @Override
    public CheckMembershipForUserResponse checkMembershipForUser() {
        return learnsOfMember()
                ? new CheckMembershipForUserResponse.NoContent()
                : new CheckMembershipForUserResponse.Found(links.publicMember());
    }

    @Override
    public CheckMembershipForUserByIdResponse checkMembershipForUserById() {
        return learnsOfMember()
                ? new CheckMembershipForUserByIdResponse.NoContent()
                : new CheckMembershipForUserByIdResponse.Found(links.publicMember());
    }

    private boolean learnsOfMember() {
        return MemberRules.check(exchange.named(), exchange.memberVisibility());
    }

    @Override
    public RemoveMemberResponse removeMember() {
        return exchange.change(
                named -> MemberRules.remove(named, exchange.now()),
                (world, done) -> new RemoveMemberResponse.NoContent());
    }

    @Override
    public ListPublicMembersResponse listPublicMembers(Integer perPage, Integer page) {
        Page<UserName> ids = publicMembers(perPage, page);
        return new ListPublicMembersResponse.Ok(views.all(ids), links.pages(ids, OrganizationLinks.PUBLIC_MEMBERS));
    }

    @Override
    public ListPublicMembersByIdResponse listPublicMembersById(Integer perPage, Integer page) {
        Page<UserName> ids = publicMembers(perPage, page);
        return new ListPublicMembersByIdResponse.Ok(views.all(ids), links.pages(ids, OrganizationLinks.PUBLIC_MEMBERS));
    }

    private Page<UserName> publicMembers(int perPage, int page) {
        return Page.of(exchange.memberVisibility().people().visible(), page, perPage);
    }

    @Override
    public CheckPublicMembershipForUserResponse checkPublicMembershipForUser() {
        MemberRules.checkPublic(exchange.named());
        return new CheckPublicMembershipForUserResponse.NoContent();
    }

    @Override
    public CheckPublicMembershipForUserByIdResponse checkPublicMembershipForUserById() {
        MemberRules.checkPublic(exchange.named());
        return new CheckPublicMembershipForUserByIdResponse.NoContent();
    }

    @Override
    public SetPublicMembershipForAuthenticatedUserResponse setPublicMembershipForAuthenticatedUser() {
        return exchange.change(
                named -> MemberRules.show(named, true),
                (world, done) -> new SetPublicMembershipForAuthenticatedUserResponse.NoContent());
    }

    @Override
    public RemovePublicMembershipForAuthenticatedUserResponse removePublicMembershipForAuthenticatedUser() {
        return exchange.change(
                named -> MemberRules.show(named, false),
                (world, done) -> new RemovePublicMembershipForAuthenticatedUserResponse.NoContent());
    }
}
