package dev.hubtwin.internal.seed.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Writer;

/** The forms in which states are written, for people to read: JSON or YAML. */
public enum DocumentFormat {
    JSON(
            new JsonMapper()
                    .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                            .withArrayIndenter(new DefaultIndenter("  ", "\n"))),
            "\n"),
    YAML(
            new YAMLMapper(YAMLFactory.builder()
                            .stringQuotingChecker(new YamlQuoting())
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                            .build())
                    .writer(),
            "");

    private final ObjectWriter form;
    private final String end;

    DocumentFormat(ObjectWriter form, String end) {
        this.form = form;
        this.end = end;
    }

    /** Returns what writes a document, and leaves the writer open. */
    public JsonGenerator generator(Writer out) throws IOException {
        return form.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Returns what follows a document, so that it ends with a line break. */
    public String end() {
        return end;
    }
}
