package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.ForwardedHead;
import dev.hubtwin.internal.forwarding.ForwardingKey;
import dev.hubtwin.internal.forwarding.OwnerReply;
import dev.hubtwin.internal.forwarding.RequestSeal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads the head that the body of a forwarded request begins with, unwraps the request and hands it on. */
final class ForwardedRequestReader implements Runnable {

    private final Handler next;
    private final ForwardingKey key;
    private final RequestSeal seal;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteBuffer head;

    /** Takes a request whose seal is good. */
    ForwardedRequestReader(
            Handler next, ForwardingKey key, RequestSeal seal, Request request, Response response, Callback callback) {
        this.next = next;
        this.key = key;
        this.seal = seal;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.head = ByteBuffer.allocate(seal.length());
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                callback.failed(chunk.getFailure());
                return;
            }
            Content.Chunk rest = take(chunk);
            if (!head.hasRemaining()) {
                unwrap(rest);
                return;
            }
            if (chunk.isLast()) {
                callback.failed(new IOException("a forwarded request ends within its head"));
                return;
            }
        }
    }

    /** Takes of a piece what belongs to the head; returns what does not, or null. */
    private Content.Chunk take(Content.Chunk chunk) {
        ByteBuffer bytes = chunk.getByteBuffer();
        int length = Math.min(bytes.remaining(), head.remaining());
        head.put(bytes.slice().limit(length));
        byte[] rest = new byte[bytes.remaining() - length];
        bytes.slice().position(length).get(rest);
        chunk.release();
        return rest.length > 0 || chunk.isLast() ? Content.Chunk.from(ByteBuffer.wrap(rest), chunk.isLast()) : null;
    }

    private void unwrap(Content.Chunk rest) {
        if (!seal.isOf(head.array())) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return;
        }
        ForwardedRequest unwrapped =
                new ForwardedRequest(request, ForwardedHead.of(head.array()), rest, this::askForBody);
        SealedResponse sealed = new SealedResponse(unwrapped, response, this::reply);
        Callback then = Callback.from(callback::succeeded, failure -> fail(sealed, failure));
        try {
            next.handle(unwrapped, sealed, then);
        } catch (Exception | Error e) {
            then.failed(e);
        }
    }

    private CompletableFuture<Void> askForBody() {
        HttpFields.Mutable headers = HttpFields.build();
        headers.put(RequestSeal.HEADER, reply(OwnerReply.READS));
        return response.writeInterim(HttpStatus.EARLY_HINTS_103, headers);
    }

    /**
     * An answer that a client is to miss is missed there, not here: the other process would take it for an accident.
     */
    private void fail(SealedResponse sealed, Throwable failure) {
        if (sealed.isCommitted()) {
            callback.failed(failure);
        } else if (failure instanceof Request.Handler.AbortException) {
            response.reset();
            response.getHeaders().put(RequestSeal.HEADER, reply(OwnerReply.CUT));
            response.write(true, null, callback);
        } else {
            Response.writeError(sealed.getRequest(), sealed, callback, failure);
        }
    }

    private String reply(OwnerReply reply) {
        return seal.reply(reply, key);
    }
}
