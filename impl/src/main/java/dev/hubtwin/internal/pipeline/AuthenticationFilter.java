package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.CredentialResolver;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.token.Grant;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Finds out which credential a request came with (conventions, section 2). A credential that is unknown, expired or
 * revoked is refused on every operation, public ones too.
 */
@PreMatching
@Priority(FilterPriorities.CREDENTIAL)
public final class AuthenticationFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.at(PipelineStage.CREDENTIAL, request);
        Operation operation = exchange.operation().orElseThrow();
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || header.isBlank() || operation.isOwn()) {
            return;
        }
        CredentialResolver known = new CredentialResolver(exchange.world(), exchange.now(), exchange.system());
        Caller caller = known.caller(header.trim(), operation.access().isForAppsOnly());
        exchange.callerIs(caller);
        if (caller.grant() instanceof Grant.OfInstallation of && isSuspended(of, exchange.world())) {
            throw ApiException.installationSuspended();
        }
    }

    /** The tokens of a suspended installation are good for nothing while it is (R143). */
    private static boolean isSuspended(Grant.OfInstallation grant, World world) {
        return world.apps()
                .installations()
                .installation(grant.installationId())
                .filter(installation -> installation.suspension() != null)
                .isPresent();
    }
}
