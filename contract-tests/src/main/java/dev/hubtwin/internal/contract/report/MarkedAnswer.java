package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.element;
import static dev.hubtwin.internal.contract.report.HtmlText.escape;

import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Breach.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer in HTML, in which is marked what is wrong with it: the status, headers, members of the body.
 *
 * @param told the answer, without secrets
 * @param breaches what is wrong with it and is to be marked, at least one
 * @param comparison the two values of which the scenario expected one and met the other; empty if there are none
 * @param anchor the anchor of the finding
 */
record MarkedAnswer(Failure.ExchangeText told, List<Breach> breaches, Optional<Comparison> comparison, String anchor) {

    private static final int MOST_PLACES = 10;

    /** Returns the marks in the body; two at one place are one. */
    private List<BodyMark> marks() {
        Map<String, BodyMark> marks = new TreeMap<>();
        breaches.stream().flatMap(this::marks).forEach(mark -> marks.putIfAbsent(mark.pointer(), mark));
        return List.copyOf(marks.values());
    }

    private Stream<BodyMark> marks(Breach breach) {
        return switch (breach.kind()) {
            case MEMBER -> breach.member().map(fault -> BodyMark.missing(fault.pointer(), fault.expected())).stream();
            case UNDESCRIBED ->
                breach.member().map(fault -> BodyMark.wrong(fault.pointer(), "is not described")).stream();
            case EXPECTATION -> expected(breach);
            default -> breach.member().map(fault -> BodyMark.wrong(fault.pointer(), fault.expected())).stream();
        };
    }

    /** What a scenario alone expects has no place in a schema; the members are found by their names or values. */
    private Stream<BodyMark> expected(Breach breach) {
        return comparison.isPresent()
                ? NamedMember.with(comparison.get().came(), told.body())
                        .map(pointer -> BodyMark.wrong(pointer, comparison.get().expected() + " was expected"))
                        .stream()
                : NamedMember.named(breach.title(), told.body()).stream()
                        .map(pointer -> BodyMark.wrong(pointer, breach.title()));
    }

    /** Returns status, headers and body, and before them the places in the body that are marked. */
    String html() {
        List<BodyMark> marks = marks();
        MarkedJson body = new MarkedJson(told.body(), marks, anchor + "!");
        String places = body.set().stream()
                .limit(MOST_PLACES)
                .map(number -> "<a href=\"#" + anchor + "!" + number + "\"><code>"
                        + escape(
                                marks.get(number).pointer().isEmpty()
                                        ? "the body"
                                        : marks.get(number).pointer())
                        + "</code></a> " + escape(marks.get(number).note()))
                .map(place -> element("li", place))
                .collect(Collectors.joining());
        int more = body.set().size() - MOST_PLACES;
        return (places.isEmpty()
                        ? ""
                        : element(
                                "ul class=\"places\"",
                                places + (more > 0 ? element("li", "… and " + more + " more places") : "")))
                + element("pre tabindex=\"0\"", status() + "\n" + headers() + "\n" + body.html());
    }

    private String status() {
        boolean wrong =
                breaches.stream().anyMatch(breach -> breach.kind() == Kind.STATUS || breach.kind() == Kind.CREDENTIAL);
        return wrong ? "<mark>" + escape(told.status()) + "</mark>" : escape(told.status());
    }

    private String headers() {
        List<String> suspects = breaches.stream()
                .flatMap(MarkedAnswer::header)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        String present = told.headers()
                .lines()
                .map(line -> suspects.contains(line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
                        ? "<mark>" + escape(line) + "</mark>\n"
                        : escape(line) + "\n")
                .collect(Collectors.joining());
        String missing = breaches.stream()
                .filter(breach -> breach.kind() == Kind.HEADER)
                .map(breach ->
                        "<mark class=\"missing\">" + escape(breach.place()) + ": …</mark>  <i>← is missing</i>\n")
                .distinct()
                .collect(Collectors.joining());
        return present + missing;
    }

    /** Returns the header that a breach is in. */
    private static Stream<String> header(Breach breach) {
        return switch (breach.kind()) {
            case SURPLUS_HEADER -> Stream.of(breach.place());
            case CONTENT_TYPE -> Stream.of("Content-Type");
            case ADDRESS ->
                switch (breach.place()) {
                    case "links" -> Stream.of("Link");
                    case "redirections" -> Stream.of("Location");
                    default -> Stream.empty();
                };
            default -> Stream.empty();
        };
    }
}
