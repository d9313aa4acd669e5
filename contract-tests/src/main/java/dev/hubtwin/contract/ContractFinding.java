package dev.hubtwin.contract;

import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.report.Failure;
import dev.hubtwin.internal.contract.report.FailureTexts;
import dev.hubtwin.internal.contract.report.PrintableText;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.result.Behaviour;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with a server, and what shows it. No secret stands in it.
 *
 * @param id the same at every URL and in every run, as a baseline has it
 * @param title what is wrong, in one line
 * @param isKnown whether the baseline knows it
 * @param operations the ids of the operations that show it, such as {@code orgs/get}
 * @param runs how many runs failed of it; a scenario may run several times, with other arguments
 * @param scenarios the sentences of the scenarios that failed of it, in the order in which they ended
 * @param explanation what the first of them expected, and what came instead
 * @param request the command of curl that repeats the request at which the first of them failed; empty if nothing was
 *     requested
 * @param answer what came: the status, the headers and the beginning of the body; empty if nothing was requested
 */
public record ContractFinding(
        String id,
        String title,
        boolean isKnown,
        List<String> operations,
        int runs,
        List<String> scenarios,
        String explanation,
        Optional<String> request,
        Optional<String> answer) {

    static ContractFinding of(Finding finding, boolean isKnown, Report report, FailureTexts texts) {
        Failure failure = texts.of(finding.first().result());
        return new ContractFinding(
                PrintableText.of(report.redactor().text(finding.id())),
                PrintableText.of(report.title(finding)),
                isKnown,
                finding.operations(),
                finding.runs(),
                finding.behaviours().stream().map(Behaviour::text).toList(),
                PrintableText.of(failure.expectation()),
                failure.exchange().map(told -> PrintableText.of(told.curl())),
                failure.exchange().map(told -> PrintableText.of(told.response())));
    }
}
