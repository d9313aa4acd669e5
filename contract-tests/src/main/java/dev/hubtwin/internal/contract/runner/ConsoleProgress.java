package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints the progress of a run: a line for each finished part of a contract. */
final class ConsoleProgress implements TestExecutionListener {

    private final PrintStream out;
    private final Map<String, Map<Outcome, Integer>> counts = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile long groups;
    private volatile TestPlan plan;

    ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    /** Counts a result. */
    synchronized void onResult(Result result) {
        counts.computeIfAbsent(result.behaviour().group(), group -> new EnumMap<>(Outcome.class))
                .merge(result.outcome(), 1, Integer::sum);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        groups = started.getRoots().stream()
                .flatMap(root -> started.getChildren(root).stream())
                .mapToLong(contract -> started.getChildren(contract).size())
                .sum();
    }

    @Override
    public void executionSkipped(TestIdentifier node, String reason) {
        end(node);
    }

    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
        end(node);
    }

    private synchronized void end(TestIdentifier node) {
        boolean isGroup = plan.getParent(node)
                .flatMap(plan::getParent)
                .map(plan.getRoots()::contains)
                .orElse(false);
        if (isGroup) {
            Map<Outcome, Integer> ended =
                    counts.getOrDefault(Behaviour.of(plan, node).group(), Map.of());
            out.printf("  [%2d/%d] %-44s %s%n", done.incrementAndGet(), groups, node.getDisplayName(), words(ended));
        }
    }

    private static String words(Map<Outcome, Integer> counts) {
        StringBuilder words = new StringBuilder(counts.isEmpty() ? "not run" : "");
        counts.forEach((outcome, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(outcome.word()));
        return words.toString();
    }
}
