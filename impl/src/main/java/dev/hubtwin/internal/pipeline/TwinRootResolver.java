package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldAddress;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.memory.HeapMonitor;
import dev.hubtwin.internal.memory.HeapShares;
import dev.hubtwin.internal.memory.RefusalLog;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roots of the twin: {@code /} speaks as github.com, {@code /api/v3} as an enterprise server; {@code /w/{world}}
 * and the host {@code {world}.localhost} are the same of another world.
 */
public final class TwinRootResolver implements RootResolver {

    private static final int WORLD_BYTES = 512 << 20;

    /** The {@link Sent} of a request. */
    static final String SENT = Sent.class.getName();

    private static final Set<String> GROWING = Set.of("POST", "PUT", "PATCH");

    private final ServerContext server;
    private final RefusalLog fullHeap = new RefusalLog();

    /**
     * What a request was sent to.
     *
     * @param server the server
     * @param world empty when no world is called as {@code address} names it
     */
    record Sent(ServerContext server, WorldAddress address, Optional<HostedWorld> world, Links links) {}

    /** The roots of a server. */
    public TwinRootResolver(ServerContext server) {
        this.server = server;
    }

    /** A whole world is larger than any body of GitHub's API; it is read from those alone who may send it. */
    @Override
    public int bodyBytes(String rawPath, String authorization, int usual) {
        return WorldAddress.of("", rawPath).isControl() && server.controlToken().isIn(authorization)
                ? WORLD_BYTES
                : usual;
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

    /**
     * In GitHub's shape and in the dialect of the path, as the refusals of the application; kept in the log as they
     * are.
     */
    @Override
    public Refused refused(Unserved request) {
        String host = request.headers().getOrDefault("host", List.of("")).get(0);
        WorldAddress address = WorldAddress.of(host, request.rawPath());
        Refused refused = refused(address.dialect(), request.status(), request.reason());
        if (!address.isControl()) {
            HostedWorld hosted = address.world()
                    .flatMap(server.worlds()::named)
                    .orElse(server.worlds().main());
            RequestLogFilter.keepUnserved(hosted, address, server.clock().instant(), request, refused);
        }
        return refused;
    }

    private static Refused refused(Dialect dialect, int status, String reason) {
        String last = dialect == Dialect.GITHUB_COM ? ",\"status\":\"%d\"".formatted(status) : "";
        String body =
                "{\"message\":\"%s\",\"documentation_url\":\"%s\"%s}".formatted(reason, dialect.documentation(), last);
        return new Refused(
                ResponseHeadersFilter.ofEveryAnswer(dialect, RequestContext.DEFAULT_VERSION, status, null), body);
    }

    @Override
    public Rooted root(String authority, String scheme, String rawPath) {
        WorldAddress address = WorldAddress.of(authority, rawPath);
        WorldRegistry worlds = server.worlds();
        Optional<HostedWorld> hosted = address.world().isEmpty()
                ? Optional.of(worlds.main())
                : worlds.named(address.world().get());
        String here = scheme + "://" + authority;
        Links links = links(address, hosted.orElse(worlds.main()), here);
        return new Rooted(
                URI.create(here + address.root() + "/"),
                address.rest(),
                Map.of(SENT, new Sent(server, address, hosted, links)));
    }

    /** The public URL leads to the default world; below it, a world that the host named is named by the path. */
    private static Links links(WorldAddress address, HostedWorld hosted, String here) {
        String publicUrl = hosted.store().now().settings().publicUrl();
        return publicUrl == null
                ? new Links(here, address.prefix(), address.dialect())
                : new Links(publicUrl, address.world().map(Links::prefix).orElse(""), address.dialect());
    }
}
