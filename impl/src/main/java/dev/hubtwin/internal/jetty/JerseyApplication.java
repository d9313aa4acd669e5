package dev.hubtwin.internal.jetty;

import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;

/**
 * A Jersey application, ready to serve. Making it is most of what it takes to start a server, so it is made once and
 * then serves any number of containers, one after the other or at the same time.
 */
public final class JerseyApplication {

    private final ApplicationHandler handler;

    /**
     * Makes it.
     *
     * @param config belongs to this from here on
     * @param limits those of the containers
     */
    public JerseyApplication(ResourceConfig config, HttpLimits limits) {
        // A HEAD is measured in a buffer of this size; what exceeds it goes without Content-Length.
        config.property(CommonProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, limits.bodyBytes());
        handler = new ApplicationHandler(
                config.register(new EntityFailureInterceptor()).register(new WholeBodyFilter()));
    }

    ApplicationHandler handler() {
        return handler;
    }

    /**
     * A request as a container once took it.
     *
     * @param query as it was sent; null without one
     * @param isSecure whether it came over TLS
     * @param address of who sent it
     * @param headers by their names as they came
     */
    public record Replayed(
            String method,
            String query,
            boolean isSecure,
            String address,
            Map<String, List<String>> headers,
            byte[] body) {}

    /**
     * Works once more on a request that was answered, on this thread.
     *
     * @return the status of the answer, which nobody sees
     */
    public int replay(RootResolver.Rooted rooted, Replayed replayed) {
        String target = rooted.base() + rooted.restOfPath();
        URI uri = URI.create(replayed.query() == null ? target : target + "?" + replayed.query());
        ContainerRequest inbound =
                request(rooted, uri, replayed.method(), replayed.isSecure(), replayed.address(), replayed.body());
        replayed.headers().forEach((name, values) -> values.forEach(value -> inbound.header(name, value)));
        UnseenResponse unseen = new UnseenResponse();
        inbound.setWriter(unseen);
        handler.handle(inbound);
        return unseen.status();
    }

    /** A request without headers, and without anything to answer to. */
    ContainerRequest request(
            RootResolver.Rooted rooted, URI uri, String method, boolean isSecure, String address, byte[] body) {
        ContainerRequest inbound = new ContainerRequest(
                rooted.base(),
                uri,
                method,
                new Unauthenticated(isSecure),
                new MapPropertiesDelegate(new HashMap<>(rooted.properties())),
                handler.getConfiguration());
        inbound.setEntityStream(new ByteArrayInputStream(body));
        inbound.setProperty(JettyContainer.BODY, body);
        inbound.setProperty(JettyContainer.ADDRESS, address);
        return inbound;
    }

    /** Ends it, when none of the containers serves any more. */
    void end(Container container) {
        handler.onShutdown(container);
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
