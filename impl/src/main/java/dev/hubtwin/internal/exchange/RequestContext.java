package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.MemberVisibility;
import dev.hubtwin.internal.auth.OrganizationVisibility;
import dev.hubtwin.internal.auth.TokenPermissions;
import dev.hubtwin.internal.delivery.WebhookRequest;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRuntime;
import dev.hubtwin.internal.jetty.JettyContainer;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.ratelimit.RateLimitQuota;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.MediaTypes;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.PageLinks;
import dev.hubtwin.internal.seed.MergedWorld;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Repository;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.InterceptorContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One request and all that is known of it on its way: the world it was sent to, the moment of that world which it sees,
 * the operation it means, who calls. Belongs to one thread at a time.
 */
public final class RequestContext {

    /** The version that answers a request which asks for none. */
    public static final ApiVersion DEFAULT_VERSION = ApiVersion._2022_11_28;

    private static final String PROPERTY = RequestContext.class.getName();

    private final ServerContext server;
    private final HostedWorld hostedWorld;
    private final WorldRuntime runtime;
    private final World world;
    private final Instant system;
    private final Instant now;
    private final Links links;
    private final String path;
    private final String query;
    private final String accept;
    private final String contentType;
    private final String address;
    private final boolean isDelivery;
    private final Optional<ApiDescription.Match> match;
    private ApiVersion version = DEFAULT_VERSION;
    private Caller caller = Caller.ANONYMOUS;
    private PathEntities named;
    private Optional<RateLimiter.Window> window = Optional.empty();
    private Runnable undoCount = () -> {};
    private final RequestProgress progress = new RequestProgress();

    public RequestContext(
            ServerContext server,
            HostedWorld hostedWorld,
            Links links,
            ContainerRequestContext request,
            Optional<ApiDescription.Match> match) {
        this.server = server;
        this.hostedWorld = hostedWorld;
        this.runtime = hostedWorld.runtime();
        this.system = server.clock().instant();
        this.world = hostedWorld.at(system, links);
        this.now = world.settings().clock().at(system);
        this.links = links;
        // As they came: later steps correct what does not fit.
        this.path = request.getUriInfo().getPath(false);
        this.query = request.getUriInfo().getRequestUri().getRawQuery();
        this.accept = request.getHeaderString(HttpHeaders.ACCEPT);
        this.contentType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        this.address = (String) request.getProperty(JettyContainer.ADDRESS);
        this.isDelivery = WebhookRequest.isDelivery(request::getHeaderString);
        this.match = match;
    }

    /** The exchange of a request that has been routed. */
    public static RequestContext of(ContainerRequestContext request) {
        return (RequestContext) request.getProperty(PROPERTY);
    }

    /** The exchange of the request whose body is being read. */
    public static RequestContext of(InterceptorContext body) {
        return (RequestContext) body.getProperty(PROPERTY);
    }

    /** Returns the exchange of a request that has been routed, and notes that it has come to a step. */
    public static RequestContext at(PipelineStage step, ContainerRequestContext request) {
        RequestContext exchange = of(request);
        exchange.progress.reach(step);
        return exchange;
    }

    /** How far the request has come, and what became of it. */
    public RequestProgress progress() {
        return progress;
    }

    public void begin(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** The server that it was sent to. */
    public ServerContext server() {
        return server;
    }

    /** The world that the request was sent to, in all its moments. */
    public HostedWorld hostedWorld() {
        return hostedWorld;
    }

    /** What stood beside the world when the request came in. */
    public WorldRuntime runtime() {
        return runtime;
    }

    /** The world as it was when the request came in. */
    public World world() {
        return world;
    }

    /** The time of the world when the request came in. */
    public Instant now() {
        return now;
    }

    /** The machine's time when the request came in. */
    public Instant system() {
        return system;
    }

    /** The URLs of the answer. */
    public Links links() {
        return links;
    }

    /** The raw path below the root, as it came; begins with a slash. */
    public String path() {
        return "/" + path;
    }

    /** The raw query, as it came; null without one. */
    public String query() {
        return query;
    }

    /** The version of github.com's API that the request is answered in; an enterprise server has none but one. */
    public ApiVersion version() {
        return version;
    }

    public void versionIs(ApiVersion chosen) {
        this.version = chosen;
    }

    /** Which credential the request came with. */
    public Caller caller() {
        return caller;
    }

    public void callerIs(Caller identified) {
        this.caller = identified;
    }

    /** The rate limit's window that the request was counted in, or looked at; empty when it has no limit. */
    public Optional<RateLimiter.Window> window() {
        return window;
    }

    /** The window of another rate limit of the caller, as it is. */
    public RateLimiter.Window window(String resource) {
        return runtime.rateLimiter().look(quota(resource), now);
    }

    /** What the caller has of a rate limit. */
    public RateLimitQuota quota(String resource) {
        return RateLimitQuota.of(world, caller, address, resource);
    }

    public void counted(RateLimiter.Window counted, Runnable undo) {
        this.window = Optional.of(counted);
        this.undoCount = undo;
    }

    /** The answer is that nothing was modified: it costs nothing. */
    public void notModified() {
        undoCount.run();
    }

    /** The operation that the request means, if it means one. */
    public Optional<Operation> operation() {
        return match.map(ApiDescription.Match::operation);
    }

    /** The raw values of the path's parameters. */
    public Map<String, String> pathParameters() {
        return match.map(ApiDescription.Match::parameters).orElse(Map.of());
    }

    /** What the path names, in the world as it was when the request came in; asked for after the caller is known. */
    public PathEntities named() {
        if (named == null) {
            named = PathEntities.ofRaw(world, caller, pathParameters());
        }
        return named;
    }

    /** How much the caller sees of the people of the organization that the path names. */
    public MemberVisibility memberVisibility() {
        return MemberVisibility.of(world, caller, named().organization().id(), access());
    }

    /** How much the caller sees of the organization that the path names, as it is in a world. */
    public OrganizationVisibility organizationVisibility(World moment) {
        return OrganizationVisibility.of(moment, caller, named().organization().id(), access(), links.dialect());
    }

    /** Views of the world as the request sees it, with the URLs of its answer. */
    public <V> V views(BiFunction<World, Links, V> factory) {
        return factory.apply(world, links);
    }

    /** Views of the world as the request sees it, with the URLs of its answer, for its caller. */
    public <V> V views(ViewFactory<V> factory) {
        return factory.of(world, links, caller);
    }

    /** The addresses of lists of the organization that the path names. */
    public OrganizationLinks organizationLinks() {
        return new OrganizationLinks(this);
    }

    /**
     * Those of some organizations in which the caller's token may do what the operation takes, if it is one for some
     * only.
     */
    public SortedIndex<Long> permitted(SortedIndex<Long> organizations) {
        return TokenPermissions.reached(world, caller, access().permissions(), organizations);
    }

    /**
     * Requires what the operation takes in a repository that the body names (R6).
     *
     * @throws ApiException if the caller's token has permissions, and not that one there
     */
    public void requirePermission(World changed, Repository repository) {
        AccessPolicy access = access();
        if (!TokenPermissions.permitIn(changed, caller, access.repositoryPermissions(), repository)) {
            throw access.refusal(AccessPolicy.Reason.PERMISSION, caller.kind());
        }
    }

    /**
     * Changes the world by a rule. If the world has changed since the request came in, what the contract demands of the
     * caller's role is judged once more: who was demoted a moment ago writes nothing.
     *
     * @param rule what to do, given what the path names in the world that is changed
     * @param view shows the result, in the world as it is right after the change
     * @throws ApiException if the caller may not, or the rule refuses; then nothing is changed
     */
    public <R, V> V change(Function<PathEntities, Change<R>> rule, BiFunction<World, R, V> view) {
        return change(rule, view, cause());
    }

    /**
     * Changes the world by a rule, as {@link #change(Function, BiFunction)} does.
     *
     * @param cause who makes it happen, where no credential says so
     */
    public <R, V> V change(Function<PathEntities, Change<R>> rule, BiFunction<World, R, V> view, EventSource cause) {
        Change<R> made = hostedWorld.store().change(current -> {
            PathEntities there = named().in(current);
            if (there != named()) {
                PathAuthorizer.require(there, caller, operation().orElseThrow());
            }
            Change<R> change = rule.apply(there);
            return new Change<>(change.world(), change, caused(change.events(), cause));
        });
        return view.apply(made.world(), made.result());
    }

    /** What the request does has this cause, where nothing else is said. */
    public EventSource cause() {
        return EventSource.of(caller, links, isDelivery);
    }

    private static List<DomainEvent> caused(List<DomainEvent> events, EventSource cause) {
        return events.stream().map(cause::of).toList();
    }

    /**
     * Puts another world in the place of this one, whole; nobody hears of it.
     *
     * @param next makes it of the current one; if it throws, nothing is changed
     * @return the other world
     */
    public World become(UnaryOperator<World> next) {
        return hostedWorld.store().change(current -> {
            World made = next.apply(current);
            return new Change<>(made, made);
        });
    }

    /** Merges a document into the world, as {@link #become} does; webhooks hear of the difference. */
    public void merge(Function<World, MergedWorld> merge) {
        hostedWorld.store().change(current -> Change.of(current, merge.apply(current), EventSource.nobody(links)::of));
    }

    /** The {@code Link} header to the other pages of the list that the request asked for; null when there are none. */
    public String links(Page<?> page) {
        return pageLinks().numbered(page);
    }

    /** The {@code Link} header of a list whose pages are at {@code path} below the root, not where this one is. */
    public String links(Page<?> page, String path) {
        return new PageLinks(links.api(path), query).numbered(page);
    }

    /** What was asked for, whole: host, root, path and query as they came. */
    public String url() {
        return links.api("/" + path) + (query == null ? "" : "?" + query);
    }

    /** The name of an answer that shows all of a moment of the world; found without a look at it. */
    public EntityTag tag(World moment) {
        return runtime.versions().name(moment, url() + " " + accept);
    }

    /** The media type of the request's body, as it came; null if it does not say. */
    public String contentType() {
        return contentType;
    }

    /** What the request accepts, as it came; null if it does not say. */
    public String accept() {
        return accept;
    }

    /**
     * Whether what a preview of the enterprise server offers is there: on github.com always, else when it is asked for.
     */
    public boolean hasPreview(String name) {
        return links.dialect() == Dialect.GITHUB_COM || MediaTypes.asksFor(accept, name);
    }

    /** Gives resources and mappers the exchange of the request that they serve. */
    public static final class Current implements Supplier<RequestContext> {

        private final Provider<ContainerRequestContext> request;

        /** Made by the server, once. */
        @Inject
        public Current(Provider<ContainerRequestContext> request) {
            this.request = request;
        }

        @Override
        public RequestContext get() {
            return of(request.get());
        }
    }

    private AccessPolicy access() {
        return operation().orElseThrow().access();
    }

    /** The addresses of other pages of the list that the request asked for. */
    public PageLinks pageLinks() {
        return new PageLinks(links.api("/" + path), query);
    }
}
