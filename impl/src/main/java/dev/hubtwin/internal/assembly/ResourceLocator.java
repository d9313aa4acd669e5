package dev.hubtwin.internal.assembly;

import dev.hubtwin.internal.exchange.RequestContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/**
 * Leads Jersey to the resource of the operation that a request means: among the few paths of that one it finds the
 * method much sooner than among those of all.
 */
@Singleton
@Path("/")
public final class ResourceLocator {

    /** The resource, of which Jersey makes an instance for the request. */
    @Path("/")
    public Class<?> resource(@Context ContainerRequestContext request) {
        return Application.served()
                .resource(RequestContext.of(request).operation().orElseThrow());
    }
}
