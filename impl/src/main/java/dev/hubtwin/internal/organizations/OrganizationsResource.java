package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.api.OrganizationsApi;
import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.OrganizationViews;
import dev.hubtwin.internal.view.Previews;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.index.SortedIndex;
import jakarta.inject.Inject;
import java.util.List;

/** The operations of the tag {@code organizations}. */
public final class OrganizationsResource implements OrganizationsApi {

    private final RequestContext exchange;
    private final OrganizationViews views;

    @Inject
    public OrganizationsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new OrganizationViews(exchange);
    }

    @Override
    public ListResponse list(Long since, Integer perPage) {
        Chain chain = Chain.of(exchange.world().accounts().organizationIds(), since, perPage);
        return new ListResponse.Ok(views.simple(chain.ids()), exchange.linksSince(chain.next(), since != null));
    }

    @Override
    public GetResponse get(String org) {
        Organization organization =
                exchange.world().accounts().organization(org).orElseThrow(ApiException::notFound);
        return new GetResponse.Ok(
                views.full(exchange.world(), organization), Timestamps.http(organization.updatedAt()));
    }

    @Override
    public UpdateResponse update(String org, OrganizationUpdate body) {
        OrganizationUpdate allowed = Previews.allowed(body, exchange);
        return exchange.change(
                world -> OrganizationRules.update(world, org, allowed, exchange.now()),
                (world, changed) ->
                        new UpdateResponse.Ok(views.full(world, changed), Timestamps.http(changed.updatedAt())));
    }

    @Override
    public ListForAuthenticatedUserResponse listForAuthenticatedUser(Integer perPage, Integer page) {
        SortedIndex<Long> active = exchange.world()
                .memberships()
                .belonging(exchange.caller().user().orElseThrow())
                .active();
        Page<Long> ids = Page.of(exchange.reached(active), page, perPage);
        return new ListForAuthenticatedUserResponse.Ok(views.simple(ids.items()), exchange.links(ids));
    }

    @Override
    public ListForUserResponse listForUser(String username, Integer perPage, Integer page) {
        Account account = exchange.world().accounts().account(username).orElseThrow(ApiException::notFound);
        Page<Long> ids =
                Page.of(exchange.world().memberships().belonging(account.id()).visible(), page, perPage);
        return new ListForUserResponse.Ok(views.simple(ids.items()), views.publicLinks(ids, account));
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
