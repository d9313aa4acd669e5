package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.report.Failure;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the end of a run: each failure with the command that repeats it, the reasons of skips, and the totals. */
record ConsoleSummary(Report report, PrintStream out) {

    private static final int MOST_FAILURES = 20;

    void print() {
        List<Result> failed = report.withOutcome(Outcome.FAILED);
        failed.stream().limit(MOST_FAILURES).forEach(this::failure);
        if (failed.size() > MOST_FAILURES) {
            line("\n… and " + (failed.size() - MOST_FAILURES) + " more failures; a report (--report) lists all");
        }
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
        line(String.format(
                "%,d passed, %,d failed, %,d skipped in %d s",
                report.count(Outcome.PASSED),
                report.count(Outcome.FAILED),
                report.count(Outcome.SKIPPED),
                report.time().toSeconds()));
        line("Coverage: " + report.coverage().documented());
    }

    private void failure(Result result) {
        Failure failure = Failure.of(result, report.redactor());
        line("\nFAILED  " + result.label());
        failure.expectation().lines().forEach(text -> line("  " + text));
        failure.exchange().ifPresent(told -> line("  " + told.curl()));
    }

    private void counted(String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            line("\n" + title);
            counts.forEach((text, count) ->
                    line(String.format("  %4d  %s", count, report.redactor().text(text))));
        }
    }

    private void line(String text) {
        out.println(PrintableText.of(text));
    }
}
