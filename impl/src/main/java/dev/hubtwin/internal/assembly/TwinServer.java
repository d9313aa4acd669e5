package dev.hubtwin.internal.assembly;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.delivery.OwnListeners;
import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.hosting.WorldStorage;
import dev.hubtwin.internal.jetty.HttpLimits;
import dev.hubtwin.internal.jetty.JettyContainer;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.memory.HeapExhaustion;
import dev.hubtwin.internal.pipeline.TwinRootResolver;
import dev.hubtwin.internal.recording.RecordingClock;
import dev.hubtwin.internal.recovery.KeptWorlds;
import dev.hubtwin.internal.recovery.Replay;
import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.tls.TlsIdentity;
import dev.hubtwin.internal.world.World;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;

/** Serves worlds over HTTP. */
public final class TwinServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TwinServer.class.getName());
    private static final int HIGHEST_PORT = 65_535;

    /** How long requests wait while no process serves. */
    private static final Duration OWNERLESS = Duration.ofSeconds(10);

    private final Optional<KeptWorlds> kept;
    private final WebhookSender sender;
    private final WorldRegistry worlds;
    private final ServerContext context;
    private final JettyContainer container;
    private final String host;
    private final boolean isTls;
    private final Duration grace;

    /**
     * Where and how a server serves.
     *
     * @param host the name or address to bind
     * @param port the port, 0 for any free one
     * @param clock the clock of the machine
     * @param controlToken what the control API demands when {@code host} is not loopback; if it is empty, one is made
     * @param tls where it serves over TLS as well, if anywhere
     * @param grace how long requests in flight and waiting deliveries have when it closes
     * @param stateBytes the longest state that the control API takes, in bytes
     * @param data where worlds are kept, if anywhere
     */
    public record Config(
            String host,
            int port,
            Clock clock,
            Optional<String> controlToken,
            Optional<TlsPort> tls,
            Duration grace,
            int stateBytes,
            Optional<Data> data) {

        /** Loopback, any free port, the clock of the system, no TLS. */
        public static final Config LOCAL =
                new Config("127.0.0.1", 0, Clock.systemUTC(), Optional.empty(), Optional.empty(), Duration.ZERO);

        /** A configuration for worlds that are in memory only. */
        public Config(
                String host,
                int port,
                Clock clock,
                Optional<String> controlToken,
                Optional<TlsPort> tls,
                Duration grace,
                int stateBytes) {
            this(host, port, clock, controlToken, tls, grace, stateBytes, Optional.empty());
        }

        /** A configuration with the usual bound of states. */
        public Config(
                String host,
                int port,
                Clock clock,
                Optional<String> controlToken,
                Optional<TlsPort> tls,
                Duration grace) {
            this(host, port, clock, controlToken, tls, grace, StateSize.usual());
        }
    }

    /** A port for TLS, 0 for any free one, and the certificate served there. */
    public record TlsPort(int port, TlsIdentity identity) {}

    /**
     * Where worlds are kept.
     *
     * @param url of a database, as JDBC has it
     * @param peerUrl where other processes that share it reach this one; if it is empty, where this one listens
     */
    public record Data(String url, Optional<String> peerUrl) {}

    private TwinServer(World start, Config config, Optional<Ownership> ownership) {
        checkPort(config.port());
        config.tls().ifPresent(tls -> checkPort(tls.port()));
        this.kept = config.data().map(data -> new KeptWorlds(data.url(), config.clock(), version()));
        Clock clock = kept.isPresent() ? new RecordingClock(config.clock()) : config.clock();
        this.sender = new WebhookSender(clock, InetAddress::getAllByName);
        this.worlds = new WorldRegistry(start, clock.instant(), sender, kept.isPresent() ? Journal.LOST : Journal.NONE);
        this.host = config.host();
        this.grace = config.grace();
        HeapExhaustion exhaustion = new HeapExhaustion(() -> close(Duration.ZERO));
        byte[] key = kept.map(KeptWorlds::pageKey).orElseGet(ServerContext::drawKey);
        WorldStorage storage = kept.<WorldStorage>map(database -> database).orElse(WorldStorage.MEMORY);
        this.context = ServerContext.of(worlds, clock, version(), controlToken(config, key), exhaustion, key, storage);
        TwinRootResolver roots = new TwinRootResolver(context, Application.served(), config.stateBytes());
        this.container =
                new JettyContainer(config.host(), config.port(), Application.shared(), roots, HttpLimits.DEFAULT);
        kept.ifPresent(open -> open.open(
                worlds,
                new Replay(Application.shared(), roots, version()),
                worlds.main().origin()));
        context.metrics().add(container);
        context.metrics().add(sender);
        ownership.or(() -> kept).ifPresent(deciding -> container.forward(deciding, OWNERLESS));
        container.onFailure(exhaustion::check);
        sender.onFailure(exhaustion::check);
        this.isTls = config.tls().isPresent();
        config.tls().ifPresent(tls -> container.listenTls(tls.port(), tls.identity()));
    }

    private static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    port + " is not a port; expected a number between 0 and " + HIGHEST_PORT);
        }
    }

    /**
     * On loopback none is demanded; one that could not be is refused all the same. Where none is given, that of a key
     * serves: processes that share worlds have the same one.
     */
    private static ControlToken controlToken(Config config, byte[] key) {
        ControlToken given = new ControlToken(config.controlToken());
        if (address(config.host()).isLoopbackAddress()) {
            return new ControlToken(Optional.empty());
        }
        return given.text().isPresent()
                ? given
                : new ControlToken(Optional.of(UUID.nameUUIDFromBytes(key).toString()));
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host " + host, e);
        }
    }

    /** Starts a server on loopback, at any free port. */
    public static TwinServer start(World start) {
        return start(start, Config.LOCAL);
    }

    /**
     * Starts a server. It serves when this returns.
     *
     * @param start what the default world begins as, and returns to on a reset
     * @throws IllegalArgumentException if the configuration cannot be used
     * @throws UncheckedIOException if the address cannot be bound
     */
    public static TwinServer start(World start, Config config) {
        return start(start, config, Optional.empty());
    }

    /**
     * Starts a server as the other does.
     *
     * @param ownership which of several processes serves, asked for each request; empty if there is this one only
     */
    public static TwinServer start(World start, Config config, Optional<Ownership> ownership) {
        TwinServer server = new TwinServer(start, config, ownership);
        try {
            server.container.start();
        } catch (UncheckedIOException e) {
            String ports =
                    config.port() + config.tls().map(tls -> " or " + tls.port()).orElse("");
            throw new UncheckedIOException(
                    "cannot listen on " + config.host() + ", port " + ports + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
        server.sender.avoid(server.listeners());
        try {
            server.kept.ifPresent(
                    open -> open.announce(config.data().get().peerUrl().orElseGet(() -> server.peerUrl(open))));
        } catch (RuntimeException e) {
            server.close(Duration.ZERO);
            throw e;
        }
        return server;
    }

    /** Where other processes try to reach this one, if nothing else is said. */
    private String peerUrl(KeptWorlds shared) {
        try {
            return shared.isShared() && address(host).isAnyLocalAddress()
                    ? "http://" + InetAddress.getLocalHost().getHostAddress() + ":" + container.port()
                    : url();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("this machine does not know its address; --peer-url says it", e);
        }
    }

    private OwnListeners listeners() {
        Set<Integer> ports = isTls ? Set.of(container.port(), container.tlsPort()) : Set.of(container.port());
        return new OwnListeners(address(host), ports);
    }

    /** Returns the version of this program. */
    public static String version() {
        return ResourceBundle.getBundle("dev.hubtwin.hubtwin").getString("version");
    }

    /** Returns the URL of the server, without a slash at the end. */
    public String url() {
        return "http://" + authority(container.port());
    }

    /** Returns the URL of the server over TLS, if it serves TLS. */
    public Optional<String> tlsUrl() {
        return isTls ? Optional.of("https://" + authority(container.tlsPort())) : Optional.empty();
    }

    private String authority(int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Returns what every request to this server is given. */
    public ServerContext context() {
        return context;
    }

    /** Returns the worlds of this server. */
    public WorldRegistry worlds() {
        return worlds;
    }

    /** Returns the states of the default world. */
    public WorldStore store() {
        return worlds.main().store();
    }

    /** Returns where the server broke its own description. */
    public List<String> contractViolations() {
        return context.violations().found();
    }

    /**
     * Stops serving. Requests in flight are answered and waiting deliveries sent within the grace; how many deliveries
     * were not is logged.
     */
    @Override
    public void close() {
        close(grace);
    }

    private void close(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        container.close(within);
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        if (worlds.all().stream().anyMatch(world -> world.runtime().deliveries().waiting() > 0)) {
            sender.rest(left);
        }
        kept.ifPresent(KeptWorlds::close);
        int unsent = worlds.all().stream().mapToInt(HostedWorld::end).sum();
        sender.close();
        if (unsent > 0) {
            LOG.log(System.Logger.Level.WARNING, unsent + " deliveries to webhooks were not sent");
        }
    }
}
