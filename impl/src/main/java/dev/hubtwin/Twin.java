package dev.hubtwin;

import dev.hubtwin.internal.assembly.Application;
import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.jetty.HttpLimits;
import dev.hubtwin.internal.jetty.JettyContainer;
import dev.hubtwin.internal.pipeline.TwinRootResolver;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.tls.TlsIdentity;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.Seed;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

/** A running twin: worlds, served over HTTP. */
public final class Twin implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Twin.class.getName());
    private static final int HIGHEST_PORT = 65_535;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebhookSender courier;
    private final WorldRegistry realms;
    private final ServerContext site;
    private final JettyContainer container;
    private final String host;
    private final boolean isSecure;

    /**
     * Where and as what a twin serves.
     *
     * @param host the name or address to bind
     * @param port the port, 0 for any free one
     * @param clock the machine's time; a world may run on another
     * @param controlToken what the control API demands when {@code host} is not loopback; empty: one is made
     * @param secure where it serves over TLS as well, if anywhere
     */
    public record Options(String host, int port, Clock clock, Optional<String> controlToken, Optional<Secure> secure) {

        /** On loopback, any free port, the system's time. */
        public static final Options LOCAL = new Options("127.0.0.1", 0, Clock.systemUTC(), Optional.empty());

        /** Over plain HTTP only. */
        public Options(String host, int port, Clock clock, Optional<String> controlToken) {
            this(host, port, clock, controlToken, Optional.empty());
        }
    }

    /** A port for TLS, 0 for any free one, and what the server proves itself with. */
    public record Secure(int port, TlsIdentity tls) {}

    private Twin(World start, Options options) {
        checkPort(options.port());
        this.courier = new WebhookSender(options.clock(), InetAddress::getAllByName);
        this.realms = new WorldRegistry(start, options.clock().instant(), courier);
        this.host = options.host();
        this.site = ServerContext.of(realms, options.clock(), version(), new ControlToken(tokenFor(options)));
        this.container = new JettyContainer(
                options.host(), options.port(), Application.shared(), new TwinRootResolver(site), HttpLimits.DEFAULT);
        this.isSecure = options.secure().isPresent();
        options.secure().ifPresent(secure -> container.listenTls(checkPort(secure.port()), secure.tls()));
    }

    private static int checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(port + " is no port");
        }
        return port;
    }

    /** Starts a twin with the demo world, on loopback. */
    public static Twin start() {
        return start(SeedCodec.demo(Instant.now()));
    }

    /**
     * Starts a twin on loopback.
     *
     * @throws dev.hubtwin.seed.SeedException if the seed describes no world
     */
    public static Twin start(Seed seed) {
        return start(seed, Options.LOCAL);
    }

    /** Starts a twin on loopback. */
    public static Twin start(World start) {
        return start(start, Options.LOCAL);
    }

    /**
     * Starts a twin.
     *
     * @throws dev.hubtwin.seed.SeedException if the seed describes no world
     * @throws UncheckedIOException if the address cannot be bound
     */
    public static Twin start(Seed seed, Options options) {
        return start(seed.world(options.clock().instant()), options);
    }

    /**
     * Starts a twin. It serves when this is done: at once, in a process in which there was one before.
     *
     * @param start the world it begins with, and comes back to on a reset
     * @throws UncheckedIOException if the address cannot be bound
     */
    public static Twin start(World start, Options options) {
        Twin twin = new Twin(start, options);
        try {
            twin.container.start();
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + options.host() + ", port " + ports(options) + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
        return twin;
    }

    private static String ports(Options options) {
        return options.port()
                + options.secure().map(secure -> " or " + secure.port()).orElse("");
    }

    /** The address of the server, without a slash at its end. */
    public String url() {
        return "http://" + authority(container.port());
    }

    /** The address of the server over TLS, if it serves so. */
    public Optional<String> secureUrl() {
        return isSecure ? Optional.of("https://" + authority(container.tlsPort())) : Optional.empty();
    }

    private String authority(int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** What the control API demands, if it demands anything: on loopback it does not. */
    public Optional<String> controlToken() {
        return site.controlToken().text();
    }

    /** The version of this program. */
    public static String version() {
        return ResourceBundle.getBundle("dev.hubtwin.hubtwin").getString("version");
    }

    /** The default world. */
    public TwinWorld world() {
        return new TwinWorld(site, realms.main(), url(), "");
    }

    /** Makes a world that begins as the default one is now. */
    public TwinWorld fork(String name) {
        return begin(name, realms.main().store().now(), WorldRegistry.DEFAULT);
    }

    /**
     * Makes a world of its own beginning, in the place of the one that has its name.
     *
     * @param name in small letters, digits and hyphens, 63 at most
     * @param start what it begins as, and comes back to on a reset
     * @param from what is shown as its origin
     * @throws IllegalArgumentException if no world can be called so
     */
    public TwinWorld begin(String name, World start, String from) {
        if (!WorldRegistry.isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for a world");
        }
        HostedWorld realm = realms.fork(
                        name, new HostedWorld.Origin(start, from, site.clock().instant()))
                .world();
        return new TwinWorld(site, realm, url(), Links.prefix(name));
    }

    /** Drops a world that was made, and what waits to be delivered from it; says whether it was there. */
    public boolean drop(String name) {
        return WorldRegistry.isName(name) && realms.drop(name);
    }

    /** The succession of the states of the default world. */
    public WorldStore timeline() {
        return realms.main().store();
    }

    /** Where the server broke its own contract; nowhere, it is hoped. */
    public List<String> breaches() {
        return site.violations().found();
    }

    /** Stops serving. What waits to be delivered is sent in a few seconds; how much could not be is logged. */
    @Override
    public void close() {
        container.close();
        if (realms.all().stream().anyMatch(realm -> realm.runtime().deliveries().waiting() > 0)) {
            courier.rest(PATIENCE);
        }
        int unsent = realms.all().stream().mapToInt(HostedWorld::end).sum();
        courier.close();
        if (unsent > 0) {
            LOG.log(System.Logger.Level.WARNING, unsent + " deliveries to webhooks were not sent");
        }
    }

    private static Optional<String> tokenFor(Options options) {
        try {
            return InetAddress.getByName(options.host()).isLoopbackAddress()
                    ? Optional.empty()
                    : options.controlToken()
                            .or(() -> Optional.of(UUID.randomUUID().toString()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host " + options.host(), e);
        }
    }
}
