package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.report.Reports;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        versionProvider = ContractTests.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class ContractTests implements Callable<Integer>, IVersionProvider {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NO_VERDICT = 2;
    private static final int MOST_THREADS = 64;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The root of the server; one that ends in /api/v3 is held to the dialect of GitHub Enterprise Server.")
    private String baseUrl;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "A token of an owner of the organization in the config file.")
    private String token;

    @Option(names = "--app-id", paramLabel = "ID", description = "The id of a GitHub App.")
    private String appId;

    @Option(names = "--app-key", paramLabel = "FILE", description = "Its private key, PEM.")
    private String appKey;

    @Option(names = "--client-id", paramLabel = "ID", description = "Its client id.")
    private String clientId;

    @Option(names = "--client-secret", paramLabel = "SECRET", description = "Its client secret.")
    private String clientSecret;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Names and credentials that the server has, YAML or JSON. A twin is then tested as any other server.")
    private Path config;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "The token that a twin's control API demands, if it does.")
    private String controlToken;

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
            defaultValue = "4",
            description = "How many parts of contracts run at once on a twin. Default: 4.")
    private int threads;

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

    private ContractTests(PrintStream out, Map<String, String> environment, Clock clock) {
        this.out = out;
        this.environment = environment;
        this.clock = clock;
    }

    /** Makes the provider of the version, which picocli instantiates. */
    ContractTests() {
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
            return new CommandLine(new ContractTests(out, environment, clock))
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

    private static int fail(PrintStream err, Throwable e) {
        err.println("contract-tests: " + PrintableText.of(e.getMessage() == null ? e.toString() : e.getMessage()));
        return NO_VERDICT;
    }

    @Override
    public Integer call() {
        ScenarioSelection selection = chosen.selection();
        if (ci.lists()) {
            return list(selection);
        }
        if (reportDirectory != null) {
            Reports.requireWritable(reportDirectory);
        }
        FailurePolicy policy = ci.policy(clock);
        RunOptions order = new RunOptions(
                root(),
                names(),
                config == null,
                controlToken(),
                Optional.ofNullable(strict).or(chosen::strict),
                readOnly,
                selection,
                threads(),
                Optional.ofNullable(seed),
                policy);
        Report report = new ContractRun(order, out).run(this::publish);
        if (report.results().stream().allMatch(result -> result.outcome() == Outcome.SKIPPED)) {
            throw new IllegalArgumentException(
                    "no scenario could run" + (report.results().isEmpty() ? ": none fits all the options" : ""));
        }
        if (!report.abortReason().isEmpty()) {
            return NO_VERDICT;
        }
        ci.writtenBaseline()
                .ifPresent(file -> policy.baseline().write(file, report.findings(), policy.today(), report::title));
        return report.findings().fresh().isEmpty() || ci.writtenBaseline().isPresent() ? PASSED : FAILED;
    }

    private int list(ScenarioSelection selection) {
        List<Behaviour> scenarios = new JUnitLauncher(List::of, JUnitLauncher.ALL, selection.filters(), 1).list();
        scenarios.forEach(scenario -> out.println(scenario.group() + "." + scenario.method() + "  " + scenario.text()));
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("no scenario fits all the options");
        }
        return PASSED;
    }

    /** Writes first and prints then, for a terminal may be gone. */
    private void publish(Report report) {
        try {
            if (reportDirectory != null) {
                Reports.write(report, reportDirectory);
            }
            Optional<GitHubActions> job = GitHubActions.of(report, out, environment);
            if (job.isPresent()) {
                job.get().tell();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            new ConsoleSummary(report, out, ci.colour().colours(environment)).print();
        }
        if (reportDirectory != null) {
            out.println("Report: " + reportDirectory.resolve("report.html"));
        }
    }

    private URI root() {
        if (baseUrl == null) {
            throw new IllegalArgumentException("Missing required option: '--base-url=URL'");
        }
        String root = baseUrl.replaceFirst("/+$", "");
        if (!root.matches("(?i)https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException(
                    "--base-url takes a root such as https://github.example.com/api/v3, not '"
                            + baseUrl.replaceFirst("//[^/]*@", "//…@") + "'");
        }
        try {
            URI parsed = URI.create(root);
            return URI.create(root.replaceFirst("^[^:]+", parsed.getScheme().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--base-url '" + baseUrl + "' is not a URL", e);
        }
    }

    private Optional<String> controlToken() {
        if (controlToken != null && !controlToken.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "--control-token takes a token of ASCII characters without spaces and line breaks");
        }
        return Optional.ofNullable(controlToken);
    }

    private int threads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("--threads takes a number from 1 to " + MOST_THREADS);
        }
        return threads;
    }

    private TargetConfig names() {
        TargetConfig names = config == null ? TargetConfig.NONE : TargetConfig.read(config);
        names = with(names, ConfigKey.OWNER_TOKEN, "--token", token);
        names = with(names, ConfigKey.APP_ID, "--app-id", appId);
        names = with(names, ConfigKey.APP_KEY, "--app-key", appKey);
        names = with(names, ConfigKey.APP_CLIENT_ID, "--client-id", clientId);
        return with(names, ConfigKey.APP_CLIENT_SECRET, "--client-secret", clientSecret);
    }

    private static TargetConfig with(TargetConfig names, ConfigKey name, String option, String value) {
        try {
            return value == null ? names : names.with(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage().replace(name.key(), option), e);
        }
    }

    @Override
    public String[] getVersion() {
        String packaged = getClass().getPackage().getImplementationVersion();
        return new String[] {"contract-tests " + (packaged == null ? "unpacked" : packaged)};
    }
}
