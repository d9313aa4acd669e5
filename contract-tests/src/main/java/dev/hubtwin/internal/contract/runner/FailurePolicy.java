package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.finding.Baseline;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * What comes of failures.
 *
 * @param baseline what is known to be wrong
 * @param today the day that decides which of its entries count
 * @param failFast whether the first failure that is not known ends the run
 * @param retries how often a scenario that failed is repeated at most
 */
public record FailurePolicy(Baseline baseline, LocalDate today, boolean failFast, int retries) {

    Assessment assess(Collection<Result> results) {
        return baseline.assess(results, today);
    }

    /** Whether a result ends the run. */
    boolean endsWith(Result result) {
        return failFast && !assess(List.of(result)).fresh().isEmpty();
    }

    /**
     * Returns a filter that has only the scenarios of failures, and all of a group that failed before its first one.
     */
    static PostDiscoveryFilter only(Collection<Result> failures) {
        Set<Behaviour> behaviours = failures.stream().map(Result::behaviour).collect(Collectors.toSet());
        Set<String> groups = groups(failures.stream().filter(FailurePolicy::isOfGroup));
        return descriptor -> FilterResult.includedIf(descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(method -> Behaviour.of((MethodSource) method, descriptor.getDisplayName()))
                .map(behaviour -> behaviours.contains(behaviour) || groups.contains(behaviour.group()))
                .orElse(true));
    }

    /**
     * Returns results in which what failed is flaky if it passed later. A group that failed as a whole and was run
     * later has the results that its scenarios had then.
     */
    static List<Result> merged(List<Result> results, List<Result> repeated) {
        Map<List<Object>, Result> later = new LinkedHashMap<>();
        repeated.stream()
                .filter(result -> !isOfGroup(result))
                .forEach(result -> later.merge(run(result), result, FailurePolicy::better));
        Set<String> lost = groups(results.stream()
                .filter(result -> isOfGroup(result) && result.outcome().isFailure()));
        Set<String> found = groups(later.values().stream());
        Stream<Result> first = results.stream()
                .map(result -> result.outcome().isFailure() && hasPassed(result, later, found)
                        ? result.with(Outcome.FLAKY)
                        : result);
        Stream<Result> added = later.values().stream()
                .filter(result -> lost.contains(result.behaviour().group()));
        return Stream.concat(first, added).toList();
    }

    private static boolean hasPassed(Result failure, Map<List<Object>, Result> later, Set<String> found) {
        return isOfGroup(failure)
                ? found.contains(failure.behaviour().group())
                : later.containsKey(run(failure)) && later.get(run(failure)).outcome() == Outcome.PASSED;
    }

    private static Result better(Result before, Result after) {
        return before.outcome() == Outcome.PASSED ? before : after;
    }

    private static boolean isOfGroup(Result result) {
        return result.behaviour().method().isEmpty();
    }

    private static Set<String> groups(Stream<Result> results) {
        return results.map(result -> result.behaviour().group()).collect(Collectors.toSet());
    }

    private static List<Object> run(Result result) {
        return List.of(result.behaviour(), result.name());
    }
}
