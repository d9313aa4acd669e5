package dev.hubtwin.internal.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.contract.ContractFinding;
import dev.hubtwin.contract.ContractResult;
import dev.hubtwin.contract.ScenarioResult.Outcome;
import dev.hubtwin.internal.contract.report.PrintableText;
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
record GitHubActions(ContractResult result, PrintStream out, Optional<Path> summary) {

    /** GitHub shows ten annotations of a step. */
    private static final int MOST_ANNOTATIONS = 10;

    private static final int MOST_ROWS = 50;

    /** Returns what tells GitHub, if a run is in one of its jobs. */
    static Optional<GitHubActions> of(ContractResult result, PrintStream out, Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"))
                ? Optional.of(new GitHubActions(
                        result,
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
        result.freshFindings().stream()
                .limit(MOST_ANNOTATIONS)
                .forEach(finding ->
                        annotate("error", finding.title(), finding.id() + ", in scenarios: " + finding.runs()));
        result.vanished().forEach(entry -> annotate("notice", "No longer found", entry + " can leave the baseline"));
        result.withOutcome(Outcome.FLAKY).stream()
                .limit(MOST_ANNOTATIONS)
                .forEach(scenario -> annotate("warning", "Flaky", scenario.sentence()));
        if (summary.isPresent()) {
            Files.writeString(summary.get(), markdown(), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private void annotate(String level, String title, String text) {
        out.println("::" + level + " title="
                + escaped(title).replace(":", "%3A").replace(",", "%2C") + "::" + escaped(text));
    }

    private static String escaped(String text) {
        return PrintableText.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private String markdown() {
        List<ContractFinding> fresh = result.freshFindings();
        String rows = fresh.stream()
                .limit(MOST_ROWS)
                .map(finding ->
                        "| " + finding.runs() + " | " + plain(finding.title()) + " | " + plain(finding.id()) + " |\n")
                .collect(Collectors.joining());
        int more = fresh.size() - MOST_ROWS;
        int known = result.findings().size() - fresh.size();
        return "### Contract of " + plain(result.server()) + "\n\n" + plain(result.abortReason())
                + plain(result.tally()) + "\n\n"
                + (rows.isEmpty() ? "" : "| scenarios | finding | id |\n|---:|---|---|\n" + rows + "\n")
                + (more > 0 ? "… and " + more + " more findings\n\n" : "")
                + (known == 0 ? "" : "Known findings: " + known + "\n\n");
    }

    /** What Markdown and HTML would take for markup is written out. */
    private String plain(String text) {
        return PrintableText.of(text.replaceAll("\\s+", " "))
                .replaceAll("[\\\\`*_{}\\[\\]<>()#|!~&@]", "\\\\$0")
                .replace("\\<", "&lt;")
                .replace("\\>", "&gt;");
    }
}
