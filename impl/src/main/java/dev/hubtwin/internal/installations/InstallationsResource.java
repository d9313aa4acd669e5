package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.api.InstallationsApi;
import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.api.model.FullRepository;
import dev.hubtwin.internal.api.model.InstallationRepositories;
import dev.hubtwin.internal.api.model.InstallationTokenCreate;
import dev.hubtwin.internal.api.model.IntegrationInstallationRequest;
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
import dev.hubtwin.internal.world.token.Grant.UserToServer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;

/** The operations of the tag {@code installations}. */
public final class InstallationsResource implements InstallationsApi {

    private static final String LIST = "/installations";

    private final RequestContext exchange;
    private final InstallationViews views;

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
        Page<Long> ids = Page.of(reached.ids(), page, perPage);
        return new ListReposAccessibleToInstallationResponse.Ok(
                repositories(
                        ids,
                        reached.all() ? RepositorySelection.ALL : RepositorySelection.SELECTED,
                        RepositoryViews::ofInstallation),
                exchange.links(ids));
    }

    @Override
    public ListInstallationsForAuthenticatedUserResponse listInstallationsForAuthenticatedUser(
            Integer perPage, Integer page) {
        Page<Long> ids = Page.of(UserInstallations.of(exchange.world(), userToServer()), page, perPage);
        return new ListInstallationsForAuthenticatedUserResponse.Ok(views.counted(ids), exchange.links(ids));
    }

    @Override
    public ListInstallationReposForAuthenticatedUserResponse listInstallationReposForAuthenticatedUser(
            Integer perPage, Integer page) {
        Installation one = UserInstallations.find(exchange.named(), userToServer());
        Page<Long> ids = Page.of(UserInstallations.repositories(exchange.world(), one, userToServer()), page, perPage);
        return new ListInstallationReposForAuthenticatedUserResponse.Ok(
                repositories(ids, InstallationViews.selection(one.selection()), RepositoryViews::item),
                exchange.links(ids));
    }

    @Override
    public AddRepoToInstallationForAuthenticatedUserResponse addRepoToInstallationForAuthenticatedUser() {
        return exchange.change(
                named -> UserInstallations.change(named, user(), true, exchange.now()),
                (world, done) -> new AddRepoToInstallationForAuthenticatedUserResponse.NoContent());
    }

    @Override
    public RemoveRepoFromInstallationForAuthenticatedUserResponse removeRepoFromInstallationForAuthenticatedUser() {
        return exchange.change(
                named -> UserInstallations.change(named, user(), false, exchange.now()),
                (world, done) -> new RemoveRepoFromInstallationForAuthenticatedUserResponse.NoContent());
    }

    @Override
    public ListInstallationRequestsForAuthenticatedAppResponse listInstallationRequestsForAuthenticatedApp(
            Integer perPage, Integer page) {
        Page<IntegrationInstallationRequest> none = Page.of(List.of(), page, perPage);
        return new ListInstallationRequestsForAuthenticatedAppResponse.Ok(none.items(), exchange.links(none));
    }

    private InstallationRepositories repositories(
            Page<Long> ids,
            RepositorySelection selection,
            BiFunction<RepositoryViews, Repository, FullRepository> view) {
        RepositoryViews shown = exchange.views(RepositoryViews::new);
        return new InstallationRepositories(
                (long) ids.total(),
                selection,
                ids.map(id -> view.apply(
                        shown, exchange.world().repositories().repository(id).orElseThrow())));
    }

    private UserToServer userToServer() {
        return (UserToServer) exchange.caller().grant();
    }

    private long user() {
        return exchange.caller().user().orElseThrow();
    }

    private long app() {
        return exchange.caller().app().orElseThrow();
    }
}
