package dev.hubtwin.internal.spec.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What every operation says of itself. */
final class OperationRules {

    private OperationRules() {}

    static List<Finding> summaryAndDescription(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            for (String member : List.of("summary", "description")) {
                findings.expect(
                        !operation.place().text(member).isBlank(),
                        operation.place().pointer(),
                        "no " + member);
            }
        }
        return findings.all();
    }

    static List<Finding> oneDeclaredTag(DescriptionSources description) {
        Set<String> declared = description.place("tags").children().stream()
                .map(tag -> tag.text("name"))
                .collect(Collectors.toSet());
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            List<String> tags = StreamSupport.stream(
                            operation.node().path("tags").spliterator(), false)
                    .map(tag -> tag.asText())
                    .toList();
            findings.expect(
                    tags.size() == 1 && declared.containsAll(tags),
                    operation.place().at("tags").pointer(),
                    "not exactly one tag that is declared: " + tags);
        }
        return findings.all();
    }

    static List<Finding> externalDocs(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            findings.expect(
                    operation.place().at("externalDocs").text("url").startsWith("https://"),
                    operation.place().pointer(),
                    "no externalDocs");
        }
        return findings.all();
    }

    static List<Finding> operationIds(DescriptionSources description) {
        Findings findings = new Findings();
        Set<String> seen = new HashSet<>();
        for (DescribedOperation operation : description.operations()) {
            findings.expect(
                    operation.id().matches("[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*"),
                    operation.place().pointer(),
                    "operationId is not group/verb-noun: " + operation.id());
            findings.expect(
                    seen.add(operation.id()), operation.place().pointer(), "operationId is taken: " + operation.id());
        }
        return findings.all();
    }

    /** A JSON body that is sent or that answers success has an example. */
    static List<Finding> bodiesHaveExamples(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            expectExample(description.json(operation.place().at("requestBody")), findings);
            description.responses(operation).forEach((status, response) -> {
                if (status.startsWith("2")) {
                    expectExample(description.json(response), findings);
                }
            });
        }
        return findings.all();
    }

    private static void expectExample(NodeLocation json, Findings findings) {
        findings.expect(
                json.node().isMissingNode() || !json.node().path("examples").isEmpty(), json.pointer(), "no example");
    }

    static List<Finding> refusalsListed(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            boolean listed =
                    description.responses(operation).keySet().stream().anyMatch(status -> status.startsWith("4"));
            findings.expect(listed, operation.place().at("responses").pointer(), "no 4xx");
        }
        return findings.all();
    }

    /** Who tries an operation finds its path filled in. */
    static List<Finding> pathParametersHaveExamples(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            description.parameters(operation).stream()
                    .filter(parameter -> parameter.text("in").equals("path"))
                    .forEach(parameter -> findings.expect(parameter.has("example"), parameter.pointer(), "no example"));
        }
        return findings.all();
    }

    /** What has pages says where the others are. */
    static List<Finding> pagesAreLinked(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            boolean paged = description.parameters(operation).stream()
                    .anyMatch(parameter -> Set.of("page", "since", "cursor").contains(parameter.text("name")));
            Map<String, NodeLocation> responses = description.responses(operation);
            if (paged && responses.containsKey("200")) {
                NodeLocation ok = responses.get("200");
                findings.expect(ok.at("headers").has("Link"), ok.pointer(), "pages without a Link header");
            }
        }
        return findings.all();
    }
}
