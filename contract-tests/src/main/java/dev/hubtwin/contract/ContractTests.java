package dev.hubtwin.contract;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.finding.Baseline;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.report.Reports;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ContractRun;
import dev.hubtwin.internal.contract.runner.FailurePolicy;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import dev.hubtwin.internal.contract.runner.RunOptions;
import dev.hubtwin.internal.contract.runner.ScenarioSelection;
import dev.hubtwin.internal.contract.runner.ServerRoot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contract tests of one server. Options are those of the command line, under the same names; without any,
 * everything runs that the server allows. An instance is not safe for use by several threads.
 */
public final class ContractTests {

    private static final int MOST_THREADS = 64;
    private static final int MOST_RETRIES = 10;

    private final URI server;
    private TargetConfig credentials = TargetConfig.NONE;
    private @Nullable Path config;
    private @Nullable String controlToken;
    private List<String> tags = List.of();
    private List<String> operations = List.of();
    private List<String> statuses = List.of();
    private List<String> rules = List.of();
    private @Nullable ContractProfile profile;
    private @Nullable Boolean strict;
    private boolean readOnly;
    private boolean checkConfig = true;
    private @Nullable Path baseline;
    private @Nullable Path writtenBaseline;
    private boolean failFast;
    private int retries;
    private @Nullable Integer threads;
    private @Nullable Long seed;
    private @Nullable Path report;
    private Clock clock = Clock.systemUTC();
    private PrintStream output = new PrintStream(OutputStream.nullOutputStream());
    private Consumer<ContractResult> listener = result -> {};

    private ContractTests(URI server) {
        this.server = server;
    }

    /**
     * Makes the contract tests of a server.
     *
     * @param url the root of the server; one that ends in {@code /api/v3} is held to the dialect of GitHub Enterprise
     *     Server
     * @throws IllegalArgumentException if it is not a root with http or https
     */
    public static ContractTests on(String url) {
        return new ContractTests(ServerRoot.of(url));
    }

    /** Makes the contract tests of a server; see {@link #on(String)}. */
    public static ContractTests on(URI url) {
        return on(url.toString());
    }

    /** Sets the file with names and credentials that the server has. A twin is then tested as any other server. */
    public ContractTests config(Path file) {
        config = file;
        return this;
    }

    /** Sets whether the server is asked about the config before anything runs, and a mistake in it ends the run. */
    public ContractTests checkConfig(boolean checks) {
        checkConfig = checks;
        return this;
    }

    /** Sets a token of an owner of the organization in the config. */
    public ContractTests token(String token) {
        return credential("token", ConfigKey.OWNER_TOKEN, token);
    }

    /** Sets the id of a GitHub App. */
    public ContractTests appId(String id) {
        return credential("appId", ConfigKey.APP_ID, id);
    }

    /** Sets the private key of the app: its text in PEM, or the path of a file with that. */
    public ContractTests appKey(String key) {
        return credential("appKey", ConfigKey.APP_KEY, key);
    }

    /** Sets the client id of the app. */
    public ContractTests clientId(String id) {
        return credential("clientId", ConfigKey.APP_CLIENT_ID, id);
    }

    /** Sets the client secret of the app. */
    public ContractTests clientSecret(String secret) {
        return credential("clientSecret", ConfigKey.APP_CLIENT_SECRET, secret);
    }

    private ContractTests credential(String option, ConfigKey key, String value) {
        try {
            credentials = credentials.with(key, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replace(key.key(), option), e);
        }
        return this;
    }

    /** Sets the token that the control API of a twin demands, if it does. */
    public ContractTests controlToken(String token) {
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "controlToken takes a token of ASCII characters without spaces and line breaks");
        }
        controlToken = token;
        return this;
    }

    /** Chooses scenarios of some tags, such as {@code campaigns}. */
    public ContractTests tags(String... chosen) {
        tags = List.of(chosen);
        return this;
    }

    /** Chooses scenarios about some operations, such as {@code orgs/get} or {@code GET /orgs/{org}}. */
    public ContractTests operations(String... chosen) {
        operations = List.of(chosen);
        return this;
    }

    /** Chooses scenarios that meet some statuses. */
    public ContractTests statuses(String... chosen) {
        statuses = List.of(chosen);
        return this;
    }

    /** Chooses scenarios about some rules, such as {@code R77}. */
    public ContractTests rules(String... chosen) {
        rules = List.of(chosen);
        return this;
    }

    /** Sets what the server is held to. */
    public ContractTests profile(ContractProfile held) {
        profile = held;
        return this;
    }

    /** Sets whether what the description does not know is a failure; without this it is for a twin only. */
    public ContractTests strict(boolean fails) {
        strict = fails;
        return this;
    }

    /** Sends nothing but GET, HEAD and OPTIONS. */
    public ContractTests readOnly() {
        readOnly = true;
        return this;
    }

    /** Sets the file that says what is known to be wrong: it is told and passes. */
    public ContractTests baseline(Path file) {
        baseline = file;
        return this;
    }

    /** Sets a file that a baseline of what is found is written to. */
    public ContractTests writeBaseline(Path file) {
        writtenBaseline = file;
        return this;
    }

    /** Ends the run at the first finding that is not known. */
    public ContractTests failFast() {
        failFast = true;
        return this;
    }

    /** Sets how often a scenario that failed is repeated, at most ten times; one that passes then is flaky. */
    public ContractTests retries(int most) {
        if (most < 0 || most > MOST_RETRIES) {
            throw new IllegalArgumentException("retries takes a number from 0 to " + MOST_RETRIES);
        }
        retries = most;
        return this;
    }

    /**
     * Sets how many scenarios run at once, 64 at most; without this, four on a twin and one on any other server. Those
     * that change the same thing run one after another.
     */
    public ContractTests threads(int number) {
        if (number < 1 || number > MOST_THREADS) {
            throw new IllegalArgumentException("threads takes a number from 1 to " + MOST_THREADS);
        }
        threads = number;
        return this;
    }

    /** Sets the seed of the generated requests; the same number gives the same requests. */
    public ContractTests seed(long number) {
        seed = number;
        return this;
    }

    /** Sets the folder that {@code report.html}, {@code report.json}, {@code junit.xml} and a badge are written to. */
    public ContractTests report(Path folder) {
        report = folder;
        return this;
    }

    /** Sets the clock that says which day it is, for a baseline. */
    public ContractTests clock(Clock telling) {
        clock = telling;
        return this;
    }

    /** Sets what hears of the progress of the run, a line for each part of a contract. */
    public ContractTests output(PrintStream console) {
        output = console;
        return this;
    }

    /**
     * Sets what receives the result whatever ends the run: also what broke off and has no result to return, and what is
     * interrupted because the process ends.
     */
    public ContractTests listener(Consumer<ContractResult> receiver) {
        listener = receiver;
        return this;
    }

    /**
     * Lists what would run, without asking a server: each with its name and its sentence.
     *
     * @throws IllegalArgumentException if something is chosen that is unknown, or nothing fits
     */
    public List<String> scenarios() {
        List<String> scenarios = new JUnitLauncher(
                        List::of, JUnitLauncher.ALL, selection().filters(), 1)
                .list().stream()
                        .map(one -> one.group() + "." + one.method() + "  " + one.text())
                        .toList();
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("no scenario fits all the options");
        }
        return scenarios;
    }

    /**
     * Runs the scenarios. On a twin they run in worlds of their own, unless there is a config.
     *
     * @throws IllegalArgumentException with what is wrong with the options or the config, and where the server cannot
     *     be reached, the run broke off, or no scenario could run
     */
    public ContractResult run() {
        Optional.ofNullable(report).ifPresent(Reports::requireWritable);
        RunOptions options = options();
        List<ContractResult> told = new ArrayList<>();
        Report found = new ContractRun(options, output).run(made -> told.add(publish(made)));
        if (found.results().stream().allMatch(one -> one.outcome() == Result.Outcome.SKIPPED)) {
            throw new IllegalArgumentException(
                    "no scenario could run" + (found.results().isEmpty() ? ": none fits all the options" : ""));
        }
        if (writtenBaseline != null && found.abortReason().isEmpty()) {
            FailurePolicy policy = options.policy();
            policy.baseline().write(writtenBaseline, found.findings(), policy.today(), found::title);
        }
        return told.get(0);
    }

    /** Writes first and tells then, for who is told may be gone. */
    private ContractResult publish(Report found) {
        ContractResult result = ContractResult.of(found);
        try {
            if (report != null) {
                Reports.write(found, report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            listener.accept(result);
        }
        return result;
    }

    private RunOptions options() {
        return new RunOptions(
                server,
                names(),
                config == null,
                checkConfig,
                Optional.ofNullable(controlToken),
                Optional.ofNullable(strict)
                        .or(() -> Optional.ofNullable(profile).map(held -> held != ContractProfile.DOCUMENTED)),
                readOnly,
                selection(),
                Optional.ofNullable(threads),
                Optional.ofNullable(seed),
                policy());
    }

    private ScenarioSelection selection() {
        boolean documented = profile == ContractProfile.DOCUMENTED || profile == ContractProfile.CUSTOMARY;
        return ScenarioSelection.of(tags, operations, statuses, rules, documented);
    }

    private TargetConfig names() {
        return config == null ? credentials : TargetConfig.read(config).with(credentials);
    }

    private FailurePolicy policy() {
        if (failFast && retries > 0) {
            throw new IllegalArgumentException("failFast excludes retries");
        }
        if (writtenBaseline != null && (Files.isDirectory(writtenBaseline) || !hasFolder(writtenBaseline))) {
            throw new IllegalArgumentException("no baseline can be written to " + writtenBaseline);
        }
        return new FailurePolicy(
                baseline == null ? Baseline.EMPTY : Baseline.read(baseline), LocalDate.now(clock), failFast, retries);
    }

    private static boolean hasFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder);
    }
}
