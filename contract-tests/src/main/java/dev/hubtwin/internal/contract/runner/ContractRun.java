package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.ConfigCheck;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.ConfigVerdict;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.http.OversizedBodyException;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.report.SecretRedactor;
import dev.hubtwin.internal.contract.result.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.platform.engine.CancellationToken;

/** Runs the scenarios on one server: detects what the server is, runs what can run there, and reports. */
public final class ContractRun {

    private static final String INTERRUPTED = "The run was interrupted";
    private static final int SECONDS_TO_STOP = 30;
    private static final int THREADS_ON_WORLDS = 4;
    private static final int MOST_SILENCES = 5;
    private static final int MOST_WARNINGS = 1_000;

    private final RunOptions options;
    private final PrintStream out;
    private final Reachability reachability;
    private final CancellationToken end = CancellationToken.create();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger silences = new AtomicInteger();
    private volatile boolean isSilent;
    private final ExecutionRecorder recorder = new ExecutionRecorder(this::onResult, Result::abridged);
    private final ExecutionRecorder repeated = new ExecutionRecorder(result -> {}, Result::abridged);
    private final ExchangeListener listener = new Recording();
    private final Coverage coverage = new Coverage(Description.PUBLISHED);
    private final Map<String, Long> warnings = new ConcurrentSkipListMap<>();
    private final ConsoleProgress progress;
    private final SecretRedactor redactor;

    /**
     * Makes a run.
     *
     * @param out hears of its progress
     */
    public ContractRun(RunOptions order, PrintStream out) {
        this.options = order;
        this.out = out;
        this.reachability = new Reachability(order.base());
        this.progress = new ConsoleProgress(out);
        this.redactor = new SecretRedactor(secrets(), variables());
    }

    /**
     * Runs the scenarios, and hands the report over whatever ends the run. If the process is interrupted, it does not
     * end before that.
     *
     * @throws IllegalArgumentException if the server cannot be reached, its control API refuses the token, or the
     *     config does not match it; then there is nothing to report. Also if the run broke off, after the report
     */
    public Report run(Consumer<Report> publication) {
        connect();
        boolean twin = TwinWorlds.isTwin(options.base(), options.controlToken());
        boolean arranged = twin && options.arrangesWorlds() && !options.readOnly();
        String kind = arranged ? "a twin, in worlds of their own" : twin ? "a twin, as any other server" : "not a twin";
        out.println("Contract of " + options.base() + " (" + kind + ")");
        if (!twin && TwinWorlds.isControlApiProtected(options.base())) {
            out.println("  /_twin/health is refused: a twin needs its --control-token to be tested as one");
        }
        if (!arranged && options.checksConfig()) {
            checkConfig();
        }
        Publication report = new Publication(kind, Instant.now(), publication);
        Thread stopping = new Thread(() -> stop(report));
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            execute(arranged, twin);
            return report.make(
                    stopping.isAlive() ? INTERRUPTED : isSilent ? options.base() + " stopped answering" : "");
        } catch (RuntimeException | AssertionError | VirtualMachineError e) {
            String why =
                    "The run broke off: " + redactor.text(e instanceof AssertionError ? e.getMessage() : e.toString());
            report.make(why);
            throw new IllegalArgumentException(why, e);
        } finally {
            ended.countDown();
            if (!stopping.isAlive()) {
                Runtime.getRuntime().removeShutdownHook(stopping);
            }
        }
    }

    /** Makes the report and hands it over, once: at the end of the run, or when nobody waits for that any longer. */
    private final class Publication {

        private final String kind;
        private final Instant begun;
        private final Consumer<Report> receiver;
        private Report made;

        Publication(String kind, Instant begun, Consumer<Report> receiver) {
            this.kind = kind;
            this.begun = begun;
            this.receiver = receiver;
        }

        synchronized Report make(String abortReason) {
            if (made == null) {
                List<Result> results = FailurePolicy.merged(recorder.results(), repeated.results());
                Assessment findings = options.policy().assess(results);
                boolean whole = isWhole() && abortReason.isEmpty();
                made = new Report(
                        options.base() + " (" + kind + ")",
                        begun,
                        Duration.between(begun, Instant.now()),
                        abortReason,
                        results,
                        warnings,
                        coverage.snapshot(),
                        redactor,
                        whole ? findings : findings.ofSome());
                receiver.accept(made);
            }
            return made;
        }
    }

    /** Whether the run meets every scenario that the server allows. */
    private boolean isWhole() {
        return options.selection().equals(ScenarioSelection.ALL)
                && !options.readOnly()
                && !options.policy().failFast();
    }

    private void connect() {
        try {
            reachability.connect();
        } catch (IOException e) {
            throw new IllegalArgumentException(options.base() + " " + Reachability.describe(e), e);
        }
    }

    private void checkConfig() {
        ConfigVerdict verdict = new ConfigCheck(options.base(), options.config(), options.readOnly()).verdict();
        verdict.unchecked().forEach(key -> out.println("  Not checked: " + redactor.text(PrintableText.of(key))));
        if (!verdict.mistakes().isEmpty()) {
            throw new IllegalArgumentException(redactor.text(
                    "the config does not match " + options.base() + "\n  " + String.join("\n  ", verdict.mistakes())));
        }
    }

    private void execute(boolean arranged, boolean twin) {
        if (arranged) {
            try (TwinWorlds worlds = TwinWorlds.at(options.base(), options.controlToken(), listener)) {
                execute(worlds, options.threads().orElse(THREADS_ON_WORLDS));
            }
        } else {
            execute(
                    ExternalTarget.at(
                            options.base(),
                            options.strict().orElse(twin),
                            options.config(),
                            options.readOnly(),
                            listener),
                    options.threads().orElse(1));
        }
    }

    /** Ends an interrupted run after the running scenarios have put back what they changed, or when that takes long. */
    private void stop(Publication report) {
        end.cancel();
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                report.make(INTERRUPTED + ", and a scenario did not end within " + SECONDS_TO_STOP + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(TargetProvider.Source source, int threads) {
        JUnitLauncher launcher =
                new JUnitLauncher(source, JUnitLauncher.ALL, options.selection().filters(), threads, options.seed());
        launcher.execute(end, progress, recorder); // listeners hear of ends in the reverse order
        for (int retry = 1; retry <= options.policy().retries() && !end.isCancellationRequested(); retry++) {
            List<Result> failures = FailurePolicy.merged(recorder.results(), repeated.results()).stream()
                    .filter(result -> result.outcome().isFailure())
                    .toList();
            if (failures.isEmpty()) {
                return;
            }
            out.println("  Retry " + retry + " of what failed: " + failures.size());
            launcher.with(FailurePolicy.only(failures)).execute(end, repeated);
        }
    }

    /** Names that say whose a credential is. */
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (ConfigKey key : ConfigKey.values()) {
            options.config()
                    .find(key)
                    .filter(value -> key.isSecret())
                    .ifPresent(value -> variables.put(value, key.name()));
        }
        return variables;
    }

    private Set<String> secrets() {
        Set<String> secrets = new HashSet<>(options.config().secrets());
        options.controlToken().ifPresent(secrets::add);
        return secrets;
    }

    /** Hands each exchange to what records it. */
    private final class Recording implements ExchangeListener {

        @Override
        public void onExchange(Exchange exchanged) {
            recorder.onExchange(exchanged.abridged());
            repeated.onExchange(exchanged.abridged());
            count(exchanged);
        }

        @Override
        public void onRestoration() {
            recorder.onRestoration();
            repeated.onRestoration();
        }
    }

    private void count(Exchange exchanged) {
        coverage.onExchange(exchanged);
        String operation = exchanged.verdict().operation().map(id -> id + ": ").orElse("");
        for (String warning : exchanged.verdict().warnings()) {
            String told = operation + warning.replaceAll("/\\d+(?=[/:])", "/*");
            boolean fits = warnings.containsKey(told) || warnings.size() < MOST_WARNINGS;
            warnings.merge(fits ? told : "other warnings", 1L, Long::sum);
        }
    }

    private void onResult(Result result) {
        progress.onResult(result);
        boolean silent =
                result.outcome().isFailure() && lostContact(result.thrown().orElse(null));
        int inARow = silent ? silences.incrementAndGet() : 0;
        silences.set(inARow);
        if (silent && !end.isCancellationRequested() && (inARow >= MOST_SILENCES || !reachability.isReachable())) {
            isSilent = true;
            end.cancel();
        } else if (!end.isCancellationRequested() && options.policy().endsWith(result)) {
            out.println("  The run ends at the first finding, in: " + redactor.text(PrintableText.of(result.label())));
            end.cancel();
        }
    }

    private static boolean lostContact(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof OversizedBodyException)) {
                return true;
            }
        }
        return false;
    }
}
