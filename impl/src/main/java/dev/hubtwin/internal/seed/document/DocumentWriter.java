package dev.hubtwin.internal.seed.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Writes states for people to read, as JSON or YAML. */
public enum DocumentWriter {
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

    private final ObjectWriter writer;
    private final String end;

    DocumentWriter(ObjectWriter writer, String end) {
        this.writer = writer;
        this.end = end;
    }

    /** Returns the tree as text, which ends with a line break. */
    public String write(ObjectNode tree) {
        try {
            return writer.writeValueAsString(tree) + end;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
