package dev.hubtwin.internal.cli;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.tls.TlsIdentity;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.Settings.DeliverTo;
import dev.hubtwin.internal.world.Settings.RateLimit;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.naming.WireName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import sun.misc.Signal;

/** The command line: starts a twin, says what it serves, and stops it cleanly. */
@Command(
        name = "hubtwin",
        description = "A stateful, offline twin of GitHub's REST API.",
        versionProvider = Main.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer>, IVersionProvider {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port, 0 for any free one. Default: 8080.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The name or address to bind. Default: 127.0.0.1.")
    private String host;

    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "The world to start from, YAML or JSON. Default: a demo world.")
    private Path seed;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What the URLs in answers start with. Default: the address that a request names.")
    private String publicUrl;

    @Option(
            names = "--rate-limit",
            paramLabel = "N|off",
            description = "How many requests an hour each caller has. Default: GitHub's numbers.")
    private String rateLimit;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            description = "Stops the world's clock at this time, such as 2026-01-01T00:00:00Z. Default: it runs.")
    private String clock;

    @Option(
            names = "--deliver-to",
            paramLabel = "WHERE",
            description = "Where webhooks may be delivered: loopback, private or any. Default: loopback.")
    private String deliverTo;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description =
                    "What the control API demands on any other address than loopback. Default: one is made and printed.")
    private String controlToken;

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description = "Serves over TLS as well, at this port, 0 for any free one.")
    private Integer tlsPort;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "The certificate, PEM. Default: one is made, printed, and kept in .hubtwin in your home directory.")
    private Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its key, PEM.")
    private Path tlsKey;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    private final PrintStream out = System.out;

    /**
     * Runs the command line and ends the process: with 0 after SIGTERM or SIGINT, with something else after a failed
     * start.
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setParameterExceptionHandler((e, arguments) -> fail(e, MISUSED))
                .setExecutionExceptionHandler((e, line, result) -> fail(e, FAILED))
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        World world = world(clock == null ? Instant.now() : instant(clock));
        Optional<Twin.Secure> secure = secure();
        Twin.Options options =
                new Twin.Options(host, port, Clock.systemUTC(), Optional.ofNullable(controlToken), secure);
        CountDownLatch stopped = stopOnSignals();
        try (Twin twin = Twin.start(world.with(chosen(world.settings())), options)) {
            StartupBanner.print(out, twin, seed == null);
            secure.filter(made -> tlsCertificate == null)
                    .ifPresent(made -> out.print("To be trusted:\n" + made.tls().pem()));
            stopped.await();
        }
        return 0;
    }

    private Optional<Twin.Secure> secure() {
        boolean given = tlsCertificate != null && tlsKey != null;
        if (!given && (tlsCertificate != null || tlsKey != null) || given && tlsPort == null) {
            throw new IllegalArgumentException("--tls-cert and --tls-key go together, and with --tls-port");
        }
        if (tlsPort == null) {
            return Optional.empty();
        }
        Path kept = Path.of(System.getProperty("user.home"), ".hubtwin");
        TlsIdentity tls = given
                ? TlsIdentity.given(tlsCertificate, tlsKey)
                : TlsIdentity.kept(kept, List.of(host), Clock.systemUTC());
        return Optional.of(new Twin.Secure(tlsPort, tls));
    }

    private World world(Instant now) {
        try {
            return seed == null ? SeedCodec.demo(now) : SeedCodec.read(seed, now);
        } catch (IOException e) {
            throw new IllegalArgumentException("the seed " + seed + " cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"hubtwin " + Twin.version()};
    }

    private static CountDownLatch stopOnSignals() {
        CountDownLatch stopped = new CountDownLatch(1);
        Signal.handle(new Signal("TERM"), signal -> stopped.countDown());
        Signal.handle(new Signal("INT"), signal -> stopped.countDown());
        return stopped;
    }

    /** The settings of the seed, with what the command line says in their place. */
    private Settings chosen(Settings seeded) {
        return new Settings(
                rateLimit == null ? seeded.rateLimit() : limit(rateLimit),
                deliverTo == null ? seeded.deliverTo() : receivers(deliverTo),
                seeded.asyncConversion(),
                seeded.publicHookHostsOnly(),
                publicUrl == null ? seeded.publicUrl() : url(publicUrl),
                clock == null ? seeded.clock() : Settings.Clock.frozen(instant(clock)));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--clock takes a time such as 2026-01-01T00:00:00Z, not '" + text + "'", e);
        }
    }

    private static RateLimit limit(String text) {
        if (text.equals("off")) {
            return RateLimit.OFF;
        }
        try {
            return RateLimit.of(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--rate-limit takes a number or off, not '" + text + "'", e);
        }
    }

    private static DeliverTo receivers(String text) {
        try {
            return WireName.read(DeliverTo.class, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--deliver-to takes loopback, private or any, not '" + text + "'", e);
        }
    }

    private static String url(String text) {
        if (!text.matches("https?://([A-Za-z0-9_~.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "--public-url takes a scheme and a host, such as https://github.example.com, not '" + text + "'");
        }
        return text;
    }

    private static int fail(Exception e, int status) {
        String why = e instanceof ParameterException || e.getMessage() != null ? e.getMessage() : e.toString();
        System.err.println("hubtwin: " + why);
        return status;
    }
}
