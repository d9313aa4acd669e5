package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.escape;

import dev.hubtwin.internal.contract.coverage.OperationCoverage;
import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the page of a report can be filtered: each part of it has words in one attribute. A word with a slash is an
 * operation, one such as {@code R77} a rule, and the others are tags and states, of which none is both.
 */
final class Facets {

    private final Report report;
    private final Map<String, String> tags;

    Facets(Report report) {
        this.report = report;
        this.tags = report.coverage().parts().stream()
                .collect(Collectors.toMap(OperationCoverage::id, OperationCoverage::tag));
    }

    /** Returns the attribute of a finding. */
    String of(Finding finding, boolean known) {
        boolean unjudged = finding.occurrences().stream()
                .allMatch(occurrence -> occurrence.result().outcome() == Outcome.UNJUDGED);
        return attribute(
                Stream.of(
                        Stream.of(known ? "known" : "new"),
                        unjudged ? Stream.of(word(Outcome.UNJUDGED)) : Stream.<String>empty()),
                finding.operations(),
                finding.behaviours());
    }

    /** Returns the attribute of a behaviour and what became of it. */
    String of(Behaviour behaviour, List<Result> results) {
        return attribute(
                results.stream().map(this::states),
                results.stream()
                        .flatMap(result -> result.exchanges().stream())
                        .flatMap(exchanged -> exchanged.verdict().operation().stream())
                        .toList(),
                List.of(behaviour));
    }

    /** Returns the attribute of an operation. */
    String of(OperationCoverage operation) {
        return attribute(Stream.empty(), List.of(operation.id()), List.of());
    }

    private Stream<String> states(Result result) {
        Stream<String> outcome = Stream.of(word(result.outcome()));
        return result.outcome().isFailure()
                ? Stream.concat(outcome, Stream.of(report.findings().isKnown(result) ? "known" : "new"))
                : outcome;
    }

    private static String word(Outcome outcome) {
        return outcome.word().replace(' ', '-');
    }

    private String attribute(
            Stream<Stream<String>> states, Collection<String> operations, Collection<Behaviour> behaviours) {
        String words = Stream.of(
                        states.flatMap(state -> state),
                        operations.stream(),
                        operations.stream().map(id -> tags.getOrDefault(id, "")),
                        behaviours.stream().map(Behaviour::tag),
                        behaviours.stream()
                                .flatMap(behaviour -> behaviour.rules().stream())
                                .map(rule -> "R" + rule))
                .flatMap(part -> part)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return " data-facets=\"" + escape(words) + "\"";
    }
}
