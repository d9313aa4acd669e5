package dev.hubtwin.contract.runner;

import dev.hubtwin.contract.report.Failure;
import dev.hubtwin.contract.report.Report;
import dev.hubtwin.contract.runner.Result.Outcome;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The closing lines on the console: each failure as it can be repeated, why something was skipped, and the sums. */
record Closing(Report report, PrintStream out) {

  private static final int FULLY_TOLD = 20;

  void print() {
    List<Result> failed = report.ended(Outcome.FAILED);
    failed.stream().limit(FULLY_TOLD).forEach(this::failure);
    if (failed.size() > FULLY_TOLD) {
      out.println("\n… and " + (failed.size() - FULLY_TOLD) + " more failures, which a report (--report) tells too");
    }
    counted("Skipped", report.ended(Outcome.SKIPPED).stream()
        .collect(Collectors.groupingBy(result -> report.masks().text(result.reason()), TreeMap::new, Collectors.counting())));
    counted("Warnings", report.warnings());
    out.println();
    if (!report.end().isEmpty()) {
      out.println(report.end());
    }
    out.printf("%,d passed, %,d failed, %,d skipped in %d s%n", report.count(Outcome.PASSED), report.count(Outcome.FAILED),
        report.count(Outcome.SKIPPED), report.time().toSeconds());
    out.println("Coverage: " + report.covered().documented());
  }

  private void failure(Result result) {
    Failure failure = Failure.of(result, report.masks());
    out.println("\nFAILED  " + result.label());
    failure.expectation().lines().forEach(line -> out.println("  " + line));
    failure.exchange().ifPresent(told -> out.println("  " + told.curl()));
  }

  private void counted(String title, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      out.println("\n" + title);
      counts.forEach((text, count) -> out.printf("  %4d  %s%n", count, report.masks().text(text)));
    }
  }
}
