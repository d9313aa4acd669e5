package dev.hubtwin.meta;

import dev.hubtwin.api.MetaApi;
import dev.hubtwin.api.model.InstallationRepositories;
import dev.hubtwin.api.model.OrgMembershipUpdate;
import dev.hubtwin.api.model.RepositorySelection;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Limits;
import dev.hubtwin.http.Page;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.http.Times;
import dev.hubtwin.installations.InstallationViews;
import dev.hubtwin.installations.Installations;
import dev.hubtwin.members.MemberViews;
import dev.hubtwin.members.Members;
import dev.hubtwin.memberships.MembershipViews;
import dev.hubtwin.memberships.Memberships;
import dev.hubtwin.organizations.OrganizationViews;
import dev.hubtwin.outsidecollaborators.OutsideCollaborators;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.User;
import jakarta.inject.Inject;

/** The operations of the tag {@code meta}: what no document lists and real clients call all the same. */
public final class MetaResource implements MetaApi {

  private final Exchange exchange;
  private final UserViews users;
  private final MemberViews members;
  private final RepositoryViews repositories;

  @Inject
  public MetaResource(Exchange exchange) {
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
    return new GetRateLimitResponse.Ok(ServerViews.limits(exchange.window().orElseThrow(), exchange.window(Limits.MANIFESTS)));
  }

  @Override
  public GetAuthenticatedResponse getAuthenticated() {
    User user = exchange.world().accounts().user(exchange.caller().user().orElseThrow()).orElseThrow();
    return new GetAuthenticatedResponse.Ok(users.own(user), Times.http(user.updatedAt()));
  }

  @Override
  public GetByUsernameResponse getByUsername(String username) {
    Account account = exchange.world().accounts().account(username).orElseThrow(Refusal::notFound);
    return new GetByUsernameResponse.Ok(users.profile(account), Times.http(account.updatedAt()));
  }

  @Override
  public ListForUserByIdResponse listForUserById(Long userId, Integer perPage, Integer page) {
    User user = exchange.world().accounts().user(userId).orElseThrow(Refusal::notFound);
    OrganizationViews views = new OrganizationViews(exchange);
    Page<Long> ids = Page.of(exchange.world().memberships().belonging(user.id()).visible(), page, perPage);
    return new ListForUserByIdResponse.Ok(views.simple(ids.items()), views.publicLinks(ids, user));
  }

  @Override
  public GetOrganizationByIdResponse getOrganizationById(Long organizationId) {
    Organization organization = exchange.world().accounts().organization(organizationId).orElseThrow(Refusal::notFound);
    return new GetOrganizationByIdResponse.Ok(
        new OrganizationViews(exchange).full(exchange.world(), organization), Times.http(organization.updatedAt()));
  }

  @Override
  public ListMembersByIdResponse listMembersById(
      Long organizationId, String filter, String role, Integer perPage, Integer page) {
    return Members.list(exchange.company(), filter, role)
        .map(all -> Page.of(all, page, perPage))
        .<ListMembersByIdResponse>map(ids -> new ListMembersByIdResponse.Ok(members.simple(ids), members.links(ids)))
        .orElseGet(() -> new ListMembersByIdResponse.Found(members.publicMembers()));
  }

  @Override
  public CheckMembershipForUserByIdResponse checkMembershipForUserById(Long organizationId, String username) {
    return Members.check(exchange.world(), exchange.company(), username)
        ? new CheckMembershipForUserByIdResponse.NoContent()
        : new CheckMembershipForUserByIdResponse.Found(members.publicMember(username));
  }

  @Override
  public ListPublicMembersByIdResponse listPublicMembersById(Long organizationId, Integer perPage, Integer page) {
    Page<Long> ids = Page.of(exchange.company().people().visible(), page, perPage);
    return new ListPublicMembersByIdResponse.Ok(members.simple(ids), members.publicLinks(ids));
  }

  @Override
  public CheckPublicMembershipForUserByIdResponse checkPublicMembershipForUserById(Long organizationId, String username) {
    Members.checkPublic(exchange.world(), exchange.company().people(), username);
    return new CheckPublicMembershipForUserByIdResponse.NoContent();
  }

  @Override
  public ListOutsideCollaboratorsByIdResponse listOutsideCollaboratorsById(
      Long organizationId, String filter, Integer perPage, Integer page) {
    Page<Long> ids = Page.of(OutsideCollaborators.list(exchange.world(), organizationId, filter), page, perPage);
    return new ListOutsideCollaboratorsByIdResponse.Ok(members.simple(ids), members.outsideLinks(ids));
  }

  @Override
  public UpdateMembershipForUserResponse updateMembershipForUser(String org, String username, OrgMembershipUpdate body) {
    return exchange.change(
        world -> Memberships.accept(world, exchange.caller().user().orElseThrow(), org),
        (world, held) -> new UpdateMembershipForUserResponse.Ok(new MembershipViews(exchange).full(held)));
  }

  @Override
  public GetRepositoryResponse getRepository(String owner, String repo) {
    Repositories.Found found = Repositories.find(exchange.world(), exchange.caller(), owner, repo);
    Repository repository = found.repository();
    return found.moved()
        ? new GetRepositoryResponse.MovedPermanently(
            RepositoryViews.moved(repositories.byId(repository)), repositories.byId(repository))
        : new GetRepositoryResponse.Ok(repositories.full(repository), Times.http(repository.times().updatedAt()));
  }

  @Override
  public GetRepositoryByIdResponse getRepositoryById(Long repositoryId) {
    Repository repository = Repositories.find(exchange.world(), exchange.caller(), repositoryId);
    return new GetRepositoryByIdResponse.Ok(repositories.full(repository), Times.http(repository.times().updatedAt()));
  }

  @Override
  public GetRepoInstallationByIdResponse getRepoInstallationById(Long repositoryId) {
    Installation found = Installations.reaching(
        exchange.world(), exchange.caller().app().orElseThrow(), exchange.world().repositories().repository(repositoryId));
    return new GetRepoInstallationByIdResponse.Ok(new InstallationViews(exchange).full(found));
  }

  @Override
  public ListReposAccessibleToInstallationResponse listReposAccessibleToInstallation(Integer perPage, Integer page) {
    Repositories.Reached reached = Repositories.ofInstallation(exchange.world(), exchange.caller());
    Page<Long> ids = Page.of(reached.ids(), page, perPage);
    InstallationRepositories body = new InstallationRepositories(
        (long) ids.total(),
        reached.all() ? RepositorySelection.ALL : RepositorySelection.SELECTED,
        ids.map(id -> repositories.full(exchange.world().repositories().repository(id).orElseThrow())));
    return new ListReposAccessibleToInstallationResponse.Ok(body, exchange.links(ids));
  }
}
