package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.details;
import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;
import static dev.hubtwin.internal.contract.report.HtmlText.link;

import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The scenarios of a report, part by part.
 *
 * @param findings the anchors of the findings that each behaviour shows
 */
record HtmlScenarios(Report report, Facets facets, Map<Behaviour, Set<String>> findings) {

    private static final int MOST_FINDINGS = 5;
    private static final Set<Outcome> HAVE_REASONS = Set.of(Outcome.SKIPPED, Outcome.FLAKY);

    /** Returns what a behaviour is linked to by. */
    static String anchor(Behaviour behaviour) {
        return escape(behaviour.method().isEmpty() ? behaviour.group() : behaviour.group() + "." + behaviour.method());
    }

    static String style(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    String text() {
        StringBuilder groups = new StringBuilder(element("h2 id=\"scenarios\"", "Scenarios"));
        report.groups()
                .forEach((name, behaviours) -> groups.append(details(
                        escape(name) + " " + tally(behaviours),
                        element(
                                "ul",
                                behaviours.entrySet().stream()
                                        .map(behaviour -> scenario(behaviour.getKey(), behaviour.getValue()))
                                        .collect(Collectors.joining())))));
        return groups.toString();
    }

    private static String tally(Map<Behaviour, List<Result>> behaviours) {
        Map<Outcome, Long> counts = behaviours.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Result::outcome, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> "<span class=\"" + style(count.getKey()) + "\">" + count.getValue() + " "
                        + count.getKey().word() + "</span>")
                .collect(Collectors.joining(", "));
    }

    private String scenario(Behaviour behaviour, List<Result> results) {
        String shown = findings.getOrDefault(behaviour, Set.of()).stream()
                .limit(MOST_FINDINGS)
                .map(anchor -> " " + link(anchor, "finding"))
                .collect(Collectors.joining());
        String reasons = results.stream()
                .filter(result -> HAVE_REASONS.contains(result.outcome()))
                .map(result -> report.reason(result).lines().findFirst().orElse(""))
                .distinct()
                .limit(MOST_FINDINGS)
                .map(reason -> "<br>" + escape(reason))
                .collect(Collectors.joining());
        return element(
                "li id=\"" + anchor(behaviour) + "\"" + facets.of(behaviour, results),
                escape(behaviour.text()) + " " + tally(Map.of(behaviour, results)) + " <code>"
                        + escape(String.join(", ", Report.operations(results))) + "</code>" + shown + reasons);
    }
}
