package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.ForwardedHead;
import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.forwarding.RequestSeal;
import java.io.EOFException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One request on its way to the owner of the twin, which may take several attempts. A short body is kept until there is
 * an answer; a long one is passed on as it comes, once the owner asks for it, and then the request cannot be repeated.
 */
final class Forwarding {

    private static final long PAUSE_MILLIS = 50;
    private static final byte[] NONE = {};
    private static final String TYPE = "application/octet-stream";
    private static final String NOBODY = "No process serves this twin at the moment. Nothing was changed; try again.";
    private static final String UNDONE =
            "The process that serves this twin has changed. Nothing was changed; try again.";
    private static final String UNKNOWN =
            "The process that serves this twin went away. It is unknown whether the change was made.";

    private final ForwardingPlace place;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private byte[] kept;
    private byte[] head;
    private ForwardedBody streamed;
    private long lostAt;
    private volatile Throwable gone;
    private volatile org.eclipse.jetty.client.Request attempt;

    Forwarding(ForwardingPlace place, Request request, Response response, Callback callback) {
        this.place = place;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Begins: nobody is idle who waits for an answer. */
    void start() {
        request.addIdleTimeoutListener(timeout -> false);
        request.addFailureListener(this::leave);
        if (!BodyCodings.hasBody(request.getHeaders())) {
            begin(NONE);
        } else if (isShort()) {
            BodyBuffer buffer = new BodyBuffer(place.bodies(), request.getLength());
            new AsyncBodyReader(request, response, callback, place.limits(), place.errors(), buffer, this::begin).run();
        } else {
            head = head(true).bytes();
            go();
        }
    }

    private boolean isShort() {
        long length = request.getLength();
        return length >= 0
                && length <= BodyBuffer.FREE
                && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                && !request.getHeaders().contains(HttpHeader.EXPECT);
    }

    private void begin(byte[] body) {
        kept = body;
        head = head(false).bytes();
        go();
    }

    private ForwardedHead head(boolean isHeld) {
        HttpURI uri = request.getHttpURI();
        List<ForwardedHead.Header> headers = request.getHeaders().stream()
                .map(field -> new ForwardedHead.Header(field.getName(), field.getValue()))
                .toList();
        return new ForwardedHead(
                request.getMethod(),
                uri.getPath() == null ? null : uri.getPathQuery(),
                request.getConnectionMetaData().isSecure(),
                new ForwardedHead.Address(Request.getRemoteAddr(request), Request.getRemotePort(request)),
                new ForwardedHead.Address(Request.getLocalAddr(request), Request.getLocalPort(request)),
                isHeld,
                headers);
    }

    /** Nobody above would answer what fails here. */
    private void go() {
        try {
            goOn();
        } catch (RuntimeException | Error e) {
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
            throw e;
        }
    }

    /** Asks who serves, and goes there. */
    private void goOn() {
        Ownership.Owner owner = place.ownership().owner();
        if (gone != null) {
            callback.failed(gone);
        } else if (owner instanceof Ownership.Elsewhere elsewhere) {
            send(elsewhere);
        } else if (owner instanceof Ownership.Here) {
            serve();
        } else {
            again(NOBODY);
        }
    }

    private void serve() {
        try {
            place.served().handle(kept == null ? request : new KeptRequest(request, kept), response, callback);
        } catch (Exception | Error e) {
            callback.failed(e);
        }
    }

    private void send(Ownership.Elsewhere owner) {
        RequestSeal seal = RequestSeal.of(head);
        streamed = kept == null ? new ForwardedBody(head, request) : null;
        ForwardedAnswer answer =
                new ForwardedAnswer(this, seal, place.ownership().key());
        attempt = place.client()
                .newRequest(owner.url())
                // Whether an answer has a body is decided by the method.
                .method(isHead() ? HttpMethod.HEAD : HttpMethod.POST)
                .path(ForwardingHandler.PATH)
                .headers(headers -> headers.put(
                        RequestSeal.HEADER, seal.header(place.ownership().key())))
                .idleTimeout(0, TimeUnit.MILLISECONDS)
                .attribute(ForwardedAnswer.class.getName(), answer)
                .body(streamed == null ? new BytesRequestContent(TYPE, head, kept) : streamed)
                .onRequestBegin(begun -> answer.begin());
        attempt.send(answer);
        if (gone != null) {
            end(attempt, gone);
        }
    }

    /** Takes an interim answer. */
    static void interim(org.eclipse.jetty.client.Request attempt, HttpFields headers) {
        ((ForwardedAnswer) attempt.getAttributes().get(ForwardedAnswer.class.getName())).interim(headers);
    }

    /** The client's connection has failed: nobody waits for an answer any more. */
    void leave(Throwable failure) {
        gone = failure;
        if (attempt != null) {
            end(attempt, failure);
        }
    }

    /** Ends an attempt; its listener hears of that. */
    @SuppressWarnings("FutureReturnValueIgnored") // it tells whether the attempt had ended already
    private static void end(org.eclipse.jetty.client.Request attempt, Throwable why) {
        attempt.abort(why);
    }

    /** The owner asks for the body. */
    void ask() {
        if (streamed != null) {
            streamed.ask();
        }
    }

    /**
     * There is no answer.
     *
     * @param isUndone whether the request has had no effect for certain
     */
    void lose(boolean isUndone) {
        Throwable broken = streamed == null ? null : streamed.failure();
        boolean isRead = streamed != null && streamed.isAsked();
        boolean isSafe = HttpMethod.GET.is(request.getMethod()) || isHead();
        if (gone != null) {
            callback.failed(gone);
        } else if (broken != null) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            place.errors().write(request, response, AsyncBodyReader.status(broken), callback);
        } else if (!isRead && (isUndone || isSafe)) {
            again(NOBODY);
        } else {
            refuse(isUndone || isSafe ? UNDONE : UNKNOWN);
        }
    }

    /** Goes once more in a moment, unless there were too many. */
    private void again(String why) {
        long now = System.nanoTime();
        lostAt = lostAt == 0 ? now : lostAt;
        if (now - lostAt >= place.patience().toNanos()) {
            refuse(why);
            return;
        }
        Components components = request.getComponents();
        components
                .getScheduler()
                .schedule(() -> components.getExecutor().execute(this::go), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void refuse(String why) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        if (kept == null) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        Callback then = kept == null ? Callback.from(this::drain, callback::failed) : callback;
        place.errors().write(request, response, HttpStatus.SERVICE_UNAVAILABLE_503, why, then);
    }

    /** Nobody reads the rest of the body: what still comes is thrown away. */
    private void drain() {
        Runnable drainer = new RequestDrainer(request, callback, place.limits());
        if (streamed == null) {
            drainer.run();
        } else {
            streamed.leaveTo(drainer);
        }
    }

    /** Whether there is a body that the owner has not asked for. */
    boolean isUnread() {
        return streamed != null && !streamed.isAsked();
    }

    /** The client has the whole answer, and nobody wants its body. */
    void dismiss() {
        end(attempt, new EOFException("answered without the body"));
        drain();
    }

    /** The client has the whole answer, and the owner all that it wanted. */
    void end() {
        callback.succeeded();
    }

    /** The answer breaks off, for the client as well. */
    void cut() {
        callback.failed(new Request.Handler.AbortException("the answer broke off"));
    }

    Response response() {
        return response;
    }

    boolean isHead() {
        return HttpMethod.HEAD.is(request.getMethod());
    }
}
