package dev.hubtwin.internal.seed.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.seed.document.DocumentFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a typed seed as a document, without what equals its default. Users, organizations and so on are written one
 * after the other, so that of a large seed no more than one of them is a tree at a time.
 */
public final class SeedWriter {

    private SeedWriter() {}

    /** Writes a seed, which ends with a line break, and leaves the writer open. */
    public static void write(State state, DocumentFormat format, Writer out) throws IOException {
        try (JsonGenerator document = format.generator(out)) {
            document.writeStartObject();
            for (StateSection section : StateSection.ALL.values()) {
                Object value = section.of(state);
                if (value != null) {
                    document.writeFieldName(section.name());
                    write(section, value, document);
                }
            }
            document.writeEndObject();
        }
        out.write(format.end());
    }

    private static void write(StateSection section, Object value, JsonGenerator document) throws IOException {
        if (value instanceof List<?> list) {
            document.writeStartArray();
            for (Object one : list) {
                document.writeTree(SeedTree.tree(one, section.shape().items()));
            }
            document.writeEndArray();
        } else {
            document.writeTree(SeedTree.tree(value, section.shape()));
        }
    }
}
