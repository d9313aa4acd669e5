package dev.hubtwin;

import dev.hubtwin.internal.assembly.StateSize;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.assembly.TwinServer.TlsPort;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.Seed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running twin of GitHub's REST API. It serves any number of worlds over HTTP, each with state, clock and logs of its
 * own; the default world is always there. It may be used by any number of threads.
 */
public final class Twin implements AutoCloseable {

    private final TwinServer server;
    private final Optional<String> certificate;

    /**
     * Where and how a twin serves.
     *
     * @param host the name or address to bind
     * @param port the port, 0 for any free one
     * @param clock the clock of the machine, by which worlds run unless their own clock is set
     * @param controlToken what the control API demands if {@code host} is not loopback; if it is empty, one is made
     * @param tls where the twin serves over TLS as well; if it is empty, nowhere
     * @param grace how long requests in flight and waiting deliveries have when the twin closes
     * @param stateBytes the longest state that the control API takes, in bytes; 1/32 of the heap in {@link #LOCAL}
     * @param data where the worlds are kept; if it is empty, in memory only
     */
    public record Options(
            String host,
            int port,
            Clock clock,
            Optional<String> controlToken,
            Optional<TwinTls> tls,
            Duration grace,
            int stateBytes,
            Optional<TwinData> data) {

        /** Loopback, any free port, the clock of the system, no TLS, no grace. */
        public static final Options LOCAL = new Options(
                "127.0.0.1",
                0,
                Clock.systemUTC(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                StateSize.usual(),
                Optional.empty());

        /** Options for worlds that are in memory only. */
        public Options(
                String host,
                int port,
                Clock clock,
                Optional<String> controlToken,
                Optional<TwinTls> tls,
                Duration grace,
                int stateBytes) {
            this(host, port, clock, controlToken, tls, grace, stateBytes, Optional.empty());
        }

        /** Returns these options with another host, a name or an address. */
        public Options withHost(String host) {
            return new Options(host, port, clock, controlToken, tls, grace, stateBytes, data);
        }

        /** Returns these options with another port, 0 for any free one. */
        public Options withPort(int port) {
            return new Options(host, port, clock, controlToken, tls, grace, stateBytes, data);
        }

        /** Returns these options with another clock in place of that of the machine. */
        public Options withClock(Clock clock) {
            return new Options(host, port, clock, controlToken, tls, grace, stateBytes, data);
        }

        /** Returns these options with the token that the control API demands if the host is not loopback. */
        public Options withControlToken(String controlToken) {
            return new Options(host, port, clock, Optional.of(controlToken), tls, grace, stateBytes, data);
        }

        /** Returns these options with TLS beside plain HTTP. */
        public Options withTls(TwinTls tls) {
            return new Options(host, port, clock, controlToken, Optional.of(tls), grace, stateBytes, data);
        }

        /** Returns these options with the time that requests and deliveries have when the twin closes. */
        public Options withGrace(Duration grace) {
            return new Options(host, port, clock, controlToken, tls, grace, stateBytes, data);
        }

        /** Returns these options with a database that keeps the worlds. */
        public Options withData(TwinData data) {
            return new Options(host, port, clock, controlToken, tls, grace, stateBytes, Optional.of(data));
        }

        /** Returns these options with another bound of the states that the control API takes, in bytes. */
        public Options withStateBytes(int stateBytes) {
            return new Options(host, port, clock, controlToken, tls, grace, stateBytes, data);
        }
    }

    private Twin(TwinServer server, Optional<String> certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /** Starts a twin of the demo world on loopback, at any free port. */
    public static Twin start() {
        return start(Seed.demo());
    }

    /**
     * Starts a twin on loopback, at any free port.
     *
     * @param seed what the default world begins as, and returns to on a reset
     * @throws dev.hubtwin.seed.SeedException if the seed does not describe a world
     */
    public static Twin start(Seed seed) {
        return start(seed, Options.LOCAL);
    }

    /**
     * Starts a twin. It serves when this returns: after a second for the first twin of a process, after milliseconds
     * for those that follow.
     *
     * @param seed what the default world begins as, and returns to on a reset; what it does not date is dated by
     *     {@code options.clock()}
     * @param options where and how to serve
     * @throws dev.hubtwin.seed.SeedException if the seed does not describe a world
     * @throws IllegalArgumentException if an option cannot be used
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public static Twin start(Seed seed, Options options) {
        World start = SeedCodec.read(seed, options.clock().instant());
        Optional<TlsPort> tls =
                options.tls().map(port -> new TlsPort(port.port(), port.identity(options.host(), options.clock())));
        TwinServer server = TwinServer.start(
                start,
                new TwinServer.Config(
                        options.host(),
                        options.port(),
                        options.clock(),
                        options.controlToken(),
                        tls,
                        options.grace(),
                        options.stateBytes(),
                        options.data().map(kept -> new TwinServer.Data(kept.url(), kept.peerUrl()))));
        return new Twin(server, tls.map(port -> port.identity().pem()));
    }

    /** Returns the URL of the server, such as {@code http://127.0.0.1:8080}, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** Returns the URL of the server over TLS, without a slash at the end; empty if it does not serve TLS. */
    public Optional<String> tlsUrl() {
        return server.tlsUrl();
    }

    /** Returns the certificate served over TLS, and those of its issuers, in PEM; empty without TLS. */
    public Optional<String> certificate() {
        return certificate;
    }

    /** Returns the bearer token that the control API demands; empty on loopback, where it demands none. */
    public Optional<String> controlToken() {
        return server.context().controlToken().text();
    }

    /**
     * Returns whether this process owns its worlds: always, if they are in memory only, else unless another process
     * with the same database does. What another one owns is reached by requests alone.
     */
    public boolean ownsWorlds() {
        return server.context().storage().isOwned();
    }

    /** Returns the version of this program. */
    public static String version() {
        return TwinServer.version();
    }

    /** Returns the default world. */
    public TwinWorld world() {
        return new TwinWorld(
                new WorldHandle(server.context(), server.worlds().main(), new Links(url(), "", Dialect.GITHUB_COM)));
    }

    /**
     * Makes a world that begins as the default world is now. A world of the same name is dropped.
     *
     * @param name lower-case letters, digits and hyphens, at most 63; not {@code default}
     * @throws IllegalArgumentException if a world cannot have that name
     * @throws IllegalStateException if there are too many worlds
     */
    public TwinWorld fork(String name) {
        return fork(name, world());
    }

    /**
     * Makes a world that begins as another world of this twin is now. A world of the same name is dropped.
     *
     * @param name lower-case letters, digits and hyphens, at most 63; not {@code default}
     * @param from the world to begin as; it is not changed
     * @throws IllegalArgumentException if a world cannot have that name
     * @throws IllegalStateException if there are too many worlds
     */
    public TwinWorld fork(String name, TwinWorld from) {
        return host(name, from.handle().world(), from.name());
    }

    /**
     * Makes a world that begins as a seed describes. A world of the same name is dropped.
     *
     * @param name lower-case letters, digits and hyphens, at most 63; not {@code default}
     * @param seed what the world begins as, and returns to on a reset
     * @throws IllegalArgumentException if a world cannot have that name
     * @throws IllegalStateException if there are too many worlds
     * @throws dev.hubtwin.seed.SeedException if the seed does not describe a world
     */
    public TwinWorld world(String name, Seed seed) {
        return host(name, SeedCodec.read(seed, now()), null);
    }

    private Instant now() {
        return server.context().clock().instant();
    }

    private TwinWorld host(String name, World start, @Nullable String from) {
        if (!WorldRegistry.isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a world; expected 1 to 63"
                    + " lower-case letters, digits and hyphens, and not \"" + WorldRegistry.DEFAULT + "\"");
        }
        return new TwinWorld(new WorldHandle(
                server.context(),
                hosted(name, new HostedWorld.Origin(start, from, now())),
                new Links(url(), Links.prefix(name), Dialect.GITHUB_COM)));
    }

    private HostedWorld hosted(String name, HostedWorld.Origin origin) {
        try {
            return server.worlds().fork(name, origin).world();
        } catch (ApiException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Drops a world that was made, and what still waits to be delivered from it.
     *
     * @return whether there was such a world; the default world cannot be dropped
     */
    public boolean drop(String name) {
        return WorldRegistry.isName(name) && server.worlds().drop(name);
    }

    /**
     * Returns where the twin broke its own description, in words without secrets: it refused a request with a status
     * that the operation does not have, or failed with an exception. Empty in a healthy twin; the first 100 are kept.
     */
    public List<String> contractViolations() {
        return server.contractViolations();
    }

    /**
     * Stops serving. Requests in flight are answered and waiting deliveries sent within {@link Options#grace}, which is
     * none unless it is set; how many deliveries could not be sent is logged.
     */
    @Override
    public void close() {
        server.close();
    }
}
