package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a report as one HTML file that needs nothing else: findings first, then coverage, then every behaviour. */
record HtmlReport(Report report) {

    void write(Writer out) throws IOException {
        String script = resource("report.js");
        String[] frame = resource("report.html")
                .replace("{{style}}", resource("report.css"))
                .replace("{{hash}}", hash(script))
                .replace("{{script}}", script)
                .replace("{{target}}", escape(report.target()))
                .split("\\{\\{content}}", 2);
        Facets facets = new Facets(report);
        HtmlFindings findings = new HtmlFindings(report, facets);
        out.write(frame[0]);
        out.write(summary());
        findings.write(out);
        out.write(new HtmlCoverage(report.coverage(), facets).text());
        out.write(skipped());
        out.write(warnings());
        out.write(new HtmlScenarios(report, facets, findings.anchors()).text());
        out.write(frame[1]);
    }

    private String summary() {
        String end = report.abortReason().isEmpty() ? "" : element("p class=\"failed\"", escape(report.abortReason()));
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> "<strong class=\"" + HtmlScenarios.style(outcome) + "\">" + report.count(outcome) + " "
                        + outcome.word() + "</strong>")
                .collect(Collectors.joining(", "));
        return end
                + element("p", counts + " in " + report.time().toSeconds() + " s, begun " + escape(report.started()))
                + element("p", "Coverage: " + escape(report.coverage().documented()));
    }

    private String skipped() {
        Map<String, Long> reasons = report.withOutcome(Outcome.SKIPPED).stream()
                .collect(Collectors.groupingBy(report::reason, TreeMap::new, Collectors.counting()));
        return reasons.isEmpty() ? "" : element("h2 id=\"skipped\"", "Skipped") + list(reasons);
    }

    private String warnings() {
        return report.warnings().isEmpty()
                ? ""
                : element("h2 id=\"warnings\"", "Warnings")
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

    /** Returns what the page knows its script by; the browser runs no other one. */
    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
