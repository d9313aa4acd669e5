package dev.hubtwin.internal.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.api.strict.MemberViews;
import dev.hubtwin.internal.cache.CachedResponse;
import dev.hubtwin.internal.cache.ResponseCache;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.jetty.StreamedBody;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.EntityTag;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the body of an answer as JSON, names it by an {@code ETag}, and sends 304 instead when the caller has it
 * already.
 */
@Priority(JsonResponseFilter.PRIORITY)
public final class JsonResponseFilter implements ContainerResponseFilter {

    /** After the strict response has been unpacked: response filters run from the highest priority down. */
    static final int PRIORITY = 2000;

    private final ObjectWriter documented;
    private final Map<ApiVersion, ObjectWriter> versions;

    @Inject
    public JsonResponseFilter(ObjectMapper mapper) {
        documented = mapper.writerWithView(MemberViews.Documented.class);
        versions = new EnumMap<>(Map.of(
                ApiVersion._2022_11_28, mapper.writerWithView(MemberViews.Older.class),
                ApiVersion._2026_03_10, mapper.writerWithView(MemberViews.Newest.class)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<Operation> operation = RequestContext.of(request).operation();
        if (!response.hasEntity()) {
            typeNothing(operation, response);
            return;
        }
        CachedResponse kept = CacheLookupFilter.of(request);
        if (kept != null) {
            kept.headers().forEach(response.getHeaders()::putSingle);
        } else if (response.getEntity() instanceof byte[] || response.getEntity() instanceof StreamedBody) {
            return;
        } else {
            write(request, response);
        }
        response.getHeaders()
                .putSingle(HttpHeaders.CONTENT_TYPE, mediaType(operation, response.getStatus()) + "; charset=utf-8");
        if (response.getStatus() < 300) {
            operation.ifPresent(known -> name(known, request, response));
        }
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext exchange = RequestContext.of(request);
        byte[] body = bytes(response.getEntity(), exchange);
        if (response.getStatus() == 200
                && exchange.operation().filter(Operation::isKept).isPresent()) {
            Map<String, Object> headers = new HashMap<>();
            response.getHeaders()
                    .keySet()
                    .forEach(name -> headers.put(name, response.getHeaders().getFirst(name)));
            headers.remove(HttpHeaders.CONTENT_TYPE);
            ResponseCache answers = exchange.runtime().responses();
            CacheLookupFilter.answeredBy(
                    request,
                    answers.keep(CacheLookupFilter.key(exchange), exchange.world(), body, Map.copyOf(headers)));
        }
        response.setEntity(body);
    }

    /** A redirection says what it would be if it had a body; in GitHub's recordings without the space (R70). */
    private static void typeNothing(Optional<Operation> operation, ContainerResponseContext response) {
        String type = operation
                .map(known -> known.mediaTypes().get(response.getStatus()))
                .orElse("");
        if (!type.isEmpty()) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type + ";charset=utf-8");
        }
    }

    private static String mediaType(Optional<Operation> operation, int status) {
        return operation.map(known -> known.mediaTypes().get(status)).orElse(MediaType.APPLICATION_JSON);
    }

    private void name(Operation operation, ContainerRequestContext request, ContainerResponseContext response) {
        if (operation.isOwn() || operation.isRateLimit()) {
            return;
        }
        RequestContext exchange = RequestContext.of(request);
        CachedResponse kept = CacheLookupFilter.of(request);
        EntityTag tag =
                kept == null ? exchange.runtime().responses().draw(CacheLookupFilter.key(exchange)) : kept.tag();
        response.getHeaders().putSingle(HttpHeaders.ETAG, response.getStatus() == 201 ? tag.strong() : tag.weak());
        if (tag.isFresh(request, response)) {
            response.setStatus(304);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            exchange.notModified();
        }
    }

    /** A text or a stream is the body itself. */
    private byte[] bytes(Object entity, RequestContext exchange) {
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            if (entity instanceof InputStream stream) {
                try (stream) {
                    return stream.readAllBytes();
                }
            }
            ObjectWriter writer =
                    exchange.links().dialect() == Dialect.ENTERPRISE ? documented : versions.get(exchange.version());
            return writer.writeValueAsBytes(entity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
