package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.api.InstallationsApi;
import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.api.model.InstallationRepositories;
import dev.hubtwin.internal.api.model.InstallationTokenCreate;
import dev.hubtwin.internal.api.model.RepositorySelection;
import dev.hubtwin.internal.auth.RepositoryLookup;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.view.InstallationViews;
import dev.hubtwin.internal.view.RepositoryViews;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.repository.Repository;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;

/** The operations of the tag {@code installations}. */
public final class InstallationsResource implements InstallationsApi {

    private static final String LIST = "/installations";

    private final RequestContext exchange;
    private final InstallationViews views;

    @Inject
    public InstallationsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(InstallationViews::new);
    }

    @Override
    public ListInstallationsResponse listInstallations(
            Integer perPage, Integer page, OffsetDateTime since, String outdated) {
        Page<Long> ids = InstallationRules.list(
                exchange.world(), app(), since == null ? null : since.toInstant(), page, perPage);
        return new ListInstallationsResponse.Ok(views.all(ids), exchange.links(ids));
    }

    @Override
    public GetInstallationResponse getInstallation() {
        return new GetInstallationResponse.Ok(views.full(InstallationRules.find(exchange.named())));
    }

    @Override
    public DeleteInstallationResponse deleteInstallation() {
        return exchange.change(
                InstallationRules::delete,
                (world, done) -> exchange.version() == ApiVersion._2022_11_28
                        ? new DeleteInstallationResponse.NoContent()
                        : new DeleteInstallationResponse.Accepted());
    }

    @Override
    public CreateInstallationAccessTokenResponse createInstallationAccessToken(InstallationTokenCreate body) {
        RequestedAccess asked = new RequestedAccess(body.repositories(), body.repositoryIds(), body.permissions());
        String text = RandomTokens.token("ghs_");
        return exchange.change(
                named -> AccessTokens.create(named.world(), InstallationRules.find(named), asked, text, exchange.now()),
                (world, token) -> new CreateInstallationAccessTokenResponse.Created(
                        new InstallationViews(world, exchange.links()).token(token)));
    }

    @Override
    public RevokeInstallationAccessTokenResponse revokeInstallationAccessToken() {
        return exchange.change(
                named -> AccessTokens.revoke(
                        named.world(), exchange.caller().token().orElseThrow()),
                (world, done) -> new RevokeInstallationAccessTokenResponse.NoContent());
    }

    @Override
    public SuspendInstallationResponse suspendInstallation() {
        return exchange.change(
                named -> InstallationRules.suspend(named, exchange.now()),
                (world, done) -> new SuspendInstallationResponse.NoContent());
    }

    @Override
    public UnsuspendInstallationResponse unsuspendInstallation() {
        return exchange.change(
                named -> InstallationRules.unsuspend(named, exchange.now()),
                (world, done) -> new UnsuspendInstallationResponse.NoContent());
    }

    @Override
    public ListAppInstallationsResponse listAppInstallations(Integer perPage, Integer page) {
        Page<Long> ids = onOrganization(perPage, page);
        return new ListAppInstallationsResponse.Ok(
                views.counted(ids), exchange.organizationLinks().pages(ids, LIST));
    }

    @Override
    public ListAppInstallationsByIdResponse listAppInstallationsById(Integer perPage, Integer page) {
        Page<Long> ids = onOrganization(perPage, page);
        return new ListAppInstallationsByIdResponse.Ok(
                views.counted(ids), exchange.organizationLinks().pages(ids, LIST));
    }

    private Page<Long> onOrganization(int perPage, int page) {
        return Page.of(
                exchange.world()
                        .apps()
                        .installations()
                        .onAccount(exchange.named().organization().id()),
                page,
                perPage);
    }

    @Override
    public GetOrgInstallationResponse getOrgInstallation() {
        Installation found =
                InstallationRules.on(exchange.world(), app(), exchange.named().organization());
        return new GetOrgInstallationResponse.Ok(views.full(found));
    }

    @Override
    public GetUserInstallationResponse getUserInstallation() {
        Account account = exchange.named().account().orElseThrow(ApiException::notFound);
        return new GetUserInstallationResponse.Ok(views.full(InstallationRules.on(exchange.world(), app(), account)));
    }

    @Override
    public GetRepoInstallationResponse getRepoInstallation() {
        Installation found = InstallationRules.reaching(exchange.named(), app());
        return exchange.named().isRepositoryMoved()
                ? moved(exchange.named().repository().orElseThrow())
                : new GetRepoInstallationResponse.Ok(views.full(found));
    }

    private GetRepoInstallationResponse moved(Repository repository) {
        String there = exchange.views(RepositoryViews::new).byId(repository) + "/installation";
        return new GetRepoInstallationResponse.MovedPermanently(RepositoryViews.moved(there), there);
    }

    @Override
    public GetRepoInstallationByIdResponse getRepoInstallationById() {
        return new GetRepoInstallationByIdResponse.Ok(views.full(InstallationRules.reaching(exchange.named(), app())));
    }

    @Override
    public ListReposAccessibleToInstallationResponse listReposAccessibleToInstallation(Integer perPage, Integer page) {
        RepositoryLookup.Reached reached = RepositoryLookup.ofInstallation(exchange.world(), exchange.caller());
        RepositoryViews repositories = exchange.views(RepositoryViews::new);
        Page<Long> ids = Page.of(reached.ids(), page, perPage);
        InstallationRepositories body = new InstallationRepositories(
                (long) ids.total(),
                reached.all() ? RepositorySelection.ALL : RepositorySelection.SELECTED,
                ids.map(id -> repositories.ofInstallation(
                        exchange.world().repositories().repository(id).orElseThrow())));
        return new ListReposAccessibleToInstallationResponse.Ok(body, exchange.links(ids));
    }

    private long app() {
        return exchange.caller().app().orElseThrow();
    }
}
