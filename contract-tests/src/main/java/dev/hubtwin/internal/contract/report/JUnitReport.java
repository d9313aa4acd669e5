package dev.hubtwin.internal.contract.report;

import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as JUnit's XML, which every CI server reads: a suite for each group, a case for each run. */
record JUnitReport(Report report, FailureTexts texts) {

    JUnitReport(Report report) {
        this(report, new FailureTexts(report.redactor()));
    }

    void write(Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "Hubtwin contract tests");
        counts(xml, report.results());
        for (Map.Entry<String, Map<Behaviour, List<Result>>> group :
                report.groups().entrySet()) {
            suite(
                    xml,
                    group.getKey(),
                    group.getValue().values().stream().flatMap(List::stream).toList());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void suite(XMLStreamWriter xml, String name, List<Result> results) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("timestamp", report.started().toString());
        counts(xml, results);
        for (Result result : results) {
            testcase(xml, result);
        }
        xml.writeEndElement();
    }

    private void testcase(XMLStreamWriter xml, Result result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.behaviour().group());
        xml.writeAttribute("name", PrintableText.of(result.label()));
        xml.writeAttribute("time", seconds(result.time().toMillis()));
        if (report.findings().isKnown(result)) {
            skipped(xml, "known: " + report.reason(result).lines().findFirst().orElse(""));
        } else if (result.outcome().isFailure()) {
            Failure failure = texts.of(result);
            xml.writeStartElement(result.outcome() == Outcome.FAILED ? "failure" : "error");
            xml.writeAttribute("message", PrintableText.of(message(result)));
            xml.writeCharacters(PrintableText.of(text(failure)));
            xml.writeEndElement();
        } else if (result.outcome() == Outcome.SKIPPED) {
            skipped(xml, report.reason(result));
        } else if (result.outcome() == Outcome.FLAKY) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(PrintableText.of("flaky, it failed at first: " + report.reason(result)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String message(Result result) {
        return report.reason(result).lines().findFirst().orElse("");
    }

    private static void skipped(XMLStreamWriter xml, String reason) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", PrintableText.of(reason));
    }

    private static String text(Failure failure) {
        return failure.expectation()
                + failure.exchange()
                        .map(told -> "\n\nRequest\n" + told.request() + "\n\nResponse\n" + told.response() + "\n\n"
                                + told.curl())
                        .orElse("");
    }

    private void counts(XMLStreamWriter xml, List<Result> results) throws XMLStreamException {
        Map<String, Long> counts = results.stream().collect(Collectors.groupingBy(this::count, Collectors.counting()));
        xml.writeAttribute("tests", Integer.toString(results.size()));
        for (String name : List.of("failures", "errors", "skipped")) {
            xml.writeAttribute(name, Long.toString(counts.getOrDefault(name, 0L)));
        }
        xml.writeAttribute(
                "time",
                seconds(results.stream()
                        .mapToLong(result -> result.time().toMillis())
                        .sum()));
    }

    private String count(Result result) {
        if (report.findings().isKnown(result)) {
            return "skipped";
        }
        return switch (result.outcome()) {
            case FAILED -> "failures";
            case UNJUDGED -> "errors";
            case SKIPPED -> "skipped";
            case PASSED, FLAKY -> "passed";
        };
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
