package dev.hubtwin.internal.jetty;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Throws away what a client is still sending after its answer. Closing at once would reset the connection, and many
 * clients then report the reset and never see the answer. Bounded: sixteen times the longest body, then it closes.
 */
final class RequestDrainer implements Runnable {

    private final Request request;
    private final Callback callback;
    private long left;

    RequestDrainer(Request request, Callback callback, HttpLimits limits) {
        this.request = request;
        this.callback = callback;
        this.left = 16L * limits.bodyBytes();
    }

    @Override
    public void run() {
        while (left > 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            left -= chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                break;
            }
        }
        callback.succeeded();
    }
}
