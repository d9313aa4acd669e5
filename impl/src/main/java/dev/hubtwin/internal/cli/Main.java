package dev.hubtwin.internal.cli;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.memory.HeapExhaustion;
import dev.hubtwin.seed.Seed;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command line: starts a twin, prints what it serves, and stops it cleanly. */
@Command(
        name = "hubtwin",
        description = "Serves a stateful, offline twin of GitHub's REST API.",
        versionProvider = Main.class,
        subcommands = DataCommand.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer>, IVersionProvider {

    /** The exit status of what went wrong. */
    static final int FAILED = 1;

    private static final int MISUSED = 2;

    @ArgGroup(validate = false, heading = "%nWhere and how long it listens:%n")
    private ListenOptions listen = new ListenOptions();

    @ArgGroup(validate = false, heading = "%nThe world it begins with:%n")
    private WorldOptions world = new WorldOptions();

    @ArgGroup(validate = false, heading = "%nWhere worlds are kept:%n")
    private DataOptions data = new DataOptions();

    @ArgGroup(validate = false, heading = "%nTLS:%n")
    private TlsOptions tls = new TlsOptions();

    @SuppressWarnings("UnusedVariable") // picocli answers what is asked here
    @ArgGroup(validate = false, heading = "%nAbout it:%n")
    private About about = new About();

    /** The options that print something and start nothing. */
    @SuppressWarnings("UnusedVariable") // picocli sets them
    private static final class About {

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
    }

    private final PrintStream out = System.out;

    /**
     * Runs the command line and ends the process: with 0 after SIGTERM or SIGINT, with another status after a failed
     * start.
     */
    public static void main(String[] args) {
        HeapExhaustion.endProcess();
        System.exit(commandLine().execute(args));
    }

    /** Returns the command line, whose refusals are one line on its error stream. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((e, arguments) -> fail(e.getCommandLine(), e, MISUSED))
                .setExecutionExceptionHandler((e, line, result) -> fail(line, e, FAILED));
    }

    @Override
    public Integer call() throws Exception {
        Seed seed = world.world();
        Twin twin = Twin.start(
                seed,
                new Twin.Options(
                        listen.host,
                        listen.port,
                        Clock.systemUTC(),
                        Optional.ofNullable(listen.controlToken),
                        tls.tls(),
                        listen.grace(),
                        listen.stateBytes(),
                        data.data()));
        closeAtSignal(twin);
        StartupBanner.print(out, twin, Optional.of(seed).filter(any -> world.isDemo()));
        if (tls.makesCertificate()) {
            twin.certificate().ifPresent(pem -> out.print("Certificate for clients to trust:\n" + pem));
        }
        Thread.currentThread().join(); // until a signal comes
        return 0;
    }

    /** Closes when a signal ends the process, which is how a server is meant to end: its status is 0 then. */
    private static void closeAtSignal(Twin twin) {
        Runnable end = () -> {
            try {
                twin.close();
            } finally {
                Runtime.getRuntime().halt(0);
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end, "hubtwin-end"));
    }

    @Override
    public String[] getVersion() {
        return new String[] {"hubtwin " + Twin.version()};
    }

    private static int fail(CommandLine line, Exception e, int status) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        line.getErr()
                .println("hubtwin: " + message
                        + (isTaken(e) ? "; another program listens there, and --port 0 takes any free port" : ""));
        return status;
    }

    private static boolean isTaken(Exception e) {
        return e instanceof UncheckedIOException failed
                && failed.getCause().getCause() instanceof BindException refused
                && String.valueOf(refused.getMessage()).contains("in use");
    }
}
