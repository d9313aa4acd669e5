package dev.hubtwin.internal.meta;

import dev.hubtwin.internal.api.MetaApi;
import dev.hubtwin.internal.api.model.InstallationRepositories;
import dev.hubtwin.internal.api.model.OrgMembershipUpdate;
import dev.hubtwin.internal.api.model.RepositorySelection;
import dev.hubtwin.internal.auth.RepositoryLookup;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.installations.InstallationRules;
import dev.hubtwin.internal.members.MemberRules;
import dev.hubtwin.internal.memberships.MembershipRules;
import dev.hubtwin.internal.outsidecollaborators.OutsideCollaboratorRules;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.InstallationViews;
import dev.hubtwin.internal.view.MemberViews;
import dev.hubtwin.internal.view.MembershipViews;
import dev.hubtwin.internal.view.OrganizationViews;
import dev.hubtwin.internal.view.RepositoryViews;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.repository.Repository;
import jakarta.inject.Inject;

/** The operations of the tag {@code meta}: what no document lists and real clients call all the same. */
public final class MetaResource implements MetaApi {

    private final RequestContext exchange;
    private final UserViews users;
    private final MemberViews members;
    private final RepositoryViews repositories;

    @Inject
    public MetaResource(RequestContext exchange) {
        this.exchange = exchange;
        this.users = new UserViews(exchange);
        this.members = new MemberViews(exchange);
        this.repositories = new RepositoryViews(exchange);
    }

    @Override
    public RootResponse root() {
        return new RootResponse.Ok(ServerViews.root(exchange.links()));
    }

    @Override
    public GetResponse get() {
        return new GetResponse.Ok(ServerViews.overview(exchange.links().dialect()));
    }

    @Override
    public GetRateLimitResponse getRateLimit() {
        return new GetRateLimitResponse.Ok(
                ServerViews.limits(exchange.window().orElseThrow(), exchange.window(RateLimiter.MANIFESTS)));
    }

    @Override
    public GetAuthenticatedResponse getAuthenticated() {
        User user = exchange.world()
                .accounts()
                .user(exchange.caller().user().orElseThrow())
                .orElseThrow();
        return new GetAuthenticatedResponse.Ok(users.own(user), Timestamps.http(user.updatedAt()));
    }

    @Override
    public GetByUsernameResponse getByUsername(String username) {
        Account account = exchange.world().accounts().account(username).orElseThrow(ApiException::notFound);
        return new GetByUsernameResponse.Ok(users.profile(account), Timestamps.http(account.updatedAt()));
    }

    @Override
    public ListForUserByIdResponse listForUserById(Long userId, Integer perPage, Integer page) {
        User user = exchange.world().accounts().user(userId).orElseThrow(ApiException::notFound);
        OrganizationViews views = new OrganizationViews(exchange);
        Page<Long> ids =
                Page.of(exchange.world().memberships().belonging(user.id()).visible(), page, perPage);
        return new ListForUserByIdResponse.Ok(views.simple(ids.items()), views.publicLinks(ids, user));
    }

    @Override
    public GetOrganizationByIdResponse getOrganizationById(Long organizationId) {
        Organization organization =
                exchange.world().accounts().organization(organizationId).orElseThrow(ApiException::notFound);
        return new GetOrganizationByIdResponse.Ok(
                new OrganizationViews(exchange).full(exchange.world(), organization),
                Timestamps.http(organization.updatedAt()));
    }

    @Override
    public ListMembersByIdResponse listMembersById(
            Long organizationId, String filter, String role, Integer perPage, Integer page) {
        return MemberRules.list(exchange.company(), filter, role)
                .map(all -> Page.of(all, page, perPage))
                .<ListMembersByIdResponse>map(
                        ids -> new ListMembersByIdResponse.Ok(members.simple(ids), members.links(ids)))
                .orElseGet(() -> new ListMembersByIdResponse.Found(members.publicMembers()));
    }

    @Override
    public CheckMembershipForUserByIdResponse checkMembershipForUserById(Long organizationId, String username) {
        return MemberRules.check(exchange.world(), exchange.company(), username)
                ? new CheckMembershipForUserByIdResponse.NoContent()
                : new CheckMembershipForUserByIdResponse.Found(members.publicMember(username));
    }

    @Override
    public ListPublicMembersByIdResponse listPublicMembersById(Long organizationId, Integer perPage, Integer page) {
        Page<Long> ids = Page.of(exchange.company().people().visible(), page, perPage);
        return new ListPublicMembersByIdResponse.Ok(members.simple(ids), members.publicLinks(ids));
    }

    @Override
    public CheckPublicMembershipForUserByIdResponse checkPublicMembershipForUserById(
            Long organizationId, String username) {
        MemberRules.checkPublic(exchange.world(), exchange.company().people(), username);
        return new CheckPublicMembershipForUserByIdResponse.NoContent();
    }

    @Override
    public ListOutsideCollaboratorsByIdResponse listOutsideCollaboratorsById(
            Long organizationId, String filter, Integer perPage, Integer page) {
        Page<Long> ids =
                Page.of(OutsideCollaboratorRules.list(exchange.world(), organizationId, filter), page, perPage);
        return new ListOutsideCollaboratorsByIdResponse.Ok(members.simple(ids), members.outsideLinks(ids));
    }

    @Override
    public UpdateMembershipForUserResponse updateMembershipForUser(
            String org, String username, OrgMembershipUpdate body) {
        return exchange.change(
                world -> MembershipRules.accept(world, exchange.caller().user().orElseThrow(), org),
                (world, held) -> new UpdateMembershipForUserResponse.Ok(new MembershipViews(exchange).full(held)));
    }

    @Override
    public GetRepositoryResponse getRepository(String owner, String repo) {
        RepositoryLookup.Found found = RepositoryLookup.find(exchange.world(), exchange.caller(), owner, repo);
        Repository repository = found.repository();
        return found.moved()
                ? new GetRepositoryResponse.MovedPermanently(
                        RepositoryViews.moved(repositories.byId(repository)), repositories.byId(repository))
                : new GetRepositoryResponse.Ok(
                        repositories.full(repository),
                        Timestamps.http(repository.times().updatedAt()));
    }

    @Override
    public GetRepositoryByIdResponse getRepositoryById(Long repositoryId) {
        Repository repository = RepositoryLookup.find(exchange.world(), exchange.caller(), repositoryId);
        return new GetRepositoryByIdResponse.Ok(
                repositories.full(repository),
                Timestamps.http(repository.times().updatedAt()));
    }

    @Override
    public GetRepoInstallationByIdResponse getRepoInstallationById(Long repositoryId) {
        Installation found = InstallationRules.reaching(
                exchange.world(),
                exchange.caller().app().orElseThrow(),
                exchange.world().repositories().repository(repositoryId));
        return new GetRepoInstallationByIdResponse.Ok(new InstallationViews(exchange).full(found));
    }

    @Override
    public ListReposAccessibleToInstallationResponse listReposAccessibleToInstallation(Integer perPage, Integer page) {
        RepositoryLookup.Reached reached = RepositoryLookup.ofInstallation(exchange.world(), exchange.caller());
        Page<Long> ids = Page.of(reached.ids(), page, perPage);
        InstallationRepositories body = new InstallationRepositories(
                (long) ids.total(),
                reached.all() ? RepositorySelection.ALL : RepositorySelection.SELECTED,
                ids.map(id -> repositories.full(
                        exchange.world().repositories().repository(id).orElseThrow())));
        return new ListReposAccessibleToInstallationResponse.Ok(body, exchange.links(ids));
    }
}
