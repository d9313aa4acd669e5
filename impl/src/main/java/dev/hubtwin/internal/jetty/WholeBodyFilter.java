package dev.hubtwin.internal.jetty;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.glassfish.jersey.server.ContainerResponse;

/**
 * Takes a body that is bytes already, or writes itself, past Jersey's writers, which would copy it twice, and tell
 * nobody anything about it.
 */
@Priority(Integer.MIN_VALUE) // the last, for response filters run in descending order
final class WholeBodyFilter implements ContainerResponseFilter {

    private static final String PROPERTY = WholeBodyFilter.class.getName();

    /** Returns the bytes that were taken out of a response; null if none were. */
    static byte[] bodyOf(ContainerResponse response) {
        return taken(response) instanceof byte[] body ? body : null;
    }

    /** Returns the body that was taken out of a response and writes itself; null if none was. */
    static StreamedBody streamOf(ContainerResponse response) {
        return taken(response) instanceof StreamedBody body ? body : null;
    }

    private static Object taken(ContainerResponse response) {
        return response.getRequestContext().getProperty(PROPERTY);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object body = response.getEntity();
        if (body instanceof byte[] || body instanceof StreamedBody) {
            request.setProperty(PROPERTY, body);
            response.setEntity(null);
        }
    }
}
