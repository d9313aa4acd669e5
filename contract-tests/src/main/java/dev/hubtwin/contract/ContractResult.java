package dev.hubtwin.contract;

import dev.hubtwin.contract.ScenarioResult.Outcome;
import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.report.FailureTexts;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ConsoleSummary;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run found. No secret stands in it.
 *
 * @param server the URL of the server, and as what it was tested
 * @param time how long the run took
 * @param abortReason why the run ended early; empty if it did not
 * @param findings what is wrong, first what breaks most, then what the baseline knows
 * @param vanished entries of the baseline that nothing is found of any longer
 * @param scenarios what became of each scenario, in the order in which they ended
 * @param tally how many scenarios had each outcome, in words
 * @param summary all that in twenty lines at most
 */
public record ContractResult(
        String server,
        Duration time,
        String abortReason,
        List<ContractFinding> findings,
        List<String> vanished,
        List<ScenarioResult> scenarios,
        String tally,
        String summary) {

    static ContractResult of(Report report) {
        FailureTexts texts = new FailureTexts(report.redactor());
        return new ContractResult(
                PrintableText.of(report.redactor().text(report.target())),
                report.time(),
                PrintableText.of(report.abortReason()),
                Stream.concat(
                                findings(report.findings().fresh(), false, report, texts),
                                findings(report.findings().known(), true, report, texts))
                        .toList(),
                report.findings().vanished(),
                report.results().stream()
                        .map(result -> new ScenarioResult(
                                result.behaviour().group(),
                                PrintableText.of(report.redactor().text(result.label())),
                                outcome(report, result),
                                PrintableText.of(report.reason(result))))
                        .toList(),
                report.tally(),
                ConsoleSummary.of(report));
    }

    private static Stream<ContractFinding> findings(
            List<Finding> findings, boolean known, Report report, FailureTexts texts) {
        return findings.stream().map(finding -> ContractFinding.of(finding, known, report, texts));
    }

    private static Outcome outcome(Report report, Result result) {
        if (report.findings().isKnown(result)) {
            return Outcome.KNOWN;
        }
        return switch (result.outcome()) {
            case PASSED -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case UNJUDGED -> Outcome.NOT_JUDGED;
            case FLAKY -> Outcome.FLAKY;
            case SKIPPED -> Outcome.SKIPPED;
        };
    }

    /** Returns how many scenarios ended so. */
    public long count(Outcome outcome) {
        return withOutcome(outcome).size();
    }

    /** Returns the scenarios that ended so. */
    public List<ScenarioResult> withOutcome(Outcome outcome) {
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == outcome)
                .toList();
    }

    /** Returns what is wrong and the baseline does not know, first what breaks most. */
    public List<ContractFinding> freshFindings() {
        return findings.stream().filter(finding -> !finding.isKnown()).toList();
    }

    /** Whether the run came to its end, and found nothing but what the baseline knows. */
    public boolean hasPassed() {
        return abortReason.isEmpty() && freshFindings().isEmpty();
    }

    /**
     * Fails unless the run {@linkplain #hasPassed() passed}.
     *
     * @throws AssertionError with the summary
     */
    public void assertPassed() {
        if (!hasPassed()) {
            throw new AssertionError("Contract of " + server + "\n" + summary);
        }
    }
}
