package dev.hubtwin.internal.contract.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells GitHub Actions of a run: findings as annotations, and a summary of the job.
 *
 * @param summary the file that the summary is added to; empty if there is none
 */
record GitHubActions(Report report, PrintStream out, Optional<Path> summary) {

    /** GitHub shows ten annotations of a step. */
    private static final int MOST_ANNOTATIONS = 10;

    private static final int MOST_ROWS = 50;

    /** Returns what tells GitHub, if a run is in one of its jobs. */
    static Optional<GitHubActions> of(Report report, PrintStream out, Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"))
                ? Optional.of(new GitHubActions(
                        report,
                        out,
                        Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"))
                                .filter(file -> !file.isBlank())
                                .map(Path::of)))
                : Optional.empty();
    }

    /**
     * Prints annotations and adds the summary.
     *
     * @throws IOException if the summary cannot be written
     */
    void tell() throws IOException {
        List<Finding> fresh = report.findings().fresh();
        fresh.stream()
                .limit(MOST_ANNOTATIONS)
                .forEach(finding -> annotate("error", report.title(finding), told(finding)));
        report.findings()
                .vanished()
                .forEach(entry -> annotate("notice", "No longer found", entry + " can leave the baseline"));
        report.withOutcome(Outcome.FLAKY).stream()
                .limit(MOST_ANNOTATIONS)
                .forEach(
                        result -> annotate("warning", "Flaky", report.redactor().text(result.label())));
        if (summary.isPresent()) {
            Files.writeString(summary.get(), markdown(), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private String told(Finding finding) {
        return report.redactor().text(finding.id()) + ", in scenarios: " + finding.runs();
    }

    private void annotate(String level, String title, String text) {
        out.println("::" + level + " title="
                + escaped(title).replace(":", "%3A").replace(",", "%2C") + "::" + escaped(text));
    }

    private static String escaped(String text) {
        return PrintableText.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private String markdown() {
        String rows = report.findings().fresh().stream()
                .limit(MOST_ROWS)
                .map(finding -> "| " + finding.runs() + " | " + plain(report.title(finding)) + " | "
                        + plain(finding.id()) + " |\n")
                .collect(Collectors.joining());
        int more = report.findings().fresh().size() - MOST_ROWS;
        return "### Contract of " + plain(report.target()) + "\n\n" + plain(report.abortReason())
                + plain(report.tally()) + "\n\n"
                + (rows.isEmpty() ? "" : "| scenarios | finding | id |\n|---:|---|---|\n" + rows + "\n")
                + (more > 0 ? "… and " + more + " more findings\n\n" : "")
                + (report.findings().known().isEmpty()
                        ? ""
                        : "Known findings: " + report.findings().known().size() + "\n\n");
    }

    /** What Markdown and HTML would take for markup is written out. */
    private String plain(String text) {
        return PrintableText.of(report.redactor().text(text).replaceAll("\\s+", " "))
                .replaceAll("[\\\\`*_{}\\[\\]<>()#|!~&@]", "\\\\$0")
                .replace("\\<", "&lt;")
                .replace("\\>", "&gt;");
    }
}
