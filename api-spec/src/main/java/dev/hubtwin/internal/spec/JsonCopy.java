package dev.hubtwin.internal.spec;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a document of YAML once more, as JSON. */
public final class JsonCopy {

    private JsonCopy() {}

    /**
     * Copies a document.
     *
     * @param args the file to read, and the file to write
     */
    public static void main(String[] args) throws IOException {
        Documents.write(Path.of(args[1]), Documents.json(Documents.read(Path.of(args[0]))));
    }
}
