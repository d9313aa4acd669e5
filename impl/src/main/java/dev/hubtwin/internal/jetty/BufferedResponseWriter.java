package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.faults.ResponseFault;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;

/**
 * Keeps what Jersey writes until it commits, then sends it in one write with its length: a response is whole or is not
 * sent, and a failure halfway through an entity is still a clean 500. Only a {@link StreamedBody} may be longer than
 * its buffer.
 */
final class BufferedResponseWriter implements ContainerResponseWriter, Turn.Answer {

    private static final int FIRST_BYTES = 1024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Optional<CacheKey> key;
    private final Turn turn;
    private final AtomicBoolean sent = new AtomicBoolean();
    private ContainerResponse outbound;
    private long length;
    private byte[] whole;
    private StreamedBody streamed;
    private Entity entity;
    private boolean broken;
    private TimeoutHandler timeoutHandler;
    private Scheduler.Task timeout;

    /**
     * Answers a request.
     *
     * @param key the one under which its response may be stored, if it may be
     * @param turn says when the response may be seen
     */
    BufferedResponseWriter(Request request, Response response, Callback callback, Optional<CacheKey> key, Turn turn) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.key = key;
        this.turn = turn;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse containerResponse) {
        outbound = containerResponse;
        whole = WholeBodyFilter.bodyOf(containerResponse);
        streamed = WholeBodyFilter.streamOf(containerResponse);
        length = whole == null ? contentLength : whole.length;
        entity = new Entity(whole == null ? FIRST_BYTES : 0);
        broken = false;
        return entity;
    }

    /** Called when the entity written since {@link #writeResponseStatusAndHeaders} is not to be trusted. */
    void entityFailed() {
        broken = true;
    }

    @Override
    public void commit() {
        if (!sent.compareAndSet(false, true)) {
            return;
        }
        setTimeout(0, TimeUnit.SECONDS);
        if (broken) {
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
            return;
        }
        turn.answer(this);
    }

    /** Returns the status of the answer, when it is known; 500 if there is none. */
    int status() {
        return outbound == null || broken ? HttpStatus.INTERNAL_SERVER_ERROR_500 : outbound.getStatus();
    }

    @Override
    public void sendSoon() {
        try {
            request.getComponents().getExecutor().execute(this::send);
        } catch (RejectedExecutionException e) {
            callback.failed(e); // the server is closed, and so is the connection
        }
    }

    @Override
    public void refuse() {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }

    @Override
    public void send() {
        int status = outbound.getStatus();
        boolean bodiless = status == HttpStatus.NO_CONTENT_204 || status == HttpStatus.NOT_MODIFIED_304;
        response.setStatus(status);
        copyHeaders(bodiless);
        if (key.isPresent()
                && outbound.getRequestContext().getProperty(Reusable.PROPERTY) instanceof Reusable reusable) {
            StoredResponse stored =
                    new StoredResponse(status, response.getHeaders(), reusable.body(), reusable.freshness());
            reusable.store().keep(key.get(), stored);
        }
        Object delivery = outbound.getRequestContext().getProperty(ResponseFault.PROPERTY);
        if (delivery instanceof ResponseFault faulty) {
            new FaultyResponseWriter(request, response, callback, faulty).write(bytes(), () -> writeWhole(bodiless));
        } else {
            writeWhole(bodiless);
        }
    }

    private void writeWhole(boolean bodiless) {
        if (bodiless) {
            writeHeadersOnly();
        } else if ("HEAD".equals(request.getMethod())) {
            writeHead();
        } else if (streamed != null) {
            new StreamedResponseWriter(request, response, callback).write(streamed);
        } else {
            response.write(true, bytes(), callback);
        }
    }

    private ByteBuffer bytes() {
        return whole == null ? entity.bytes() : ByteBuffer.wrap(whole);
    }

    private void copyHeaders(boolean bodiless) {
        HttpFields.Mutable headers = response.getHeaders();
        List<HttpField> jettys = headers.stream().toList();
        for (Map.Entry<String, List<Object>> header : outbound.getHeaders().entrySet()) {
            String name = header.getKey();
            HttpHeader known = HttpHeader.CACHE.get(name);
            boolean ours = known == HttpHeader.CONTENT_LENGTH || known == HttpHeader.TRANSFER_ENCODING;
            if (ours || bodiless && known == HttpHeader.CONTENT_TYPE) {
                continue;
            }
            List<String> values = texts(name, header.getValue());
            if (isAmong(jettys, name)) {
                headers.put(name, values); // in the place of Jetty's own, such as Date, which cannot be removed
            } else {
                for (String value : values) {
                    headers.add(new HttpField(known, name, value));
                }
            }
        }
        CommonHeaders.of(outbound.getRequestContext()).forEach(headers::add);
    }

    private static boolean isAmong(List<HttpField> fields, String name) {
        for (HttpField field : fields) {
            if (field.is(name)) {
                return true;
            }
        }
        return false;
    }

    /** Jersey's own conversion takes longer than all the rest, and nearly all values are texts as they are. */
    private List<String> texts(String name, List<Object> values) {
        return values.size() == 1 && values.get(0) instanceof String text
                ? List.of(text)
                : outbound.getStringHeaders().get(name);
    }

    /** Jersey has dropped the entity, having measured it as far as its buffer goes. */
    private void writeHead() {
        if (length >= 0) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
            response.write(true, null, callback);
        } else {
            writeHeadersOnly();
        }
    }

    /** Not as the last write: Jetty would count its bytes and say {@code Content-Length: 0}. */
    private void writeHeadersOnly() {
        response.write(false, null, callback);
    }

    /** Jersey comes here with what no mapper took, logs it, and would then write the exception's message as a page. */
    @Override
    public void failure(Throwable error) {
        if (sent.compareAndSet(false, true)) {
            setTimeout(0, TimeUnit.SECONDS);
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
        if (timeoutHandler != null) {
            return false;
        }
        timeoutHandler = handler;
        setTimeout(time, unit);
        return true;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
        if (timeoutHandler == null) {
            throw new IllegalStateException("not suspended");
        }
        setTimeout(time, unit);
    }

    private synchronized void setTimeout(long time, TimeUnit unit) {
        if (timeout != null) {
            timeout.cancel();
        }
        Components components = time > 0 ? request.getComponents() : null;
        timeout = components == null
                ? null
                : components
                        .getScheduler()
                        .schedule(
                                () -> components.getExecutor().execute(() -> timeoutHandler.onTimeout(this)),
                                time,
                                unit);
    }

    @Override
    public boolean enableResponseBuffering() {
        return false;
    }

    /** Gives its bytes without copying them. */
    private static final class Entity extends ByteArrayOutputStream {

        Entity(int size) {
            super(size);
        }

        ByteBuffer bytes() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }
}
