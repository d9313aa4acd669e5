package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.faults.ResponseFault;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends one answer late or broken, as it was told to. While an answer waits it holds no thread. */
record FaultyResponseWriter(Request request, Response response, Callback callback, ResponseFault delivery) {

    /**
     * Sends the answer.
     *
     * @param body the bytes of its body; none if it has none
     * @param whole sends it as it is
     */
    void write(ByteBuffer body, Runnable whole) {
        if (delivery.delay().isZero()) {
            writeNow(body, whole);
            return;
        }
        // The client may be silent for longer than a connection may be idle: it waits for us.
        request.addIdleTimeoutListener(timeout -> false);
        Components components = request.getComponents();
        Runnable due = () -> components.getExecutor().execute(() -> writeNow(body, whole));
        components.getScheduler().schedule(due, delivery.delay().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void writeNow(ByteBuffer body, Runnable whole) {
        boolean bodiless = !body.hasRemaining() || "HEAD".equals(request.getMethod());
        switch (delivery.broken()) {
            case NONE -> whole.run();
            case CUT -> cut();
            case TRUNCATED -> orCut(bodiless, () -> writeHalf(body));
            case GARBLED -> orCut(bodiless, () -> response.write(true, garbled(body), callback));
        }
    }

    private void orCut(boolean bodiless, Runnable broken) {
        if (bodiless) {
            cut();
        } else {
            broken.run();
        }
    }

    private void cut() {
        callback.failed(new Request.Handler.AbortException("cut by a fault"));
    }

    /** Says how long the body is and ends the connection halfway. */
    private void writeHalf(ByteBuffer body) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, (long) body.remaining());
        response.write(false, body.slice(0, body.remaining() / 2), Callback.from(this::cut, callback::failed));
    }

    /** Each byte with its highest bit turned: no JSON text begins so, and what was ASCII is not UTF-8. */
    private static ByteBuffer garbled(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) 0x80;
        }
        return ByteBuffer.wrap(bytes);
    }
}
