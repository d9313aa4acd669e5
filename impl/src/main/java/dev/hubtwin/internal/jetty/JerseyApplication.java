package dev.hubtwin.internal.jetty;

import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ApplicationHandler;
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

    /** Ends it, when none of the containers serves any more. */
    void end(Container container) {
        handler.onShutdown(container);
    }
}
