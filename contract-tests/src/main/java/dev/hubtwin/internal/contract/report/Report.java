package dev.hubtwin.internal.contract.report;

import dev.hubtwin.internal.contract.coverage.CoverageSnapshot;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The report of a run.
 *
 * @param target the server, and as what it was tested
 * @param abortReason why the run ended early; empty if it did not
 * @param results in the order in which they ended
 * @param warnings each warning, and how often it came
 * @param coverage what of the description was reached
 * @param redactor hides the secrets
 */
public record Report(
        String target,
        Instant started,
        Duration time,
        String abortReason,
        List<Result> results,
        Map<String, Long> warnings,
        CoverageSnapshot coverage,
        SecretRedactor redactor) {

    private static final int LONGEST_REASON = 2_000;

    /** Returns how many results have an outcome. */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Returns the results with an outcome. */
    public List<Result> withOutcome(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** Returns why a scenario was skipped, without a secret. */
    public String reason(Result result) {
        return redactor.beginning(result.reason(), result.reason().length() >= Exchange.KEPT, LONGEST_REASON);
    }

    /** Returns the results of each behaviour, by its group. */
    public Map<String, Map<Behaviour, List<Result>>> groups() {
        return results.stream()
                .sorted(Comparator.comparing(
                                (Result result) -> result.behaviour().group())
                        .thenComparing(result -> result.behaviour().text()))
                .collect(Collectors.groupingBy(
                        result -> result.behaviour().group(),
                        TreeMap::new,
                        Collectors.groupingBy(Result::behaviour, LinkedHashMap::new, Collectors.toList())));
    }

    /** Returns the operations that results called, with the statuses, as {@code orgs/get 200 404}. */
    static List<String> operations(List<Result> results) {
        Map<String, Set<Integer>> met = new TreeMap<>();
        results.stream()
                .flatMap(result -> result.exchanges().stream())
                .filter(exchanged -> exchanged.answer() != HttpAnswer.NONE)
                .forEach(exchanged -> exchanged
                        .verdict()
                        .operation()
                        .ifPresent(id -> met.computeIfAbsent(id, none -> new TreeSet<>())
                                .add(exchanged.answer().status())));
        return met.entrySet().stream()
                .map(one -> one.getKey()
                        + one.getValue().stream().map(status -> " " + status).collect(Collectors.joining()))
                .toList();
    }
}
