package dev.hubtwin.internal.contract.cli;

import dev.hubtwin.contract.ContractResult;
import dev.hubtwin.contract.ContractTests;
import dev.hubtwin.internal.contract.report.PrintableText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The command line of the contract tests. It exits with 0, 1 or 2; see the footer of the help. */
@SuppressWarnings("UnusedVariable") // picocli sets help and version, and answers them
@Command(
        name = "contract-tests",
        description =
                "Holds a server to the contract of GitHub's REST API for organizations, members, webhooks, apps and campaigns.",
        footer = {
            "",
            "Each option can be given by an environment variable too: --base-url by HUBTWIN_BASE_URL, and so on. "
                    + "The command line goes before the environment, and the environment before the config file.",
            "Exit status 0: all that ran passed, or failed of what the baseline knows, and something ran. 1: a finding. "
                    + "2: a wrong call, a server that cannot be reached or stops answering, no scenario that could run, or a run that broke off."
        },
        versionProvider = ContractCommand.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class ContractCommand implements Callable<Integer>, IVersionProvider {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NO_VERDICT = 2;
    private static final Pattern NAMES_IN_JAVA = Pattern.compile(
            "^(baseUrl|token|appId|appKey|clientId|clientSecret|controlToken|threads|retries|failFast)(?= )");

    @Mixin
    private ServerOptions server;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Names and credentials that the server has, YAML or JSON. A twin is then tested as any other server.")
    private Path config;

    @Option(
            names = "--check-config",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Asks the server about the config before anything runs; a mistake ends the run. Default: yes.")
    private boolean checkConfig;

    @Mixin
    private InitOptions init;

    @Mixin
    private SelectionOptions chosen;

    @Mixin
    private CiOptions ci;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes report.html, report.json, junit.xml and badge.json there.")
    private Path reportDirectory;

    @Option(names = "--read-only", description = "Sends nothing but GET, HEAD and OPTIONS.")
    private boolean readOnly;

    @Option(
            names = "--strict",
            negatable = true,
            description =
                    "Treats what the description does not know as a failure, not as a warning. Default: for a twin, not for others.")
    private Boolean strict;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many scenarios run at once; those that change the same thing run one after another. "
                    + "Default: 4 on a twin, 1 on any other server.")
    private Integer threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the generated requests; the same number gives the same requests. Default: 1.")
    private Long seed;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    private final PrintStream out;
    private final Map<String, String> environment;
    private final Clock clock;

    private ContractCommand(PrintStream out, Map<String, String> environment, Clock clock) {
        this.out = out;
        this.environment = environment;
        this.clock = clock;
    }

    /** Makes the provider of the version, which picocli instantiates. */
    ContractCommand() {
        this(System.out, Map.of(), Clock.systemUTC());
    }

    /** Runs the command line and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out, System.err, Clock.systemUTC()));
    }

    /**
     * Runs the command line.
     *
     * @param clock says which day it is
     * @return the exit status
     */
    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err, Clock clock) {
        try {
            return new CommandLine(new ContractCommand(out, environment, clock))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                    .setDefaultValueProvider(argument -> fromEnvironment(argument, environment))
                    .setParameterExceptionHandler((e, arguments) -> fail(err, e))
                    .setExecutionExceptionHandler((e, line, result) -> fail(err, e))
                    .execute(args);
        } catch (AssertionError | VirtualMachineError e) { // picocli hands over exceptions only
            return fail(err, e);
        }
    }

    /** Returns the default of an option; an empty variable is ignored. */
    private static String fromEnvironment(ArgSpec argument, Map<String, String> environment) {
        return argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
                ? Optional.ofNullable(environment.get(variable(option)))
                        .filter(value -> !value.isBlank())
                        .orElse(option.defaultValue())
                : null;
    }

    private static String variable(OptionSpec option) {
        return "HUBTWIN_" + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Names an option as the command line does where a sentence begins with its name in Java. */
    private static String optionsNamed(String message) {
        return NAMES_IN_JAVA
                .matcher(message)
                .replaceFirst(found ->
                        "--" + found.group().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static int fail(PrintStream err, Throwable e) {
        err.println("contract-tests: "
                + PrintableText.of(e.getMessage() == null ? e.toString() : optionsNamed(e.getMessage())));
        return NO_VERDICT;
    }

    @Override
    public Integer call() {
        if (init.isAsked()) {
            init.write(server, out);
            return PASSED;
        }
        ContractTests tests = server.tests(ci.lists());
        chosen.apply(tests);
        if (ci.lists()) {
            tests.scenarios().forEach(out::println);
            return PASSED;
        }
        ci.apply(tests);
        tests.checkConfig(checkConfig).clock(clock).output(out).listener(this::tell);
        Optional.ofNullable(config).ifPresent(tests::config);
        Optional.ofNullable(strict).ifPresent(tests::strict);
        Optional.ofNullable(seed).ifPresent(tests::seed);
        Optional.ofNullable(threads).ifPresent(tests::threads);
        Optional.ofNullable(reportDirectory).ifPresent(tests::report);
        if (readOnly) {
            tests.readOnly();
        }
        ContractResult result = tests.run();
        if (reportDirectory != null) {
            out.println("Report: " + reportDirectory.resolve("report.html"));
        }
        if (!result.abortReason().isEmpty()) {
            return NO_VERDICT;
        }
        return result.hasPassed() || ci.writesBaseline() ? PASSED : FAILED;
    }

    private void tell(ContractResult result) {
        try {
            Optional<GitHubActions> job = GitHubActions.of(result, out, environment);
            if (job.isPresent()) {
                job.get().tell();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            out.println("\n" + ci.colour().colours(environment).summary(result));
        }
    }

    @Override
    public String[] getVersion() {
        String packaged = getClass().getPackage().getImplementationVersion();
        return new String[] {"contract-tests " + (packaged == null ? "unpacked" : packaged)};
    }
}
