package dev.hubtwin.internal.jetty;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends a body while it is written. One that fits into the buffer is sent whole, with its length; a longer one goes in
 * chunks, and waits for a slow client as long as a connection may be idle.
 */
record StreamedResponseWriter(Request request, Response response, Callback callback) {

    private static final int BUFFER = 1 << 16;

    void write(StreamedBody body) {
        Content.Sink sink =
                Content.Sink.asBuffered(response, request.getComponents().getByteBufferPool(), false, BUFFER, BUFFER);
        try {
            OutputStream out = Content.Sink.asOutputStream(sink); // closed at the end of a whole body only
            body.writeTo(new Unflushed(out));
            out.close();
        } catch (IOException | RuntimeException | Error e) {
            callback.failed(e); // a client that has a part of it sees the connection end
            return;
        }
        callback.succeeded();
    }

    /** Leaves it to the buffer when something is sent, so that a short body is not sent in chunks. */
    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void flush() {
            // only the end of the body does
        }
    }
}
