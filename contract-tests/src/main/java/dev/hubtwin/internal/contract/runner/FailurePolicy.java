package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.finding.Baseline;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Returns filters that have only the scenarios of failures. */
    static PostDiscoveryFilter only(Collection<Result> failures) {
        Set<Behaviour> behaviours = failures.stream().map(Result::behaviour).collect(Collectors.toSet());
        return descriptor -> FilterResult.includedIf(descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(method -> behaviours.contains(Behaviour.of((MethodSource) method, descriptor.getDisplayName())))
                .orElse(true));
    }

    /** Returns results in which what failed is flaky if it passed later. */
    static List<Result> merged(List<Result> results, List<Result> repeated) {
        Set<List<Object>> passed = repeated.stream()
                .filter(result -> result.outcome() == Outcome.PASSED)
                .map(FailurePolicy::run)
                .collect(Collectors.toSet());
        return results.stream()
                .map(result -> result.outcome().isFailure() && passed.contains(run(result))
                        ? result.with(Outcome.FLAKY)
                        : result)
                .toList();
    }

    private static List<Object> run(Result result) {
        return List.of(result.behaviour(), result.name());
    }
}
