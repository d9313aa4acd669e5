package dev.hubtwin.internal.contract.report;

import dev.hubtwin.internal.contract.coverage.CoverageSnapshot;
import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * @param findings what is wrong, as far as it is known and as far as it is not
 */
public record Report(
        String target,
        Instant started,
        Duration time,
        String abortReason,
        List<Result> results,
        Map<String, Long> warnings,
        CoverageSnapshot coverage,
        SecretRedactor redactor,
        Assessment findings) {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_TITLE = 200;
    private static final Set<Outcome> ALWAYS_TOLD = EnumSet.of(Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED);

    /** Returns how many results have an outcome. */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Returns the results with an outcome. */
    public List<Result> withOutcome(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** Returns why a scenario was skipped or not judged, without a secret. */
    public String reason(Result result) {
        String why = result.outcome() == Outcome.UNJUDGED ? "not judged because it failed before: " : "";
        return why + redactor.beginning(result.reason(), result.reason().length() >= Exchange.KEPT, LONGEST_REASON);
    }

    /** Returns what is wrong in one line, without a secret. */
    public String title(Finding finding) {
        return redactor.beginning(finding.title().replaceAll("\\s+", " "), false, LONGEST_TITLE);
    }

    /** Returns how many results have each outcome that there is, and whether something passed or failed in any case. */
    public String tally() {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> count(outcome) > 0 || ALWAYS_TOLD.contains(outcome))
                .map(outcome -> String.format(Locale.ROOT, "%,d %s", count(outcome), outcome.word()))
                .collect(Collectors.joining(", "));
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
