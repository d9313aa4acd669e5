package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.AccessPolicy.Reason;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.OAuthScopes;
import dev.hubtwin.internal.exchange.PathAuthorizer;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Judges kind, scope and permission of the credential, then existence and role, all as the contract says. */
@PreMatching
@Priority(FilterPriorities.ACCESS)
public final class AuthorizationFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.at(PipelineStage.ACCESS, request);
        AccessPolicy access = exchange.operation().orElseThrow().access();
        Caller caller = exchange.caller();
        if (!access.kinds().contains(caller.kind())) {
            throw access.refusal(caller.kind());
        }
        PathEntities named = exchange.named();
        if (caller.kind().hasScopes() && !OAuthScopes.suffice(caller.scopes(), access.requiredScopes())) {
            throw withoutScope(caller, access, named);
        }
        if (caller.kind().hasPermissions() && !PathAuthorizer.isPermitted(named, caller, access)) {
            throw access.refusal(Reason.PERMISSION, caller.kind());
        }
        PathAuthorizer.require(named, caller, exchange.operation().orElseThrow());
    }

    /** A scope that is accepted and not enough lets in, but not as one who has the role (R76). */
    private static ApiException withoutScope(Caller caller, AccessPolicy access, PathEntities named) {
        return access.role().isPresent() && OAuthScopes.suffice(caller.scopes(), access.acceptedScopes())
                ? PathAuthorizer.withoutRole(named, caller, access)
                : access.refusal(Reason.SCOPE, caller.kind());
    }
}
