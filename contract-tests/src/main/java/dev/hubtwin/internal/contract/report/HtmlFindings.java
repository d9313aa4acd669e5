package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.block;
import static dev.hubtwin.internal.contract.report.HtmlText.details;
import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;
import static dev.hubtwin.internal.contract.report.HtmlText.link;

import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.finding.Occurrence;
import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.MemberFault;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of a report: each with the answer that shows it first, and the scenarios that show it. */
final class HtmlFindings {

    /** So many characters of findings are told in full; of the others, what is wrong, without an exchange. */
    private static final int MOST = 200_000;

    private static final int MOST_OCCURRENCES = 30;
    private static final int MOST_TEXTS = 10;
    private static final int LONGEST_TEXT = 4_000;
    private static final String LEFT_OUT = element("p", "(Details are left out.)");

    private final Report report;
    private final Facets facets;
    private final Set<String> fresh;
    private int length;

    HtmlFindings(Report report, Facets facets) {
        this.report = report;
        this.facets = facets;
        this.fresh = report.findings().fresh().stream().map(Finding::id).collect(Collectors.toSet());
    }

    void write(Writer out) throws IOException {
        write(out, "findings", "Findings", report.findings().fresh(), false);
        write(out, "known", "Known findings", report.findings().known(), true);
    }

    /** Returns the anchors of the findings that each behaviour shows. */
    Map<Behaviour, Set<String>> anchors() {
        Map<Behaviour, Set<String>> anchors = new HashMap<>();
        for (boolean known : List.of(false, true)) {
            for (Finding finding :
                    known ? report.findings().known() : report.findings().fresh()) {
                finding.behaviours()
                        .forEach(behaviour -> anchors.computeIfAbsent(behaviour, none -> new LinkedHashSet<>())
                                .add(anchor(finding, known)));
            }
        }
        return anchors;
    }

    /** Returns the id, by which a finding is linked to; what is partly known is two findings with one id. */
    private String anchor(Finding finding, boolean known) {
        return escape(report.redactor().text(finding.id())) + (known && fresh.contains(finding.id()) ? "~known" : "");
    }

    private void write(Writer out, String id, String heading, List<Finding> findings, boolean known)
            throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        out.write("<div class=\"findings\">" + element("h2 id=\"" + id + "\"", heading + " (" + findings.size() + ")"));
        for (Finding finding : findings) {
            String told = text(finding, known);
            length += told.length();
            out.write(told);
        }
        out.write("</div>\n");
    }

    private String text(Finding finding, boolean known) {
        String anchor = anchor(finding, known);
        String rules = finding.behaviours().stream()
                .flatMap(behaviour -> behaviour.rules().stream())
                .distinct()
                .sorted()
                .limit(MOST_OCCURRENCES)
                .map(rule -> "R" + rule)
                .collect(Collectors.joining(", "));
        String operations = finding.operations().stream()
                .map(operation -> link(escape(operation), escape(operation)))
                .collect(Collectors.joining(", "));
        String where = Stream.of(link(anchor, "<code>" + anchor + "</code>"), runs(finding), operations, rules)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return element(
                "section class=\"failure\" id=\"" + anchor + "\"" + facets.of(finding, known),
                element("h3", escape(report.title(finding)))
                        + element("p", where)
                        + first(finding, anchor)
                        + all(finding));
    }

    private static String runs(Finding finding) {
        return finding.runs() == 1 ? "1 scenario" : finding.runs() + " scenarios";
    }

    private String first(Finding finding, String anchor) {
        if (length > MOST) {
            return LEFT_OUT;
        }
        Result first = finding.first().result();
        Failure failure = Failure.of(first, report.redactor());
        List<Breach> breaches = finding.occurrences().stream()
                .filter(occurrence -> occurrence.result() == first)
                .map(occurrence -> masked(occurrence.breach()))
                .toList();
        String told = expectedAndCame(breaches, failure.exchange(), anchor)
                + failure.exchange()
                        .map(exchange -> block("To repeat it", exchange.curl())
                                + details("Request", block("Sent", exchange.request())))
                        .orElse("")
                + (failure.before().isEmpty()
                        ? ""
                        : details("Before that", block("Requests", String.join("\n", failure.before()))));
        return length + told.length() > 2 * MOST ? LEFT_OUT : told;
    }

    private String expectedAndCame(List<Breach> breaches, Optional<Failure.ExchangeText> exchange, String anchor) {
        String expected = breaches.stream()
                .map(HtmlFindings::expectation)
                .distinct()
                .limit(MOST_TEXTS)
                .collect(Collectors.joining("\n"));
        Optional<Comparison> comparison = Comparison.of(expected);
        String came = comparison.map(values -> pre(values.cameHtml())).orElse("")
                + exchange.map(told -> new MarkedAnswer(told, breaches, comparison, anchor).html())
                        .orElse("");
        return element(
                "div class=\"pair\"",
                element(
                                "div",
                                element("h4", "Expected")
                                        + comparison
                                                .map(values -> (values.about().isEmpty()
                                                                ? ""
                                                                : element("p", escape(values.about())))
                                                        + pre(values.expectedHtml()))
                                                .orElseGet(() -> pre(escape(expected))))
                        + (came.isEmpty() ? "" : element("div", element("h4", "Came") + came)));
    }

    private static String pre(String html) {
        return element("pre tabindex=\"0\"", html);
    }

    /** Returns what was expected, without the body that came: that stands beside it. */
    private static String expectation(Breach breach) {
        String where = breach.member().map(MemberFault::pointer).orElse("");
        String what = breach.member().map(MemberFault::expected).orElse("");
        return switch (breach.kind()) {
            case MEMBER -> where.isEmpty() ? breach.text() : where + ": " + (what.isEmpty() ? "a value" : what);
            case UNDESCRIBED -> where.isEmpty() ? breach.text() : "no member " + where;
            case HEADER -> "a header " + breach.place();
            default -> breach.text();
        };
    }

    /** Returns a breach without secrets and without the body that came, in the names of members, too. */
    private Breach masked(Breach breach) {
        int body = breach.text().indexOf(HttpAnswer.BODY_FOLLOWS);
        String sentence = body < 0 ? breach.text() : breach.text().substring(0, body);
        Breach masked = new Breach(
                breach.kind(),
                breach.place(),
                report.redactor().text(breach.title()),
                report.redactor().beginning(sentence, sentence.length() >= Exchange.KEPT, LONGEST_TEXT));
        return breach.member()
                .map(fault -> masked.at(new MemberFault(
                        report.redactor().text(fault.pointer()),
                        report.redactor().text(fault.expected()))))
                .orElse(masked);
    }

    private String all(Finding finding) {
        List<String> labels = finding.occurrences().stream()
                .map(Occurrence::result)
                .distinct()
                .limit(length > MOST ? 1 : MOST_OCCURRENCES)
                .map(result -> element(
                        "li",
                        link(
                                HtmlScenarios.anchor(result.behaviour()),
                                escape(report.redactor().text(result.label())))))
                .toList();
        int more = finding.runs() - labels.size();
        return element(
                "ul", String.join("", labels) + (more > 0 ? element("li", "… and " + more + " more scenarios") : ""));
    }
}
