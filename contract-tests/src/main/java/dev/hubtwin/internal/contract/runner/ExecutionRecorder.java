package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.FailedAnswer;
import dev.hubtwin.internal.contract.result.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Records the exchanges and the result of each scenario. */
public final class ExecutionRecorder implements ExchangeListener, TestExecutionListener {

    @SuppressWarnings("ThreadLocalUsage") // two recorders may listen to one run
    private final ThreadLocal<Entry> current = new ThreadLocal<>();

    private final Map<String, Entry> open = new ConcurrentHashMap<>();
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();
    private final Consumer<Result> resultListener;
    private final UnaryOperator<Result> kept;
    private volatile TestPlan plan;

    /** A scenario that runs. */
    private static final class Entry {

        private final long begun = System.nanoTime();
        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<Exchange> restorations = new ArrayList<>();
        private boolean restores;

        void add(Exchange exchanged) {
            (restores ? restorations : exchanges).add(exchanged);
        }

        List<Exchange> all() {
            return Stream.of(exchanges, restorations).flatMap(List::stream).toList();
        }
    }

    /**
     * Makes an empty recorder.
     *
     * @param resultListener receives each result at once
     */
    public ExecutionRecorder(Consumer<Result> resultListener) {
        this(resultListener, UnaryOperator.identity());
    }

    /**
     * Makes an empty recorder that does not keep everything.
     *
     * @param kept makes what is kept of a result
     */
    ExecutionRecorder(Consumer<Result> resultListener, UnaryOperator<Result> kept) {
        this.resultListener = resultListener;
        this.kept = kept;
    }

    /** Returns the results so far, in the order in which the scenarios ended. */
    public List<Result> results() {
        return List.copyOf(results);
    }

    @Override
    public void onExchange(Exchange exchanged) {
        Entry entry = current.get();
        if (entry != null) {
            entry.add(exchanged);
        }
    }

    @Override
    public void onRestoration() {
        Entry entry = current.get();
        if (entry != null) {
            entry.restores = true;
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        Entry entry = new Entry();
        open.put(test.getUniqueId(), entry);
        if (test.isTest()) {
            current.set(entry);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, Result.Outcome.SKIPPED, Optional.of(reason), Optional.empty(), new Entry());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Entry entry = open.remove(test.getUniqueId());
        if (test.isTest()) {
            current.remove();
        }
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Result.Outcome outcome = failed
                    ? Result.Outcome.FAILED
                    : result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                            ? Result.Outcome.PASSED
                            : Result.Outcome.SKIPPED;
            add(test, outcome, result.getThrowable().map(Throwable::getMessage), result.getThrowable(), entry);
        }
    }

    /** Removes what JUnit puts before the reason of an assumption. */
    private static String plain(String reason) {
        return reason.equals("Execution cancelled")
                ? "not run because the run ended before it"
                : reason.replaceFirst("^Assumption failed: ", "");
    }

    private void add(
            TestIdentifier test,
            Result.Outcome outcome,
            Optional<String> reason,
            Optional<Throwable> thrown,
            Entry entry) {
        Behaviour behaviour = Behaviour.of(plan, test);
        String why = reason.map(ExecutionRecorder::plain).orElse("");
        Optional<FailedAnswer> failed = outcome.isFailure()
                ? Optional.of(FailedAnswer.of(thrown, why, entry.exchanges, entry.restorations))
                : Optional.empty();
        boolean prepared = failed.isPresent() && Preparation.isAll(behaviour, entry.exchanges, failed.get());
        Result result = new Result(
                behaviour,
                test.isTest() ? test.getDisplayName() : behaviour.text(),
                prepared ? Result.Outcome.UNJUDGED : outcome,
                why,
                thrown,
                Duration.ofNanos(System.nanoTime() - entry.begun),
                entry.all(),
                failed);
        results.add(kept.apply(result));
        resultListener.accept(result);
    }
}
