package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.cache.CachedResponse;
import dev.hubtwin.internal.cache.ResponseCache;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

/**
 * The last step: a {@code GET} that nothing refuses is answered with what is kept, if the world has not changed since.
 */
@PreMatching
@Priority(FilterPriorities.KEPT)
public final class CacheLookupFilter implements ContainerRequestFilter {

    private static final String PROPERTY = CachedResponse.class.getName();
    private static final String AGAIN = PROPERTY + ".again";

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.of(request);
        Operation operation = exchange.operation().orElseThrow();
        if (operation.isKept() && !operation.isBesideWorld()) {
            exchange.runtime().responses().find(key(exchange), exchange.world()).ifPresent(kept -> {
                answeredBy(request, kept);
                request.setProperty(AGAIN, true);
                request.abortWith(Response.ok(kept.body()).build());
            });
        }
    }

    /** Under which key the answer to a request is kept. */
    static ResponseCache.Key key(RequestContext exchange) {
        return ResponseCache.Key.of(exchange.url(), exchange.accept(), exchange.version(), exchange.caller());
    }

    /** The kept answer that the request is answered with; null when it is none. */
    static CachedResponse of(ContainerRequestContext request) {
        return (CachedResponse) request.getProperty(PROPERTY);
    }

    /** Whether the request is answered with what was answered before. */
    static boolean isRepeated(ContainerRequestContext request) {
        return request.hasProperty(AGAIN);
    }

    static void answeredBy(ContainerRequestContext request, CachedResponse kept) {
        request.setProperty(PROPERTY, kept);
    }
}
