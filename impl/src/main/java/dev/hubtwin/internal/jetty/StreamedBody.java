package dev.hubtwin.internal.jetty;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a response that may be too long to be held as a whole: it is sent while it is written. */
@FunctionalInterface
public interface StreamedBody {

    /** Writes the body, from its beginning to its end, and leaves {@code out} open. */
    void writeTo(OutputStream out) throws IOException;
}
