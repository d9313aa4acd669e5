package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldAddress;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.jetty.ResponseStore;
import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.jetty.Turn;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.memory.HeapMonitor;
import dev.hubtwin.internal.memory.HeapShares;
import dev.hubtwin.internal.memory.RefusalLog;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.openapi.ServedOperations;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The roots of the twin: {@code /} speaks as github.com, {@code /api/v3} as an enterprise server; {@code /w/{world}}
 * and the host {@code {world}.localhost} are the same of another world.
 */
public final class TwinRootResolver implements RootResolver {

    private static final String SENT = Sent.class.getName();

    private static final Set<String> GROWING = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OF_PROCESS = Set.of("/_twin/health", "/_twin/metrics");

    private final ServerContext server;
    private final RefusalLog fullHeap = new RefusalLog();
    private final ServedOperations served;
    private final int stateBytes;
    private volatile URI latestBase = URI.create("");

    /**
     * What a request was sent to.
     *
     * @param server the server
     * @param world empty when no world is called as {@code address} names it
     * @param match the operation that it means; for {@code OPTIONS}, one that its path has
     * @param refusal why it is refused whatever its body is; empty if it may pass
     */
    record Sent(
            ServerContext server,
            WorldAddress address,
            Optional<HostedWorld> world,
            Links links,
            Optional<ApiDescription.Match> match,
            Optional<ApiException> refusal) {}

    /**
     * The roots of a server.
     *
     * @param served its operations
     * @param stateBytes the longest state that it takes, in bytes
     */
    public TwinRootResolver(ServerContext server, ServedOperations served, int stateBytes) {
        this.server = server;
        this.served = served;
        this.stateBytes = stateBytes;
    }

    /** What a request was sent to. */
    static Sent sent(ContainerRequestContext request) {
        return (Sent) request.getProperty(SENT);
    }

    /** While the heap is nearly full, nothing is taken that may make a world grow; a reset makes it shrink. */
    @Override
    public boolean admits(String method, String rawPath) {
        if (!GROWING.contains(method) || rawPath.endsWith("/_twin/reset") || !HeapMonitor.isBeyond(HeapShares.FULL)) {
            return true;
        }
        fullHeap.add("the heap is nearly full of what worlds hold: nothing is added");
        return false;
    }

    /** The owner may listen on loopback, where it demands no token: who demands one does so before it forwards. */
    @Override
    public boolean isBarred(String method, String rawPath, UnaryOperator<String> headers) {
        return match(method, "/" + WorldAddress.of("", rawPath).rest())
                .filter(meant -> meant.operation().isControl())
                .filter(meant -> !server.controlToken().isIn(headers.apply(HttpHeaders.AUTHORIZATION)))
                .isPresent();
    }

    @Override
    public boolean isOfProcess(String rawPath) {
        return OF_PROCESS.contains(rawPath);
    }

    @Override
    public Optional<ResponseStore> responses(String authority, String rawPath) {
        WorldRegistry worlds = server.worlds();
        return WorldAddress.world(authority, rawPath)
                .map(worlds::named)
                .orElseGet(() -> Optional.of(worlds.main()))
                .map(hosted -> hosted.runtime().stored());
    }

    /**
     * In GitHub's shape and in the dialect of the path, as the refusals of the application; kept in the log as they
     * are.
     */
    @Override
    public Refused refused(Unserved request) {
        String host = request.headers().getOrDefault("host", List.of("")).get(0);
        WorldAddress address = WorldAddress.of(host, request.rawPath());
        Refused refused = refused(address, request.status(), request.reason());
        if (!address.isControl()) {
            HostedWorld hosted = address.world()
                    .flatMap(server.worlds()::named)
                    .orElse(server.worlds().main());
            RequestLogFilter.keepUnserved(server, hosted, address, request, refused);
        }
        return refused;
    }

    /** The control API speaks for itself, as everywhere. */
    private Refused refused(WorldAddress address, int status, String reason) {
        String why = sentence(status, address).orElse(reason);
        if (address.isControl()) {
            return new Refused(OwnHeadersFilter.OF_EVERY_ANSWER, "{\"message\":\"%s\"}".formatted(why));
        }
        Dialect dialect = address.dialect();
        String last = dialect == Dialect.GITHUB_COM ? ",\"status\":\"%d\"".formatted(status) : "";
        String body =
                "{\"message\":\"%s\",\"documentation_url\":\"%s\"%s}".formatted(why, dialect.documentation(), last);
        return new Refused(
                ResponseHeadersFilter.ofEveryAnswer(dialect, RequestContext.DEFAULT_VERSION, status, null), body);
    }

    /** What a client is told beyond the name of the status, so that it knows what to change. */
    private Optional<String> sentence(int status, WorldAddress address) {
        return switch (status) {
            case 413 ->
                Optional.of(stateBytes)
                        .filter(most -> address.isControl() && address.rest().equals("_twin/state"))
                        .map(most -> "A state may have " + most + " bytes here; --max-state raises that.");
            case 415 -> Optional.of("Bodies with a Content-Encoding are not read; send them as they are.");
            case 501 -> Optional.of("Of the transfer codings only chunked is read.");
            default -> Optional.empty();
        };
    }

    @Override
    public Rooted root(Head head) {
        WorldAddress address = WorldAddress.of(head.authority(), head.rawPath());
        WorldRegistry worlds = server.worlds();
        Optional<HostedWorld> hosted = address.world().isEmpty()
                ? Optional.of(worlds.main())
                : worlds.named(address.world().get());
        String publicUrl = hosted.orElse(worlds.main()).store().now().settings().publicUrl();
        Optional<ApiDescription.Match> match = match(head.method(), "/" + address.rest());
        Optional<ApiException> refusal = match.flatMap(
                meant -> OwnOperationsGuard.refusal(meant.operation(), head, server.controlToken(), publicUrl));
        Sent sent = new Sent(server, address, hosted, links(address, publicUrl, head.origin()), match, refusal);
        return rooted(head, sent, turn(head, sent));
    }

    /** Roots a request once more that was let in when it came, to a world that may not be served yet. */
    public Rooted replayed(Head head, HostedWorld hosted) {
        WorldAddress address = WorldAddress.of(head.authority(), head.rawPath());
        String publicUrl = hosted.store().now().settings().publicUrl();
        Links links = links(address, publicUrl, head.origin());
        Optional<ApiDescription.Match> match = match(head.method(), "/" + address.rest());
        return rooted(head, new Sent(server, address, Optional.of(hosted), links, match, Optional.empty()), Turn.FREE);
    }

    private Rooted rooted(Head head, Sent sent, Turn turn) {
        WorldAddress address = sent.address();
        return new Rooted(
                base(head.origin() + address.root() + "/"), address.rest(), Map.of(SENT, sent), body(sent), turn);
    }

    /** GitHub's operations that are read with GET change nothing; among the twin's own, some do. */
    private static Turn turn(Head head, Sent sent) {
        Journal journal = sent.world().map(HostedWorld::journal).orElse(Journal.NONE);
        if (journal == Journal.NONE || sent.match().isEmpty()) {
            return Turn.FREE;
        }
        Operation operation = sent.match().get().operation();
        if (operation.isOfProcess() || sent.refusal().isPresent()) {
            return Turn.FREE;
        }
        boolean isRead = READING.contains(head.method()) && !operation.isOwn();
        return new JournaledTurn(journal, head, !isRead);
    }

    /** Returns an address as a URI, which is parsed once as long as one client asks after another at the same. */
    private URI base(String address) {
        URI base = latestBase;
        if (!base.toString().equals(address)) {
            base = URI.create(address);
            latestBase = base;
        }
        return base;
    }

    private Optional<ApiDescription.Match> match(String method, String path) {
        return method.equals(HttpMethod.OPTIONS) ? served.match(path) : served.match(method, path);
    }

    /** A state is larger than any body of GitHub's API; it is read from those alone who may send it. */
    private Body body(Sent sent) {
        if (sent.refusal().isPresent()) {
            return Body.UNREAD;
        }
        boolean isState =
                sent.match().filter(meant -> meant.operation().takesState()).isPresent();
        return isState && sent.world().isPresent() ? Body.upTo(stateBytes) : Body.USUAL;
    }

    /** The public URL leads to the default world; below it, a world that the host named is named by the path. */
    private static Links links(WorldAddress address, String publicUrl, String here) {
        return publicUrl == null
                ? new Links(here, address.prefix(), address.dialect())
                : new Links(publicUrl, address.world().map(Links::prefix).orElse(""), address.dialect());
    }
}
