package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.api.OrganizationsApi;
import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.OrganizationViews;
import dev.hubtwin.internal.view.Previews;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.List;

/** The operations of the tag {@code organizations}. */
public final class OrganizationsResource implements OrganizationsApi {

    private final RequestContext exchange;
    private final OrganizationViews views;

    public OrganizationsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(OrganizationViews::new);
    }

    @Override
    public ListResponse list(Long since, Integer perPage) {
        Chain chain = Chain.of(exchange.world().accounts().organizationIds(), since, perPage);
        return new ListResponse.Ok(
                views.simple(chain.ids()), exchange.pageLinks().since(chain.next(), since != null));
    }

    @Override
    public GetResponse get() {
        Organization organization = exchange.named().organization();
        return new GetResponse.Ok(full(organization), Timestamps.http(organization.updatedAt()));
    }

    @Override
    public GetByIdResponse getById() {
        Organization organization = exchange.named().organization();
        return new GetByIdResponse.Ok(full(organization), Timestamps.http(organization.updatedAt()));
    }

    private OrganizationFull full(Organization organization) {
        return views.full(
                organization,
                exchange.organizationVisibility(exchange.world()),
                exchange.hasPreview(Previews.FINER_CREATION));
    }

    @Override
    public UpdateResponse update(OrganizationUpdate body) {
        boolean finerCreation = exchange.hasPreview(Previews.FINER_CREATION);
        OrganizationUpdate allowed = Previews.allowed(body, finerCreation);
        return exchange.change(
                named -> OrganizationRules.update(
                        named, allowed, exchange.links().dialect(), exchange.now()),
                (world, changed) -> new UpdateResponse.Ok(new OrganizationViews(world, exchange.links())
                        .full(changed, exchange.organizationVisibility(world), finerCreation)));
    }

    @Override
    public UpdateByPostResponse updateByPost(OrganizationUpdate body) {
        UpdateResponse.Ok updated = (UpdateResponse.Ok) update(body);
        return new UpdateByPostResponse.Ok(updated.body());
    }

    @Override
    public ListForAuthenticatedUserResponse listForAuthenticatedUser(Integer perPage, Integer page) {
        SortedIndex<Long> active = exchange.world()
                .memberships()
                .belonging(exchange.caller().user().orElseThrow())
                .active();
        Page<Long> ids = Page.of(exchange.permitted(active), page, perPage);
        return new ListForAuthenticatedUserResponse.Ok(views.simple(ids.items()), exchange.links(ids));
    }

    @Override
    public ListForUserResponse listForUser(Integer perPage, Integer page) {
        Account account = exchange.named().account().orElseThrow(ApiException::notFound);
        Page<Long> ids = publicOnes(account, perPage, page);
        return new ListForUserResponse.Ok(views.simple(ids.items()), publicLinks(account, ids));
    }

    @Override
    public ListForUserByIdResponse listForUserById(Integer perPage, Integer page) {
        User user = exchange.named().user().orElseThrow(ApiException::notFound);
        Page<Long> ids = publicOnes(user, perPage, page);
        return new ListForUserByIdResponse.Ok(views.simple(ids.items()), publicLinks(user, ids));
    }

    private Page<Long> publicOnes(Account account, int perPage, int page) {
        return Page.of(exchange.world().memberships().belonging(account.id()).visible(), page, perPage);
    }

    /** The addresses bear the account's id, as GitHub's. */
    private String publicLinks(Account account, Page<Long> ids) {
        return exchange.links(ids, "/user/" + account.id() + "/orgs");
    }

    /**
     * A page of the list that {@code since} chains (R34 to R37).
     *
     * @param ids the page
     * @param next the id that the next page continues after, or null on the last one
     */
    private record Chain(List<Long> ids, Long next) {

        static Chain of(SortedIndex<Long> all, Long since, int size) {
            int from = since == null ? 0 : all.rankAfter(since);
            List<Long> ids = all.slice(from, size);
            return new Chain(ids, from + ids.size() < all.size() ? ids.get(ids.size() - 1) : null);
        }
    }
}
