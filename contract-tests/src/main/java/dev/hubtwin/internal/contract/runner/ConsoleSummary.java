package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.report.Failure;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the end of a run: what is wrong, what was skipped, and the totals, in twenty lines at most. */
public final class ConsoleSummary {

    private static final int MOST_LINES = 20;
    private static final int TOTALS = 5;
    private static final int MOST_FINDINGS = 9;
    private static final int LONGEST_LINE = 2_000;

    private final Report report;
    private final StringBuilder text = new StringBuilder();
    private int left = MOST_LINES - TOTALS;

    private ConsoleSummary(Report report) {
        this.report = report;
    }

    /** Returns the end of a run, without a line feed behind it. */
    public static String of(Report report) {
        ConsoleSummary summary = new ConsoleSummary(report);
        summary.tell();
        return summary.text.toString().strip();
    }

    private void tell() {
        Assessment findings = report.findings();
        findings(findings.fresh());
        rows("Known", findings.known().stream().map(this::row).toList(), 3);
        rows("No longer found, the baseline can do without", findings.vanished(), 3);
        rows("No longer ignored, the time is over", findings.expired(), 3);
        rows(
                "Flaky: failed, and passed when repeated",
                report.withOutcome(Outcome.FLAKY).stream()
                        .map(result -> report.redactor().text(result.label()))
                        .toList(),
                3);
        counted(
                "Skipped",
                report.withOutcome(Outcome.SKIPPED).stream()
                        .map(report::reason)
                        .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting())));
        counted("Warnings", report.warnings());
        line("");
        if (!report.abortReason().isEmpty()) {
            line(report.abortReason());
        }
        line(report.tally() + " in " + report.time().toSeconds() + " s");
        line("Coverage: " + report.coverage().documented());
    }

    private void findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        List<String> rows = new ArrayList<>(findings.stream().map(this::row).toList());
        Failure.of(findings.get(0).first().result(), report.redactor())
                .exchange()
                .filter(told -> told.curl().length() < LONGEST_LINE)
                .ifPresent(told -> rows.add(1, "      " + told.curl()));
        rows(findings.size() == 1 ? "1 finding" : findings.size() + " findings", rows, MOST_FINDINGS);
    }

    private String row(Finding finding) {
        return String.format("%4d  %s", finding.runs(), report.title(finding));
    }

    private void counted(String title, Map<String, Long> counts) {
        rows(
                title,
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(count -> String.format(
                                "%4d  %s", count.getValue(), report.redactor().text(count.getKey())))
                        .toList(),
                MOST_LINES);
    }

    /** Prints a heading and as many lines as there is room for. */
    private void rows(String heading, List<String> rows, int most) {
        int room = Math.min(most, left - 2);
        if (rows.isEmpty() || room < 1) {
            return;
        }
        boolean fit = rows.size() <= room;
        List<String> shown = fit ? rows : rows.subList(0, room - 1);
        line("");
        line(heading);
        shown.forEach(row -> line("  " + row.replaceAll("\\s*\\n\\s*", " ")));
        if (!fit) {
            line("  … and " + (rows.size() - shown.size()) + " more; a report (--report DIR) has all");
        }
        left -= 2 + (fit ? shown.size() : room);
    }

    private void line(String told) {
        text.append(PrintableText.of(told)).append('\n');
    }
}
