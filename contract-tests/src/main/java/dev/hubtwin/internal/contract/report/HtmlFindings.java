package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.block;
import static dev.hubtwin.internal.contract.report.HtmlText.details;
import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;

import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.finding.Occurrence;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of a report: each with the answer that shows it first, and the scenarios that show it. */
final class HtmlFindings {

    /** So many characters of findings are told in full; of the others, what is wrong, without an exchange. */
    private static final int MOST = 300_000;

    private static final int MOST_OCCURRENCES = 30;

    private final Report report;
    private int length;

    HtmlFindings(Report report) {
        this.report = report;
    }

    void write(Writer out) throws IOException {
        write(out, "findings", "Findings", report.findings().fresh());
        write(out, "known", "Known findings", report.findings().known());
    }

    private void write(Writer out, String id, String heading, List<Finding> findings) throws IOException {
        if (!findings.isEmpty()) {
            out.write(element("h2 id=\"" + id + "\"", heading + " (" + findings.size() + ")"));
        }
        for (Finding finding : findings) {
            String told = text(finding);
            length += told.length();
            out.write(told);
        }
    }

    private String text(Finding finding) {
        String id = escape(report.redactor().text(finding.id()));
        String rules = finding.behaviours().stream()
                .flatMap(behaviour -> behaviour.rules().stream())
                .distinct()
                .sorted()
                .limit(MOST_OCCURRENCES)
                .map(rule -> "R" + rule)
                .collect(Collectors.joining(", "));
        String operations = finding.operations().stream().map(HtmlText::escape).collect(Collectors.joining(", "));
        String where = Stream.of(
                        "<a href=\"#" + id + "\"><code>" + id + "</code></a>", runs(finding), operations, rules)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return element(
                "section class=\"failure\" id=\"" + id + "\"",
                element("h3", escape(report.title(finding))) + element("p", where) + first(finding) + all(finding));
    }

    private static String runs(Finding finding) {
        return finding.runs() == 1 ? "1 scenario" : finding.runs() + " scenarios";
    }

    private String first(Finding finding) {
        if (length > MOST) {
            return element("p", "(Details are left out: the report is long enough.)");
        }
        Failure failure = Failure.of(finding.first().result(), report.redactor());
        String told = block("Expected", failure.expectation())
                + failure.exchange()
                        .map(exchange -> block("Request", exchange.request())
                                + block("Response", exchange.response())
                                + block("To repeat it", exchange.curl()))
                        .orElse("")
                + (failure.before().isEmpty()
                        ? ""
                        : details("Before that", block("Requests", String.join("\n", failure.before()))));
        return length + told.length() > 2 * MOST
                ? element("p", "(Details are left out: the report is long enough.)")
                : told;
    }

    private String all(Finding finding) {
        List<String> labels = finding.occurrences().stream()
                .map(Occurrence::result)
                .distinct()
                .limit(length > MOST ? 1 : MOST_OCCURRENCES)
                .map(result -> element("li", escape(report.redactor().text(result.label()))))
                .toList();
        int more = finding.runs() - labels.size();
        return element(
                "ul", String.join("", labels) + (more > 0 ? element("li", "… and " + more + " more scenarios") : ""));
    }
}
