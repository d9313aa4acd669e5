package dev.hubtwin.internal.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Collects one request body as it arrives and then hands it on. Between two pieces no thread is held, so any number of
 * slow senders cost memory only. A body that is too long, too slow or broken is answered here.
 */
final class AsyncBodyReader implements Runnable {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final HttpLimits limits;
    private final JsonErrorHandler errors;
    private final Consumer<byte[]> whole;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    AsyncBodyReader(
            Request request,
            Response response,
            Callback callback,
            HttpLimits limits,
            JsonErrorHandler errors,
            Consumer<byte[]> whole) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.limits = limits;
        this.errors = errors;
        this.whole = whole;
    }

    /** Reads what is there; Jetty calls this again when there is more. */
    @Override
    public void run() {
        if (request.getLength() > limits.bodyBytes()) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
            return;
        }
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                awaitMore();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(status(chunk.getFailure()));
                return;
            }
            take(chunk);
            if (body.size() > limits.bodyBytes()) {
                refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
                return;
            }
            if (chunk.isLast()) {
                whole.accept(body.toByteArray());
                return;
            }
        }
    }

    private void awaitMore() {
        if (System.nanoTime() - request.getHeadersNanoTime()
                > limits.wholeBody().toNanos()) {
            refuse(HttpStatus.REQUEST_TIMEOUT_408);
        } else {
            request.demand(this);
        }
    }

    private void take(Content.Chunk chunk) {
        ByteBuffer bytes = chunk.getByteBuffer();
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        body.write(piece, 0, piece.length);
        chunk.release();
    }

    private static int status(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return HttpStatus.REQUEST_TIMEOUT_408;
        }
        return failure instanceof HttpException http ? http.getCode() : HttpStatus.BAD_REQUEST_400;
    }

    /** What follows on this connection is the rest of a body, never a request: the connection ends here. */
    private void refuse(int status) {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        boolean stillSending = status == HttpStatus.PAYLOAD_TOO_LARGE_413;
        Callback then = stillSending
                ? Callback.from(new RequestDrainer(request, callback, limits), callback::failed)
                : callback;
        errors.write(request, response, status, then);
    }
}
