package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.CallerDescriptions;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldAddress;
import dev.hubtwin.internal.jetty.JettyContainer;
import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.metrics.AnswerSource;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.traffic.CallerName;
import dev.hubtwin.internal.traffic.LoggedRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what arrived and what is answered, but for the twin's own operations, and counts it. Masking waits until
 * somebody looks.
 */
@Priority(RequestLogFilter.PRIORITY)
public final class RequestLogFilter implements ContainerResponseFilter {

    /** After all that makes the answer, and before it is compressed. */
    static final int PRIORITY = 600;

    private static final byte[] NOTHING = {};
    private static final List<String> HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            "Link",
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            "X-GitHub-Request-Id",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "X-RateLimit-Used");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext exchange = RequestContext.of(request);
        TwinRootResolver.Sent sent = TwinRootResolver.sent(request);
        if (sent.address().isControl()
                || exchange.operation().filter(Operation::isOwn).isPresent()) {
            return;
        }
        LoggedRequest.Arrival arrival = arrival(exchange, request);
        LoggedRequest.Outcome outcome = outcome(exchange, response);
        CallerName caller = CallerDescriptions.of(exchange.world(), exchange.caller());
        LoggedRequest.Refused refusal = exchange.progress().refusal();
        LoggedRequest logged = new LoggedRequest(0, arrival, caller, outcome, refusal);
        count(exchange.server(), logged, AnswerSource.APPLICATION);
        exchange.progress().logged(logged);
        exchange.runtime().requests().add(logged::numbered);
    }

    /** Counts a request, unless it was answered long ago and is only done again. */
    static void count(ServerContext server, LoggedRequest logged, AnswerSource source) {
        LoggedRequest.Outcome outcome = logged.outcome();
        if (!Recording.isAgain()) {
            server.metrics()
                    .requests()
                    .series(outcome.operation(), logged.arrival().method(), outcome.status(), source)
                    .add(outcome.nanos());
        }
    }

    /** Keeps a request that the container refused. */
    static void keepUnserved(
            ServerContext server,
            HostedWorld hosted,
            WorldAddress address,
            RootResolver.Unserved request,
            RootResolver.Refused refused) {
        Instant system = server.clock().instant();
        Instant now = hosted.store().now().settings().clock().at(system);
        List<String> host = request.headers().get("host");
        LoggedRequest.Arrival arrival = new LoggedRequest.Arrival(
                now,
                system,
                hosted.name(),
                address.dialect().name(),
                host == null ? null : host.get(0),
                request.method(),
                "/" + address.rest(),
                request.query(),
                request.headers(),
                NOTHING);
        byte[] body = refused.body().getBytes(StandardCharsets.UTF_8);
        LoggedRequest.Outcome outcome =
                new LoggedRequest.Outcome(null, request.status(), Map.of(), body, request.nanos(), null);
        CallerName caller = CallerDescriptions.of(hosted.store().now(), Caller.ANONYMOUS);
        LoggedRequest.Refused refusal = new LoggedRequest.Refused(PipelineStage.TRANSPORT.word(), request.reason());
        LoggedRequest logged = new LoggedRequest(0, arrival, caller, outcome, refusal);
        count(server, logged, AnswerSource.CONTAINER);
        hosted.runtime().requests().add(logged::numbered);
    }

    private static LoggedRequest.Arrival arrival(RequestContext exchange, ContainerRequestContext request) {
        return new LoggedRequest.Arrival(
                exchange.now(),
                exchange.system(),
                exchange.hostedWorld().name(),
                exchange.links().dialect().name(),
                request.getHeaderString(HttpHeaders.HOST),
                request.getMethod(),
                exchange.path(),
                exchange.query(),
                asTheyCame(request.getHeaders(), exchange.accept(), exchange.contentType()),
                start(request.getProperty(JettyContainer.BODY)));
    }

    /** Routing took what the request accepts and sends out of the headers. */
    static Map<String, List<String>> asTheyCame(Map<String, List<String>> headers, String accept, String contentType) {
        Map<String, List<String>> came = new LinkedHashMap<>(headers);
        came.keySet().removeIf(HttpHeaders.ACCEPT::equalsIgnoreCase);
        came.keySet().removeIf(HttpHeaders.CONTENT_TYPE::equalsIgnoreCase);
        put(came, HttpHeaders.ACCEPT, accept);
        put(came, HttpHeaders.CONTENT_TYPE, contentType);
        return came;
    }

    private static void put(Map<String, List<String>> headers, String name, String value) {
        if (value != null) {
            headers.put(name, List.of(value));
        }
    }

    private static LoggedRequest.Outcome outcome(RequestContext exchange, ContainerResponseContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            Object value = response.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value.toString());
            }
        }
        Optional<ArmedFault> struck = Optional.ofNullable(exchange.progress().fault());
        boolean unanswered =
                struck.filter(armed -> armed.fault().effect().before()).isPresent();
        long delay = struck.map(
                        armed -> armed.fault().effect().delivery().delay().toNanos())
                .orElse(0L);
        return new LoggedRequest.Outcome(
                exchange.operation().map(Operation::id).orElse(null),
                unanswered ? null : response.getStatus(),
                unanswered ? Map.of() : headers,
                start(response.getEntity()),
                exchange.progress().elapsed() + delay,
                struck.map(ArmedFault::id).orElse(null));
    }

    /** What is kept of a body: all of it, or a copy, so that nothing long is held for its beginning. */
    private static byte[] start(Object body) {
        byte[] bytes = body instanceof byte[] whole ? whole : NOTHING;
        return bytes.length <= LoggedRequest.BODY ? bytes : Arrays.copyOf(bytes, LoggedRequest.BODY);
    }
}
