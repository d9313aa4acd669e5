package dev.hubtwin.internal.meta;

import dev.hubtwin.internal.api.MetaApi;
import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.api.model.Email;
import dev.hubtwin.internal.api.model.Key;
import dev.hubtwin.internal.api.model.KeyCreate;
import dev.hubtwin.internal.auth.RepositoryLookup;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.RepositoryViews;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.SshKeys;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.repository.Repository;
import java.util.List;

/** The operations of the tag {@code meta}: what no document lists and real clients call all the same. */
public final class MetaResource implements MetaApi {

    private final RequestContext exchange;
    private final UserViews users;
    private final RepositoryViews repositories;

    public MetaResource(RequestContext exchange) {
        this.exchange = exchange;
        this.users = exchange.views(UserViews::new);
        this.repositories = exchange.views(RepositoryViews::new);
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
    public GetAllVersionsResponse getAllVersions() {
        return new GetAllVersionsResponse.Ok(List.of(ApiVersion.values()));
    }

    @Override
    public GetRateLimitResponse getRateLimit() {
        return new GetRateLimitResponse.Ok(ServerViews.limits(
                exchange.window().orElseThrow(), exchange.window(RateLimiter.MANIFESTS), exchange.version()));
    }

    @Override
    public GetAuthenticatedResponse getAuthenticated() {
        User user = exchange.world()
                .accounts()
                .user(exchange.caller().user().orElseThrow())
                .orElseThrow();
        return new GetAuthenticatedResponse.Ok(
                users.own(
                        user,
                        exchange.caller().hasScope("read:user"),
                        exchange.caller().hasScope("user:email")),
                Timestamps.http(user.updatedAt()));
    }

    @Override
    public ListEmailsForAuthenticatedUserResponse listEmailsForAuthenticatedUser(Integer perPage, Integer page) {
        User user = exchange.world()
                .accounts()
                .user(exchange.caller().user().orElseThrow())
                .orElseThrow();
        Page<Email> emails = Page.of(UserViews.emails(user), page, perPage);
        return new ListEmailsForAuthenticatedUserResponse.Ok(emails.items(), exchange.links(emails));
    }

    @Override
    public ListPublicSshKeysForAuthenticatedUserResponse listPublicSshKeysForAuthenticatedUser(
            Integer perPage, Integer page) {
        SshKeys keys = exchange.world().accounts().keys();
        Page<Long> ids = Page.of(keys.of(caller()), page, perPage);
        return new ListPublicSshKeysForAuthenticatedUserResponse.Ok(
                ids.map(id -> users.key(SshKeyRules.find(exchange.world(), caller(), id))), exchange.links(ids));
    }

    @Override
    public CreatePublicSshKeyForAuthenticatedUserResponse createPublicSshKeyForAuthenticatedUser(KeyCreate body) {
        return exchange.change(
                named -> SshKeyRules.create(named.world(), caller(), body, exchange.now()), (world, made) -> {
                    Key shown = users.key(made);
                    return new CreatePublicSshKeyForAuthenticatedUserResponse.Created(shown, shown.url());
                });
    }

    @Override
    public GetPublicSshKeyForAuthenticatedUserResponse getPublicSshKeyForAuthenticatedUser(Long keyId) {
        return new GetPublicSshKeyForAuthenticatedUserResponse.Ok(
                users.key(SshKeyRules.find(exchange.world(), caller(), keyId)));
    }

    @Override
    public DeletePublicSshKeyForAuthenticatedUserResponse deletePublicSshKeyForAuthenticatedUser(Long keyId) {
        return exchange.change(
                named -> SshKeyRules.delete(named.world(), caller(), keyId),
                (world, gone) -> new DeletePublicSshKeyForAuthenticatedUserResponse.NoContent());
    }

    private long caller() {
        return exchange.caller().user().orElseThrow();
    }

    @Override
    public GetZenResponse getZen() {
        return new GetZenResponse.Ok(Sentences.at(exchange.now()));
    }

    @Override
    public GetEmojisResponse getEmojis() {
        return new GetEmojisResponse.Ok(Emojis.PICTURES);
    }

    @Override
    public GetByUsernameResponse getByUsername() {
        Account account = exchange.named().account().orElseThrow(ApiException::notFound);
        return new GetByUsernameResponse.Ok(
                users.profile(account, isOneself(account)), Timestamps.http(account.updatedAt()));
    }

    /** Whether the caller asks for themself, with a token that tells. */
    private boolean isOneself(Account account) {
        return exchange.caller().hasScope("user") && exchange.caller().user().orElseThrow() == account.id();
    }

    @Override
    public GetRepositoryResponse getRepository() {
        Repository repository = repository();
        return exchange.named().isRepositoryMoved()
                ? new GetRepositoryResponse.MovedPermanently(
                        RepositoryViews.moved(repositories.byId(repository)), repositories.byId(repository))
                : new GetRepositoryResponse.Ok(
                        repositories.full(repository),
                        Timestamps.http(repository.times().updatedAt()));
    }

    @Override
    public GetRepositoryByIdResponse getRepositoryById() {
        Repository repository = repository();
        return new GetRepositoryByIdResponse.Ok(
                repositories.full(repository),
                Timestamps.http(repository.times().updatedAt()));
    }

    private Repository repository() {
        return RepositoryLookup.require(
                exchange.world(), exchange.caller(), exchange.named().repository());
    }
}
