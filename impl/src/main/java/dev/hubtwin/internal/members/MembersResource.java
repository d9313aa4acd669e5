package dev.hubtwin.internal.members;

import dev.hubtwin.internal.api.MembersApi;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.MemberViews;
import jakarta.inject.Inject;

/** The operations of the tag {@code members}. */
public final class MembersResource implements MembersApi {

    private final RequestContext exchange;
    private final MemberViews views;

    @Inject
    public MembersResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new MemberViews(exchange);
    }

    @Override
    public ListMembersResponse listMembers(String org, String filter, String role, Integer perPage, Integer page) {
        return MemberRules.list(exchange.company(), filter, role)
                .map(members -> Page.of(members, page, perPage))
                .<ListMembersResponse>map(ids -> new ListMembersResponse.Ok(views.simple(ids), views.links(ids)))
                .orElseGet(() -> new ListMembersResponse.Found(views.publicMembers()));
    }

    @Override
    public CheckMembershipForUserResponse checkMembershipForUser(String org, String username) {
        return MemberRules.check(exchange.world(), exchange.company(), username)
                ? new CheckMembershipForUserResponse.NoContent()
                : new CheckMembershipForUserResponse.Found(views.publicMember(username));
    }

    @Override
    public RemoveMemberResponse removeMember(String org, String username) {
        return exchange.change(
                world -> MemberRules.remove(world, org, username, exchange.now()),
                (world, done) -> new RemoveMemberResponse.NoContent());
    }

    @Override
    public ListPublicMembersResponse listPublicMembers(String org, Integer perPage, Integer page) {
        Page<Long> ids = Page.of(exchange.company().people().visible(), page, perPage);
        return new ListPublicMembersResponse.Ok(views.simple(ids), views.publicLinks(ids));
    }

    @Override
    public CheckPublicMembershipForUserResponse checkPublicMembershipForUser(String org, String username) {
        MemberRules.checkPublic(exchange.world(), exchange.company().people(), username);
        return new CheckPublicMembershipForUserResponse.NoContent();
    }

    @Override
    public SetPublicMembershipForAuthenticatedUserResponse setPublicMembershipForAuthenticatedUser(
            String org, String username) {
        return exchange.change(
                world -> MemberRules.show(world, org, username, true),
                (world, done) -> new SetPublicMembershipForAuthenticatedUserResponse.NoContent());
    }

    @Override
    public RemovePublicMembershipForAuthenticatedUserResponse removePublicMembershipForAuthenticatedUser(
            String org, String username) {
        return exchange.change(
                world -> MemberRules.show(world, org, username, false),
                (world, done) -> new RemovePublicMembershipForAuthenticatedUserResponse.NoContent());
    }
}
