package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.details;
import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a report as one HTML file that needs nothing else: findings first, then coverage, then every behaviour. */
record HtmlReport(Report report) {

    void write(Writer out) throws IOException {
        String[] frame = resource("report.html")
                .replace("{{target}}", escape(report.target()))
                .replace("{{style}}", resource("report.css"))
                .split("\\{\\{content}}", 2);
        out.write(frame[0]);
        out.write(summary());
        new HtmlFindings(report).write(out);
        out.write(new HtmlCoverage(report.coverage()).text());
        out.write(skipped());
        out.write(warnings());
        out.write(behaviours());
        out.write(frame[1]);
    }

    private String summary() {
        String end = report.abortReason().isEmpty() ? "" : element("p class=\"failed\"", escape(report.abortReason()));
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> "<strong class=\"" + style(outcome) + "\">" + report.count(outcome) + " "
                        + outcome.word() + "</strong>")
                .collect(Collectors.joining(", "));
        return end
                + element("p", counts + " in " + report.time().toSeconds() + " s, begun " + escape(report.started()))
                + element("p", "Coverage: " + escape(report.coverage().documented()));
    }

    private String skipped() {
        Map<String, Long> reasons = report.withOutcome(Outcome.SKIPPED).stream()
                .collect(Collectors.groupingBy(report::reason, TreeMap::new, Collectors.counting()));
        return reasons.isEmpty() ? "" : element("h2", "Skipped") + list(reasons);
    }

    private String warnings() {
        return report.warnings().isEmpty()
                ? ""
                : element("h2", "Warnings")
                        + element("p", "With <code>--strict</code> these are failures.")
                        + list(report.warnings());
    }

    private String list(Map<String, Long> counts) {
        return element(
                "ul",
                counts.entrySet().stream()
                        .map(count -> element(
                                "li", escape(report.redactor().text(count.getKey())) + " (" + count.getValue() + ")"))
                        .collect(Collectors.joining()));
    }

    private String behaviours() {
        StringBuilder groups = new StringBuilder(element("h2 id=\"behaviours\"", "Behaviours"));
        report.groups()
                .forEach((name, behaviours) -> groups.append(details(
                        escape(name) + " " + tally(behaviours),
                        element(
                                "ul",
                                behaviours.entrySet().stream()
                                        .map(this::behaviour)
                                        .collect(Collectors.joining())))));
        return groups.toString();
    }

    private static String style(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
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

    private String behaviour(Map.Entry<Behaviour, List<Result>> behaviour) {
        return element(
                "li",
                escape(behaviour.getKey().text()) + " " + tally(Map.of(behaviour.getKey(), behaviour.getValue()))
                        + " <code>" + escape(String.join(", ", Report.operations(behaviour.getValue()))) + "</code>");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
