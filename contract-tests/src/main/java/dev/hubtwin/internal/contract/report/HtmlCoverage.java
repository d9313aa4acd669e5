package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.details;
import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;

import dev.hubtwin.internal.contract.coverage.CoverageSnapshot;
import dev.hubtwin.internal.contract.coverage.CoveredItem;
import dev.hubtwin.internal.contract.coverage.OperationCoverage;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The coverage of a report: a table of operations and statuses, with what is missing of the rest. */
record HtmlCoverage(CoverageSnapshot covered, Facets facets) {

    private static final int MOST_MISSING = 30;

    String text() {
        return element("h2 id=\"coverage\"", "Coverage")
                + element(
                        "p",
                        "How often each operation answered with each status. ✗: described and not met; ·: not described.")
                + table(
                        "The documented operations",
                        covered.parts().stream()
                                .filter(OperationCoverage::documented)
                                .toList())
                + table(
                        "Operations that support them",
                        covered.parts().stream()
                                .filter(part -> !part.documented())
                                .toList());
    }

    private String table(String caption, List<OperationCoverage> parts) {
        List<String> statuses = List.copyOf(parts.stream()
                .flatMap(part -> part.statuses().stream())
                .map(CoveredItem::name)
                .collect(Collectors.toCollection(TreeSet::new)));
        String head = element("th scope=\"col\"", "Operation")
                + statuses.stream()
                        .map(status -> element("th scope=\"col\"", escape(status)))
                        .collect(Collectors.joining())
                + element("th scope=\"col\"", "Parameters")
                + element("th scope=\"col\"", "Members")
                + element("th scope=\"col\"", "Missing");
        return element(
                "div class=\"wide\" role=\"region\" aria-label=\"" + escape(caption) + "\" tabindex=\"0\"",
                element(
                        "table",
                        element("caption", escape(caption))
                                + element("thead", element("tr", head))
                                + element(
                                        "tbody",
                                        parts.stream()
                                                .map(part -> row(part, statuses))
                                                .collect(Collectors.joining()))));
    }

    private String row(OperationCoverage part, List<String> statuses) {
        String operation = element(
                "th scope=\"row\"",
                escape(part.id()) + "<br><code>" + escape(part.method() + " " + part.path()) + "</code>");
        String cells = statuses.stream().map(status -> cell(part, status)).collect(Collectors.joining());
        return element(
                "tr id=\"" + escape(part.id()) + "\"" + facets.of(part),
                operation
                        + cells
                        + element("td", count(part.parameters()))
                        + element("td", count(part.members()))
                        + element("td", missing(part.missing())));
    }

    private static String cell(OperationCoverage part, String status) {
        return part.statuses().stream()
                .filter(item -> item.name().equals(status))
                .findFirst()
                .map(item -> item.reached()
                        ? element("td class=\"passed\"", Long.toString(item.times()))
                        : item.due() == CoveredItem.Due.NEVER
                                ? element("td", "–")
                                : element("td class=\"failed\"", "✗"))
                .orElse(element("td class=\"none\"", "·"));
    }

    private static String missing(List<String> items) {
        int more = items.size() - MOST_MISSING;
        return items.isEmpty()
                ? ""
                : details(
                        items.size() + " missing",
                        escape(items.stream().limit(MOST_MISSING).collect(Collectors.joining(", ")))
                                + (more > 0 ? " … and " + more + " more" : ""));
    }

    private static String count(List<CoveredItem> items) {
        return items.stream().filter(CoveredItem::reached).count() + "/" + items.size();
    }
}
