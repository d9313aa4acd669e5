package dev.hubtwin;

import dev.hubtwin.events.Courier;
import dev.hubtwin.http.ControlGuard;
import dev.hubtwin.http.container.HttpContainer;
import dev.hubtwin.http.container.HttpLimits;
import dev.hubtwin.http.container.Tls;
import dev.hubtwin.http.Realm;
import dev.hubtwin.http.Realms;
import dev.hubtwin.http.Site;
import dev.hubtwin.http.TwinRoots;
import dev.hubtwin.world.World;
import dev.hubtwin.world.Timeline;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

/** A running twin: worlds, served over HTTP. */
public final class Twin implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Twin.class.getName());
  private static final int HIGHEST_PORT = 65_535;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Courier courier;
  private final Realms realms;
  private final Site site;
  private final HttpContainer container;
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
  public record Secure(int port, Tls tls) {}

  private Twin(World start, Options options) {
    checkPort(options.port());
    this.courier = new Courier(options.clock(), InetAddress::getAllByName);
    this.realms = new Realms(start, options.clock().instant(), courier);
    this.host = options.host();
    this.site = Site.of(realms, options.clock(), version(), new ControlGuard.Token(tokenFor(options)));
    this.container = new HttpContainer(
        options.host(), options.port(), Application.shared(), new TwinRoots(site), HttpLimits.DEFAULT);
    this.isSecure = options.secure().isPresent();
    options.secure().ifPresent(secure -> container.listenTls(checkPort(secure.port()), secure.tls()));
  }

  private static int checkPort(int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(port + " is no port");
    }
    return port;
  }

  /**
   * Starts a twin.
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
          "cannot listen on " + options.host() + ", port " + ports(options) + ": " + e.getCause().getMessage(), e.getCause());
    }
    return twin;
  }

  private static String ports(Options options) {
    return options.port() + options.secure().map(secure -> " or " + secure.port()).orElse("");
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

  /** The succession of the states of the default world. */
  public Timeline timeline() {
    return realms.main().timeline();
  }

  /** Where the server broke its own contract; nowhere, it is hoped. */
  public List<String> breaches() {
    return site.breaches().found();
  }

  /** Stops serving. What waits to be delivered is sent in a few seconds; how much could not be is logged. */
  @Override
  public void close() {
    container.close();
    courier.rest(PATIENCE);
    int unsent = realms.all().stream().mapToInt(Realm::end).sum();
    courier.close();
    if (unsent > 0) {
      LOG.log(System.Logger.Level.WARNING, unsent + " deliveries to webhooks were not sent");
    }
  }

  private static Optional<String> tokenFor(Options options) {
    try {
      return InetAddress.getByName(options.host()).isLoopbackAddress()
          ? Optional.empty()
          : options.controlToken().or(() -> Optional.of(UUID.randomUUID().toString()));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host " + options.host(), e);
    }
  }
}
