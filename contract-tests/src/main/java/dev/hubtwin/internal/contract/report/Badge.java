package dev.hubtwin.internal.contract.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Writer;

/** Writes the outcome of a run in the form that shields.io makes a badge of, at its endpoint. */
record Badge(Report report) {

    void write(Writer out) throws IOException {
        int findings = report.findings().fresh().size();
        boolean whole = report.abortReason().isEmpty();
        String message =
                !whole ? "no verdict" : findings == 0 ? "kept" : findings == 1 ? "1 finding" : findings + " findings";
        out.write(JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("label", "contract")
                .put("message", message)
                .put("color", !whole ? "lightgrey" : findings == 0 ? "brightgreen" : "red")
                .toPrettyString());
    }
}
