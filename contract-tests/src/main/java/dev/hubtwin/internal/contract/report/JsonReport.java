package dev.hubtwin.internal.contract.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.coverage.CoverageSnapshot;
import dev.hubtwin.internal.contract.coverage.CoveredItem;
import dev.hubtwin.internal.contract.coverage.OperationCoverage;
import dev.hubtwin.internal.contract.finding.Finding;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes a report as JSON. */
record JsonReport(Report report, FailureTexts texts) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper ASCII = JsonMapper.builder(new JsonFactoryBuilder()
                    .characterEscapes(new Escapes())
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    JsonReport(Report report) {
        this(report, new FailureTexts(report.redactor()));
    }

    void write(Writer out) throws IOException {
        ObjectNode root = JSON.objectNode();
        root.put("target", report.target());
        root.put("begun", report.started().toString());
        root.put("seconds", report.time().toMillis() / 1000.0);
        root.put("ended_early", report.abortReason());
        ObjectNode counts = root.putObject("counts");
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.word(), report.count(outcome));
        }
        root.set("findings", findings());
        root.set("coverage", coverage());
        ObjectNode warnings = root.putObject("warnings");
        report.warnings()
                .forEach((warning, times) -> warnings.put(report.redactor().text(warning), times));
        ArrayNode groups = root.putArray("groups");
        report.groups()
                .forEach((name, behaviours) ->
                        groups.addObject().put("name", name).set("behaviours", behaviours(behaviours)));
        ASCII.writerWithDefaultPrettyPrinter().writeValue(out, root);
    }

    private ArrayNode findings() {
        ArrayNode findings = JSON.arrayNode();
        report.findings().fresh().forEach(finding -> findings.add(finding(finding, false)));
        report.findings().known().forEach(finding -> findings.add(finding(finding, true)));
        return findings;
    }

    private ObjectNode finding(Finding finding, boolean known) {
        ObjectNode one = JSON.objectNode()
                .put("id", report.redactor().text(finding.id()))
                .put("title", report.title(finding))
                .put("known", known)
                .put("runs", finding.runs());
        finding.operations().forEach(one.putArray("operations")::add);
        return one;
    }

    private ObjectNode coverage() {
        ObjectNode coverage = JSON.objectNode();
        coverage.set("documented", totals(report.coverage().documented()));
        coverage.set("additions", totals(report.coverage().additions()));
        ArrayNode operations = coverage.putArray("operations");
        for (OperationCoverage part : report.coverage().parts()) {
            ObjectNode operation = operations
                    .addObject()
                    .put("id", part.id())
                    .put("method", part.method())
                    .put("path", part.path())
                    .put("tag", part.tag())
                    .put("documented", part.documented());
            operation.set("statuses", items(part.statuses()));
            operation.set("parameters", items(part.parameters()));
            operation.set("members", items(part.members()));
            part.missing().forEach(operation.putArray("missing")::add);
        }
        return coverage;
    }

    private static ObjectNode totals(CoverageSnapshot.Totals totals) {
        return JSON.objectNode()
                .put("operations", totals.operations().toString())
                .put("statuses", totals.statuses().toString())
                .put("parameters", totals.parameters().toString())
                .put("members", totals.members().toString());
    }

    private static ObjectNode items(List<CoveredItem> items) {
        ObjectNode counts = JSON.objectNode();
        items.forEach(item -> counts.put(item.name(), item.times()));
        return counts;
    }

    private ArrayNode behaviours(Map<Behaviour, List<Result>> behaviours) {
        ArrayNode all = JSON.arrayNode();
        behaviours.forEach((behaviour, results) -> {
            ObjectNode one = all.addObject().put("text", behaviour.text());
            behaviour.rules().forEach(one.putArray("rules")::add);
            Report.operations(results).forEach(one.putArray("operations")::add);
            ArrayNode runs = one.putArray("runs");
            results.forEach(result -> runs.add(run(result)));
        });
        return all;
    }

    private ObjectNode run(Result result) {
        ObjectNode run = JSON.objectNode()
                .put("name", result.name())
                .put("outcome", result.outcome().word())
                .put("milliseconds", result.time().toMillis());
        if (result.outcome() == Outcome.SKIPPED || result.outcome() == Outcome.FLAKY) {
            run.put("reason", report.reason(result));
        }
        if (result.outcome().isFailure()) {
            Failure failure = texts.of(result);
            run.put("expectation", failure.expectation());
            failure.before().forEach(run.putArray("before")::add);
            failure.exchange()
                    .ifPresent(told -> run.put("request", told.request())
                            .put("response", told.response())
                            .put("curl", told.curl()));
        }
        return run;
    }

    /** What JSON escapes, and the one control character of ASCII that it does not. */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final int DELETE = 127;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
