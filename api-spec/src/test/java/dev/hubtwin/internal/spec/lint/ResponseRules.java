package dev.hubtwin.internal.spec.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every response says of itself. */
final class ResponseRules {

    private static final Set<String> SOURCES = Set.of("document", "convention", "decision");

    private ResponseRules() {}

    static List<Finding> sources(DescriptionSources description) {
        Findings findings = new Findings();
        each(
                description,
                (status, response) -> findings.expect(
                        SOURCES.contains(response.text("x-hubtwin-source")),
                        response.pointer(),
                        "no x-hubtwin-source"));
        return findings.all();
    }

    static List<Finding> names(DescriptionSources description) {
        Findings findings = new Findings();
        each(
                description,
                (status, response) -> findings.expect(
                        response.text("x-hubtwin-name").matches("([A-Z][a-z]+)+"),
                        response.pointer(),
                        "no x-hubtwin-name"));
        return findings.all();
    }

    static List<Finding> oneNameAStatus(DescriptionSources description) {
        Findings findings = new Findings();
        Map<String, String> names = new HashMap<>();
        each(description, (status, response) -> {
            String name = response.text("x-hubtwin-name");
            String other = name.isEmpty() ? name : names.computeIfAbsent(status, first -> name);
            findings.expect(
                    name.equals(other), response.pointer(), status + " is " + other + " elsewhere, not " + name);
        });
        return findings.all();
    }

    /** The generated responses take one header at most. */
    static List<Finding> oneArgumentHeader(DescriptionSources description) {
        Findings findings = new Findings();
        each(description, (status, response) -> {
            long arguments = response.at("headers").children().stream()
                    .filter(header -> description.resolve(header).at("schema").has("x-hubtwin-argument"))
                    .count();
            findings.expect(arguments <= 1, response.pointer(), arguments + " headers are arguments");
        });
        return findings.all();
    }

    private interface Visitor {
        void visit(String status, NodeLocation response);
    }

    private static void each(DescriptionSources description, Visitor visitor) {
        description
                .operations()
                .forEach(operation -> description.responses(operation).forEach(visitor::visit));
    }
}
