package dev.hubtwin.internal.cli;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinTls;
import dev.hubtwin.client.control.model.StateDeliverTo;
import dev.hubtwin.internal.assembly.StateSize;
import dev.hubtwin.internal.memory.HeapExhaustion;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SettingsSeed;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command line: starts a twin, prints what it serves, and stops it cleanly. */
@Command(
        name = "hubtwin",
        description = "Serves a stateful, offline twin of GitHub's REST API.",
        versionProvider = Main.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
@SuppressWarnings("UnusedVariable") // picocli sets help and version, and answers them
public final class Main implements Callable<Integer>, IVersionProvider {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int MOST_GRACE = 3_600;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on, or 0 for any free one. Default: 8080.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The name or address to listen on. Default: 127.0.0.1.")
    private String host;

    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "The world to start with, as YAML or JSON. Default: a demo world.")
    private Path seed;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What URLs in responses start with. Default: the address that the request was sent to.")
    private String publicUrl;

    @Option(
            names = "--rate-limit",
            paramLabel = "N|off",
            description = "How many requests each caller may send in an hour. Default: GitHub's own limits.")
    private String rateLimit;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            description = "Stops the clock of the world at this time, such as 2026-01-01T00:00:00Z. Default: it runs.")
    private String clock;

    @Option(
            names = "--deliver-to",
            paramLabel = "WHERE",
            description = "Where webhooks may be delivered: loopback, private or any. Default: loopback.")
    private String deliverTo;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "The token that the control API demands when it listens on another address than loopback."
                    + " Default: a token is made and printed.")
    private String controlToken;

    @Option(
            names = "--max-state",
            paramLabel = "SIZE",
            description = "The largest state that the control API takes, in bytes, or with k, m or g behind the number."
                    + " Default: 1/32 of the heap.")
    private String maxState;

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description = "Serves over TLS as well, on this port, or 0 for any free one.")
    private Integer tlsPort;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "The certificate for TLS, in PEM. Default: a certificate is made, printed, and kept in .hubtwin"
                            + " in your home directory.")
    private Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The private key of the certificate, in PEM.")
    private Path tlsKey;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long requests in flight and waiting deliveries have after SIGTERM. Default: 5.")
    private int grace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    private boolean version;

    private final PrintStream out = System.out;

    /**
     * Runs the command line and ends the process: with 0 after SIGTERM or SIGINT, with another status after a failed
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
        HeapExhaustion.endProcess();
        Seed world = world().settings(this::override);
        Twin.Options options = new Twin.Options(
                host, port, Clock.systemUTC(), Optional.ofNullable(controlToken), tls(), grace(), stateBytes());
        Twin twin = Twin.start(world, options);
        StartupBanner.print(out, twin, seed == null);
        if (tlsCertificate == null) {
            twin.certificate().ifPresent(pem -> out.print("Certificate for clients to trust:\n" + pem));
        }
        return serveUntilSignalled(twin);
    }

    /** Serves until a signal ends the process, which is how a server is meant to end: its status is 0 then. */
    private static int serveUntilSignalled(Twin twin) throws InterruptedException {
        Runnable end = () -> {
            try {
                twin.close();
            } finally {
                Runtime.getRuntime().halt(0);
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end, "hubtwin-end"));
        Thread.currentThread().join();
        return 0;
    }

    private Duration grace() {
        if (grace < 0 || grace > MOST_GRACE) {
            throw new IllegalArgumentException(
                    "--grace takes seconds from 0 to " + MOST_GRACE + ", not '" + grace + "'");
        }
        return Duration.ofSeconds(grace);
    }

    private int stateBytes() {
        return maxState == null ? StateSize.usual() : StateSize.parse(maxState);
    }

    private Optional<TwinTls> tls() {
        boolean isGiven = tlsCertificate != null && tlsKey != null;
        if (!isGiven && (tlsCertificate != null || tlsKey != null) || isGiven && tlsPort == null) {
            throw new IllegalArgumentException("--tls-cert and --tls-key need each other, and --tls-port");
        }
        if (tlsPort == null) {
            return Optional.empty();
        }
        return Optional.of(isGiven ? TwinTls.fromFiles(tlsPort, tlsCertificate, tlsKey) : TwinTls.selfSigned(tlsPort));
    }

    private Seed world() {
        try {
            return seed == null ? Seed.demo() : Seed.read(seed);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("the seed " + seed + " cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"hubtwin " + Twin.version()};
    }

    /** Replaces settings of the seed by those of the command line. */
    private void override(SettingsSeed settings) {
        if (rateLimit != null) {
            limit(settings, rateLimit);
        }
        if (deliverTo != null) {
            settings.deliverTo(receivers(deliverTo));
        }
        if (publicUrl != null) {
            settings.publicUrl(url(publicUrl));
        }
        if (clock != null) {
            settings.clock(instant(clock));
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--clock takes a time such as 2026-01-01T00:00:00Z, not '" + text + "'", e);
        }
    }

    private static void limit(SettingsSeed settings, String text) {
        if (text.equals("off")) {
            settings.rateLimitOff();
        } else if (text.matches("[1-9][0-9]{0,8}|1000000000")) {
            settings.rateLimit(Integer.parseInt(text));
        } else {
            throw new IllegalArgumentException(
                    "--rate-limit takes a number from 1 to 1000000000, or off, not '" + text + "'");
        }
    }

    private static StateDeliverTo receivers(String text) {
        StateDeliverTo receivers = StateDeliverTo.fromValue(text);
        if (receivers == StateDeliverTo.UNKNOWN_DEFAULT_OPEN_API) {
            throw new IllegalArgumentException("--deliver-to takes loopback, private or any, not '" + text + "'");
        }
        return receivers;
    }

    private static String url(String text) {
        if (!text.matches("https?://([A-Za-z0-9_~.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "--public-url takes a scheme and a host, such as https://github.example.com, not '" + text + "'");
        }
        return text;
    }

    private static int fail(Exception e, int status) {
        System.err.println("hubtwin: " + (e.getMessage() == null ? e : e.getMessage()));
        return status;
    }
}
