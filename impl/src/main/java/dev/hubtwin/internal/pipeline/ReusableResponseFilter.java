package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.cache.CachedResponse;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.jetty.Reusable;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Lets the container give an answer again without asking for it, once it has been asked for twice while its world
 * stayed the same. A JSON web token is judged each time.
 */
@Priority(ReusableResponseFilter.PRIORITY)
public final class ReusableResponseFilter implements ContainerResponseFilter {

    /** The last: the answer is whole. */
    static final int PRIORITY = 400;

    private static final byte[] NOTHING = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext exchange = RequestContext.of(request);
        if (!CacheLookupFilter.isRepeated(request)
                || exchange.progress().fault() != null
                || exchange.caller().kind() == CredentialKind.APP) {
            return;
        }
        CachedResponse kept = CacheLookupFilter.of(request);
        byte[] body = response.getEntity() instanceof byte[] whole ? whole : NOTHING;
        request.setProperty(
                Reusable.PROPERTY,
                new Reusable(
                        exchange.runtime().stored(), body, WorldFreshness.of(exchange, kept, response.getStatus())));
    }
}
