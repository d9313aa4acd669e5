package dev.hubtwin.internal.jetty;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.glassfish.jersey.server.ContainerResponse;

/**
 * Takes a body that is bytes already past Jersey's writers, which would copy it twice, and tell nobody anything about
 * it.
 */
@Priority(Integer.MIN_VALUE) // the last, for response filters run in descending order
final class WholeBodyFilter implements ContainerResponseFilter {

    private static final String PROPERTY = WholeBodyFilter.class.getName();

    /** Returns the body that was taken out of a response; null if none was. */
    static byte[] bodyOf(ContainerResponse response) {
        return (byte[]) response.getRequestContext().getProperty(PROPERTY);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof byte[] body) {
            request.setProperty(PROPERTY, body);
            response.setEntity(null);
        }
    }
}
