package dev.hubtwin.internal.repositories;

import dev.hubtwin.internal.api.RepositoriesApi;
import dev.hubtwin.internal.api.model.FullRepository;
import dev.hubtwin.internal.api.model.RepositoryCreate;
import dev.hubtwin.internal.auth.RepositoryAccess;
import dev.hubtwin.internal.auth.RepositoryLookup;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.CollaboratorViews;
import dev.hubtwin.internal.view.RepositoryViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.RankedList;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Contribution;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryEntry;
import dev.hubtwin.internal.world.repository.RepositoryOrder;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operations of the tag {@code repositories}. */
public final class RepositoriesResource implements RepositoriesApi {

    private static final String LIST = "/repos";
    private static final String COLLABORATORS = "/collaborators";
    private static final String CONTRIBUTORS = "/contributors";

    private final RequestContext exchange;

    public RepositoriesResource(RequestContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public ListForOrgResponse listForOrg(
            String type, String sort, @Nullable String direction, Integer perPage, Integer page) {
        Page<RepositoryEntry> found = ofOrganization(type, new Order(sort, direction), page, perPage);
        return new ListForOrgResponse.Ok(
                items(found), exchange.organizationLinks().pages(found, LIST));
    }

    @Override
    public ListForOrgByIdResponse listForOrgById(
            String type, String sort, @Nullable String direction, Integer perPage, Integer page) {
        Page<RepositoryEntry> found = ofOrganization(type, new Order(sort, direction), page, perPage);
        return new ListForOrgByIdResponse.Ok(
                items(found), exchange.organizationLinks().pages(found, LIST));
    }

    private Page<RepositoryEntry> ofOrganization(String type, Order order, int page, int perPage) {
        long organization = exchange.named().organization().id();
        return order.page(
                RepositoryQueries.ofOrganization(exchange.world(), exchange.caller(), organization, type, order.by()),
                page,
                perPage);
    }

    @Override
    public CreateInOrgResponse createInOrg(RepositoryCreate body) {
        return exchange.change(
                named -> RepositoryCreation.create(named, exchange.caller(), body, exchange.now()), (world, made) -> {
                    FullRepository shown = views(world).full(made);
                    return new CreateInOrgResponse.Created(shown, shown.url());
                });
    }

    @Override
    public ListForAuthenticatedUserResponse listForAuthenticatedUser(
            @Nullable String visibility,
            @Nullable String affiliation,
            @Nullable String type,
            String sort,
            @Nullable String direction,
            Integer perPage,
            Integer page,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime before) {
        Order order = new Order(sort, direction);
        RepositoryQueries.Wanted wanted = new RepositoryQueries.Wanted(visibility, affiliation, type, since, before);
        Page<RepositoryEntry> found = order.page(
                RepositoryQueries.ofCaller(exchange.world(), exchange.caller(), wanted, order.by()), page, perPage);
        return new ListForAuthenticatedUserResponse.Ok(items(found), exchange.links(found));
    }

    @Override
    public ListForUserResponse listForUser(
            String type, String sort, @Nullable String direction, Integer perPage, Integer page) {
        Page<RepositoryEntry> found = ofAccount(type, new Order(sort, direction), page, perPage);
        return new ListForUserResponse.Ok(items(found), accountLinks(found));
    }

    @Override
    public ListForUserByIdResponse listForUserById(
            String type, String sort, @Nullable String direction, Integer perPage, Integer page) {
        Page<RepositoryEntry> found = ofAccount(type, new Order(sort, direction), page, perPage);
        return new ListForUserByIdResponse.Ok(items(found), accountLinks(found));
    }

    private Page<RepositoryEntry> ofAccount(String type, Order order, int page, int perPage) {
        return order.page(
                RepositoryQueries.ofAccount(exchange.world(), account().id(), type, order.by()), page, perPage);
    }

    /** GitHub names a user or an organization by the id there. */
    private String accountLinks(Page<?> page) {
        return exchange.links(page, "/user/" + account().id() + LIST);
    }

    private Account account() {
        return exchange.named().account().orElseThrow(ApiException::notFound);
    }

    @Override
    public ListCollaboratorsResponse listCollaborators(
            String affiliation, @Nullable String permission, Integer perPage, Integer page) {
        Page<UserName> found = collaborators(affiliation, permission, page, perPage);
        return new ListCollaboratorsResponse.Ok(
                people().collaborators(repository(), found), repositoryLinks(found, COLLABORATORS));
    }

    @Override
    public ListCollaboratorsByIdResponse listCollaboratorsById(
            String affiliation, @Nullable String permission, Integer perPage, Integer page) {
        Page<UserName> found = collaborators(affiliation, permission, page, perPage);
        return new ListCollaboratorsByIdResponse.Ok(
                people().collaborators(repository(), found), repositoryLinks(found, COLLABORATORS));
    }

    private Page<UserName> collaborators(String affiliation, @Nullable String permission, int page, int perPage) {
        RepositoryPermission least =
                permission == null ? RepositoryPermission.PULL : WireName.read(RepositoryPermission.class, permission);
        CollaboratorList list = new CollaboratorList(exchange.world(), repository(), least);
        return Page.of(list.of(WireName.read(CollaboratorList.Affiliation.class, affiliation)), page, perPage);
    }

    @Override
    public CheckCollaboratorResponse checkCollaborator() {
        boolean granted = exchange.named()
                .user()
                .flatMap(user -> RepositoryAccess.granted(exchange.world(), user.id(), repository()))
                .isPresent();
        if (!granted) {
            throw ApiException.notFound();
        }
        return new CheckCollaboratorResponse.NoContent();
    }

    @Override
    public GetCollaboratorPermissionLevelResponse getCollaboratorPermissionLevel() {
        User user = exchange.named().user().orElseThrow(ApiException::notFound);
        return new GetCollaboratorPermissionLevelResponse.Ok(people().permission(repository(), user));
    }

    @Override
    public ListContributorsResponse listContributors(@Nullable String anon, Integer perPage, Integer page) {
        Page<Contribution> found = Page.of(repository().contributions(), page, perPage);
        return isEmpty()
                ? new ListContributorsResponse.NoContent()
                : new ListContributorsResponse.Ok(people().contributors(found), repositoryLinks(found, CONTRIBUTORS));
    }

    @Override
    public ListContributorsByIdResponse listContributorsById(@Nullable String anon, Integer perPage, Integer page) {
        Page<Contribution> found = Page.of(repository().contributions(), page, perPage);
        return isEmpty()
                ? new ListContributorsByIdResponse.NoContent()
                : new ListContributorsByIdResponse.Ok(
                        people().contributors(found), repositoryLinks(found, CONTRIBUTORS));
    }

    private boolean isEmpty() {
        return repository().times().pushedAt() == null
                && repository().contributions().size() == 0;
    }

    private Repository repository() {
        return RepositoryLookup.require(
                exchange.world(), exchange.caller(), exchange.named().repository());
    }

    /** GitHub names a repository by its id there. */
    private String repositoryLinks(Page<?> page, String list) {
        return exchange.links(page, "/repositories/" + repository().id() + list);
    }

    private CollaboratorViews people() {
        return exchange.views(CollaboratorViews::new);
    }

    private List<FullRepository> items(Page<RepositoryEntry> page) {
        RepositoryViews views = views(exchange.world());
        return page.map(entry -> views.item(
                exchange.world().repositories().repository(entry.id()).orElseThrow()));
    }

    private RepositoryViews views(World world) {
        return new RepositoryViews(world, exchange.links(), exchange.caller());
    }

    /** What a list is asked for in the order of; the latest comes first unless it goes by name. */
    private record Order(String sort, @Nullable String direction) {

        RepositoryOrder by() {
            return RepositoryOrder.valueOf(sort.toUpperCase(Locale.ROOT));
        }

        Page<RepositoryEntry> page(RankedList<RepositoryEntry> list, int number, int size) {
            boolean ascending = direction == null ? by() == RepositoryOrder.FULL_NAME : direction.equals("asc");
            return ascending ? Page.of(list, number, size) : Page.descending(list, number, size);
        }
    }
}
