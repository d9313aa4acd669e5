package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.memory.ByteQuota;
import dev.hubtwin.internal.memory.HeapShares;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.security.Principal;
import java.util.HashMap;
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
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;

/** Hands Jetty's requests to Jersey: base and URI first, then the body if it is to be read, then the application. */
final class JerseyHandler extends Handler.Abstract implements Container {

    private static final System.Logger LOG = System.getLogger(JerseyHandler.class.getName());
    private static final byte[] UNREAD = {};

    private final ApplicationHandler application;
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
        this.application = application.handler();
        this.targets = new RequestTargets(roots);
        this.failures = failures;
        this.limits = limits;
        this.errors = errors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<RequestTargets.Target> target = targets.of(request);
        RootResolver.Body body = target.map(to -> to.rooted().body()).orElse(RootResolver.Body.USUAL);
        OptionalInt coding = BodyCodings.refusal(request.getHeaders());
        if (coding.isPresent()) {
            errors.write(request, response, coding.getAsInt(), leaving(request, response, callback));
        } else if (body.isRead() || !BodyCodings.hasBody(request.getHeaders())) {
            read(
                    request,
                    response,
                    callback,
                    target,
                    limits.withBodyBytes(body.most().orElse(limits.bodyBytes())));
        } else {
            serve(request, response, leaving(request, response, callback), target, UNREAD);
        }
        return true;
    }

    private void read(
            Request request,
            Response response,
            Callback callback,
            Optional<RequestTargets.Target> target,
            HttpLimits here) {
        BodyBuffer buffer = new BodyBuffer(bodies, request.getLength());
        Callback then = Callback.from(buffer::release, callback);
        AsyncBodyReader reader = new AsyncBodyReader(
                request,
                response,
                then,
                here,
                errors,
                buffer,
                bytes -> serveInTurn(request, response, then, target, bytes));
        if (targets.admits(request)) {
            reader.run();
        } else {
            reader.refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    private void serveInTurn(
            Request request,
            Response response,
            Callback callback,
            Optional<RequestTargets.Target> target,
            byte[] body) {
        if (body.length > BodyBuffer.FREE) {
            large.serve(
                    () -> serve(request, response, callback, target, body),
                    request.getComponents().getExecutor());
        } else {
            serve(request, response, callback, target, body);
        }
    }

    /** The body stays unread, so no request can follow: what still comes is thrown away, then the connection ends. */
    private Callback leaving(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        return Callback.from(new RequestDrainer(request, callback, limits), callback::failed);
    }

    private void serve(
            Request request,
            Response response,
            Callback callback,
            Optional<RequestTargets.Target> target,
            byte[] body) {
        try {
            if (target.isEmpty()) {
                errors.write(request, response, HttpStatus.NOT_FOUND_404, callback);
                return;
            }
            application.handle(containerRequest(
                    request, target.get(), body, new BufferedResponseWriter(request, response, callback)));
        } catch (RuntimeException | Error e) {
            // Nobody above would answer or tell: when a body came in pieces, this runs in a callback of the network.
            LOG.log(System.Logger.Level.ERROR, "a request could not be handled", e);
            failures.accept(e);
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    private ContainerRequest containerRequest(
            Request request, RequestTargets.Target target, byte[] body, BufferedResponseWriter answer) {
        ContainerRequest inbound = new ContainerRequest(
                target.rooted().base(),
                target.request(),
                request.getMethod(),
                new Unauthenticated(request.getConnectionMetaData().isSecure()),
                new MapPropertiesDelegate(new HashMap<>(target.rooted().properties())),
                application.getConfiguration());
        for (HttpField field : request.getHeaders()) {
            inbound.header(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        inbound.setEntityStream(new ByteArrayInputStream(body));
        inbound.setProperty(JettyContainer.BODY, body);
        inbound.setProperty(JettyContainer.ADDRESS, Request.getRemoteAddr(request));
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

    /** Who calls is the application's business; the container only knows whether the connection is encrypted. */
    private record Unauthenticated(boolean isSecure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return null;
        }
    }
}
