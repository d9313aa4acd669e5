package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.report.SecretRedactor;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.CancellationToken;

/** Runs the scenarios on one server: detects what the server is, runs what can run there, and reports. */
final class ContractRun {

    private static final int SECONDS_TO_STOP = 30;
    private static final int MOST_SILENCES = 5;

    private final RunOptions options;
    private final PrintStream out;
    private final Reachability reachability;
    private final CancellationToken end = CancellationToken.create();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger silences = new AtomicInteger();
    private final ExecutionRecorder recorder = new ExecutionRecorder(this::onResult);
    private final Coverage coverage = new Coverage(Description.PUBLISHED);
    private final Map<String, Long> warnings = new ConcurrentSkipListMap<>();
    private final ConsoleProgress progress;

    ContractRun(RunOptions order, PrintStream out) {
        this.options = order;
        this.out = out;
        this.reachability = new Reachability(order.base());
        this.progress = new ConsoleProgress(out);
    }

    /**
     * Runs the scenarios.
     *
     * @throws IllegalArgumentException if the server cannot be reached, or its control API refuses the token
     */
    Report run() {
        connect();
        Instant begun = Instant.now();
        boolean twin = TwinWorlds.isTwin(options.base(), options.controlToken());
        boolean arranged = twin && options.arrangesWorlds() && !options.readOnly();
        String kind = arranged ? "a twin, in worlds of their own" : twin ? "a twin, as any other server" : "not a twin";
        out.println("Contract of " + options.base() + " (" + kind + ")");
        if (!twin && TwinWorlds.isControlApiProtected(options.base())) {
            out.println("  /_twin/health is refused: a twin needs its --control-token to be tested as one");
        }
        Thread stopping = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            execute(arranged, twin);
        } finally {
            ended.countDown();
        }
        boolean interrupted = stopping.isAlive();
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(stopping);
        }
        String why = interrupted
                ? "The run was interrupted"
                : end.isCancellationRequested() ? options.base() + " stopped answering" : "";
        return new Report(
                options.base() + " (" + kind + ")",
                begun,
                Duration.between(begun, Instant.now()),
                why,
                recorder.results(),
                warnings,
                coverage.snapshot(),
                new SecretRedactor(secrets()));
    }

    private void connect() {
        try {
            reachability.connect();
        } catch (IOException e) {
            throw new IllegalArgumentException(options.base() + " " + Reachability.describe(e), e);
        }
    }

    private void execute(boolean arranged, boolean twin) {
        if (arranged) {
            try (TwinWorlds worlds = TwinWorlds.at(options.base(), options.controlToken(), this::onExchange)) {
                execute(worlds, options.threads());
            }
        } else {
            execute(
                    ExternalTarget.at(
                            options.base(),
                            options.strict().orElse(twin),
                            options.config(),
                            options.readOnly(),
                            this::onExchange),
                    1);
        }
    }

    /** Ends an interrupted run after the running scenarios have put back what they changed. */
    private void stop() {
        end.cancel();
        try {
            ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(TargetProvider.Source source, int threads) {
        new JUnitLauncher(source, JUnitLauncher.ALL, options.filters(), threads, options.seed())
                .execute(end, progress, recorder); // listeners hear of ends in the reverse order
    }

    private Set<String> secrets() {
        Set<String> secrets = new HashSet<>(options.config().secrets());
        options.controlToken().ifPresent(secrets::add);
        return secrets;
    }

    private void onExchange(Exchange exchanged) {
        recorder.onExchange(exchanged);
        coverage.onExchange(exchanged);
        String operation = exchanged.verdict().operation().map(id -> id + ": ").orElse("");
        exchanged
                .verdict()
                .warnings()
                .forEach(warning ->
                        warnings.merge(operation + warning.replaceAll("/\\d+(?=[/:])", "/*"), 1L, Long::sum));
    }

    private void onResult(Result result) {
        progress.onResult(result);
        boolean silent = result.outcome() == Outcome.FAILED
                && lostContact(result.thrown().orElse(null));
        int inARow = silent ? silences.incrementAndGet() : 0;
        silences.set(inARow);
        if (silent && !end.isCancellationRequested() && (inARow >= MOST_SILENCES || !reachability.isReachable())) {
            end.cancel();
        }
    }

    private static boolean lostContact(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
