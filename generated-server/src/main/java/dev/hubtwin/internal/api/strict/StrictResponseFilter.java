package dev.hubtwin.internal.api.strict;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Turns a {@link StrictResponse} into status, headers and JSON; before all other filters, so that they see the outcome.
 */
@Provider
@Priority(Integer.MAX_VALUE) // response filters run in descending order
public final class StrictResponseFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof StrictResponse strict) {
            response.setStatus(strict.status());
            response.setEntity(strict.body(), response.getEntityAnnotations(), json());
            if (strict.body() == null) {
                response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            }
            strict.headers().forEach(response.getHeaders()::putSingle);
        }
    }

    private static MediaType json() {
        return MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8");
    }
}
