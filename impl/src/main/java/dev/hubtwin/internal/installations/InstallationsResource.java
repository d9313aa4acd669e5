package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.api.InstallationsApi;
import dev.hubtwin.internal.api.model.InstallationTokenCreate;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.view.InstallationViews;
import dev.hubtwin.internal.view.RepositoryViews;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.repository.Repository;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The operations of the tag {@code installations}. */
public final class InstallationsResource implements InstallationsApi {

    private static final String LIST = "/installations";

    private final RequestContext exchange;
    private final InstallationViews views;

    @Inject
    public InstallationsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new InstallationViews(exchange);
    }

    @Override
    public ListInstallationsResponse listInstallations(
            Integer perPage, Integer page, OffsetDateTime since, String outdated) {
        Page<Long> ids = InstallationRules.list(
                exchange.world(), app(), since == null ? null : since.toInstant(), page, perPage);
        return new ListInstallationsResponse.Ok(views.all(ids), exchange.links(ids));
    }

    @Override
    public GetInstallationResponse getInstallation(Long installationId) {
        return new GetInstallationResponse.Ok(views.full(InstallationRules.find(exchange.world(), installationId)));
    }

    @Override
    public DeleteInstallationResponse deleteInstallation(Long installationId) {
        return exchange.change(
                world -> InstallationRules.delete(world, installationId),
                (world, done) -> new DeleteInstallationResponse.NoContent());
    }

    @Override
    public CreateInstallationAccessTokenResponse createInstallationAccessToken(
            Long installationId, InstallationTokenCreate body) {
        RequestedAccess asked = new RequestedAccess(body.repositories(), body.repositoryIds(), body.permissions());
        String text = RandomTokens.token("ghs_");
        return exchange.change(
                world -> AccessTokens.create(world, installationId, asked, text, exchange.now()),
                (world, token) -> new CreateInstallationAccessTokenResponse.Created(views.token(world, token)));
    }

    @Override
    public SuspendInstallationResponse suspendInstallation(Long installationId) {
        return exchange.change(
                world -> InstallationRules.suspend(world, installationId, exchange.now()),
                (world, done) -> new SuspendInstallationResponse.NoContent());
    }

    @Override
    public UnsuspendInstallationResponse unsuspendInstallation(Long installationId) {
        return exchange.change(
                world -> InstallationRules.unsuspend(world, installationId, exchange.now()),
                (world, done) -> new UnsuspendInstallationResponse.NoContent());
    }

    @Override
    public ListAppInstallationsResponse listAppInstallations(String org, Integer perPage, Integer page) {
        Page<Long> ids = onOrganization(perPage, page);
        return new ListAppInstallationsResponse.Ok(views.counted(ids), exchange.linksById(ids, LIST));
    }

    @Override
    public ListAppInstallationsByIdResponse listAppInstallationsById(
            Long organizationId, Integer perPage, Integer page) {
        Page<Long> ids = onOrganization(perPage, page);
        return new ListAppInstallationsByIdResponse.Ok(views.counted(ids), exchange.linksById(ids, LIST));
    }

    private Page<Long> onOrganization(int perPage, int page) {
        return Page.of(
                exchange.world()
                        .apps()
                        .installations()
                        .onAccount(exchange.organization().id()),
                page,
                perPage);
    }

    @Override
    public GetOrgInstallationResponse getOrgInstallation(String org) {
        Installation found = InstallationRules.on(
                exchange.world(), app(), exchange.world().accounts().organization(org));
        return new GetOrgInstallationResponse.Ok(views.full(found));
    }

    @Override
    public GetRepoInstallationResponse getRepoInstallation(String owner, String repo) {
        Optional<Repository> current = exchange.world().repository(owner, repo);
        Optional<Repository> former = exchange.world().repositories().former(owner, repo);
        Installation found = InstallationRules.reaching(exchange.world(), app(), current.or(() -> former));
        return current.isPresent()
                ? new GetRepoInstallationResponse.Ok(views.full(found))
                : moved(former.orElseThrow());
    }

    private GetRepoInstallationResponse moved(Repository repository) {
        String there = new RepositoryViews(exchange).byId(repository) + "/installation";
        return new GetRepoInstallationResponse.MovedPermanently(RepositoryViews.moved(there), there);
    }

    @Override
    public GetUserInstallationResponse getUserInstallation(String username) {
        Installation found = InstallationRules.on(
                exchange.world(), app(), exchange.world().accounts().account(username));
        return new GetUserInstallationResponse.Ok(views.full(found));
    }

    private long app() {
        return exchange.caller().app().orElseThrow();
    }
}
