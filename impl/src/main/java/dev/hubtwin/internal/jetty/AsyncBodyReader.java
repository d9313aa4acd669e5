package dev.hubtwin.internal.jetty;

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
 * Collects one request body as it arrives and then hands it on. Between two pieces no thread is held, and all bodies
 * together take a bounded share of the memory, so slow senders cost next to nothing. A body that is too long, too slow,
 * broken, or one too many is answered here.
 */
final class AsyncBodyReader implements Runnable {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final HttpLimits limits;
    private final JsonErrorHandler errors;
    private final Consumer<byte[]> whole;
    private final BodyBuffer body;

    AsyncBodyReader(
            Request request,
            Response response,
            Callback callback,
            HttpLimits limits,
            JsonErrorHandler errors,
            BodyBuffer body,
            Consumer<byte[]> whole) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.limits = limits;
        this.errors = errors;
        this.whole = whole;
        this.body = body;
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
            boolean isTaken = body.add(chunk.getByteBuffer());
            chunk.release();
            if (!isTaken) {
                refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
                return;
            }
            if (body.size() > limits.bodyBytes()) {
                refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
                return;
            }
            if (chunk.isLast()) {
                whole.accept(body.whole());
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

    /** Returns the status by which a body that broke off is refused. */
    static int status(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return HttpStatus.REQUEST_TIMEOUT_408;
        }
        return failure instanceof HttpException http ? http.getCode() : HttpStatus.BAD_REQUEST_400;
    }

    /** What follows on this connection is the rest of a body, never a request: the connection ends here. */
    void refuse(int status) {
        body.release();
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        boolean stillSending =
                status == HttpStatus.PAYLOAD_TOO_LARGE_413 || status == HttpStatus.SERVICE_UNAVAILABLE_503;
        Callback then = stillSending
                ? Callback.from(new RequestDrainer(request, callback, limits), callback::failed)
                : callback;
        errors.write(request, response, status, then);
    }
}
