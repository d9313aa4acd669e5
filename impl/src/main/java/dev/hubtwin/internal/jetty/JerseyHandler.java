package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.memory.ByteQuota;
import dev.hubtwin.internal.memory.HeapShares;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;

/**
 * Answers by a stored response what it can; hands the other requests to Jersey: base and URI first, then the body if it
 * is to be read, then the application.
 */
final class JerseyHandler extends Handler.Abstract implements Container {

    private static final System.Logger LOG = System.getLogger(JerseyHandler.class.getName());
    private static final byte[] UNREAD = {};

    private final JerseyApplication jersey;
    private final ApplicationHandler application;
    private final RootResolver roots;
    private final RequestTargets targets;
    private final HttpLimits limits;
    private final JsonErrorHandler errors;
    private final Consumer<Throwable> failures;
    private final ByteQuota bodies = new ByteQuota("request bodies", HeapShares.PROCESS.bodies());
    private final LargeBodies large = new LargeBodies(HeapShares.PROCESS.bodiesAtOnce());

    /** Takes what it hands on to; {@code failures} hears of every failure that the application did not answer. */
    JerseyHandler(
            JerseyApplication application,
            RootResolver roots,
            HttpLimits limits,
            JsonErrorHandler errors,
            Consumer<Throwable> failures) {
        this.jersey = application;
        this.application = application.handler();
        this.roots = roots;
        this.targets = new RequestTargets(roots);
        this.failures = failures;
        this.limits = limits;
        this.errors = errors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long begun = System.nanoTime();
        Optional<CacheKey> key = CacheKey.of(request);
        if (key.isEmpty() || !isStored(key.get(), request, response, callback, begun)) {
            apply(key, request, response, callback);
        }
        return true;
    }

    private boolean isStored(CacheKey key, Request request, Response response, Callback callback, long begun) {
        Optional<ResponseStore> store =
                roots.responses(key.host(), request.getHttpURI().getPath());
        Optional<StoredResponse> stored = store.flatMap(responses -> responses.find(key));
        if (stored.isEmpty()) {
            return false;
        }
        boolean isFresh = stored.get().answer(request, response, callback, begun);
        if (!isFresh) {
            store.get().forget(key, stored.get());
        }
        return isFresh;
    }

    /** Nobody above would answer what fails here, or tell of it. */
    private void apply(Optional<CacheKey> key, Request request, Response response, Callback callback) {
        try {
            take(new Exchange(request, response, callback, targets.of(request), key));
        } catch (RuntimeException | Error e) {
            fail(e, request, response, callback);
        }
    }

    private void take(Exchange exchange) {
        Request request = exchange.request();
        RootResolver.Body body = exchange.target().map(to -> to.rooted().body()).orElse(RootResolver.Body.USUAL);
        OptionalInt coding = BodyCodings.refusal(request.getHeaders());
        if (coding.isPresent()) {
            errors.write(request, exchange.response(), coding.getAsInt(), leaving(exchange));
        } else if (body.isRead() || !BodyCodings.hasBody(request.getHeaders())) {
            read(exchange, limits.withBodyBytes(body.most().orElse(limits.bodyBytes())));
        } else {
            serve(exchange.with(leaving(exchange)), UNREAD);
        }
    }

    private void read(Exchange exchange, HttpLimits here) {
        Request request = exchange.request();
        BodyBuffer buffer = new BodyBuffer(bodies, request.getLength());
        Exchange releasing = exchange.with(Callback.from(buffer::release, exchange.callback()));
        AsyncBodyReader reader = new AsyncBodyReader(
                request,
                exchange.response(),
                releasing.callback(),
                here,
                errors,
                buffer,
                bytes -> serveInTurn(releasing, bytes));
        if (targets.admits(request)) {
            reader.run();
        } else {
            reader.refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    private void serveInTurn(Exchange exchange, byte[] body) {
        if (body.length > BodyBuffer.FREE) {
            large.serve(
                    () -> serve(exchange, body),
                    exchange.request().getComponents().getExecutor());
        } else {
            serve(exchange, body);
        }
    }

    /** The body stays unread, so no request can follow: what still comes is thrown away, then the connection ends. */
    private Callback leaving(Exchange exchange) {
        exchange.response().getHeaders().put(HttpFields.CONNECTION_CLOSE);
        Callback callback = exchange.callback();
        return Callback.from(new RequestDrainer(exchange.request(), callback, limits), callback::failed);
    }

    private void serve(Exchange exchange, byte[] body) {
        Request request = exchange.request();
        Response response = exchange.response();
        Callback callback = exchange.callback();
        try {
            if (exchange.target().isEmpty()) {
                errors.write(request, response, HttpStatus.NOT_FOUND_404, callback);
                return;
            }
            RequestTargets.Target target = exchange.target().get();
            Turn turn = target.rooted().turn();
            BufferedResponseWriter writer = new BufferedResponseWriter(
                    request, response, callback, exchange.key().filter(target::isFor), turn);
            ContainerRequest inbound = containerRequest(request, target, body, writer);
            turn.work(inbound, () -> application.handle(inbound), writer::status);
        } catch (RuntimeException | Error e) {
            fail(e, request, response, callback);
        }
    }

    private void fail(Throwable failure, Request request, Response response, Callback callback) {
        LOG.log(System.Logger.Level.ERROR, "a request could not be handled", failure);
        failures.accept(failure);
        Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
    }

    private ContainerRequest containerRequest(
            Request request, RequestTargets.Target target, byte[] body, BufferedResponseWriter answer) {
        ContainerRequest inbound = jersey.request(
                target.rooted(),
                target.request(),
                request.getMethod(),
                request.getConnectionMetaData().isSecure(),
                Request.getRemoteAddr(request),
                body);
        for (HttpField field : request.getHeaders()) {
            inbound.header(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        inbound.setWriter(answer);
        inbound.setProperty(EntityFailureInterceptor.ANSWER, answer);
        return inbound;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        application.onStartup(this);
    }

    @Override
    public ResourceConfig getConfiguration() {
        return application.getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        return application;
    }

    @Override
    public void reload() {
        throw new UnsupportedOperationException("an application is started once");
    }

    @Override
    public void reload(ResourceConfig configuration) {
        reload();
    }

    /**
     * A request on its way to the application.
     *
     * @param target empty if its path is none
     * @param key under which its response may be stored; empty if it may not
     */
    private record Exchange(
            Request request,
            Response response,
            Callback callback,
            Optional<RequestTargets.Target> target,
            Optional<CacheKey> key) {

        private Exchange with(Callback other) {
            return new Exchange(request, response, other, target, key);
        }
    }
}
