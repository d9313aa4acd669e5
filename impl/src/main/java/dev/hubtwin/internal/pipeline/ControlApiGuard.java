package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Guards the control API. A server on loopback asks for no credential, but takes nothing that a foreign web page could
 * send: no {@code Origin} but its own, no {@code Host} but loopback, {@code *.localhost} and the public URL's.
 * Elsewhere it demands the control token.
 */
@PreMatching
@Priority(FilterPriorities.CONTROL)
public final class ControlApiGuard implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.of(request);
        if (!exchange.operation().orElseThrow().isControl()) {
            return;
        }
        ControlToken token = exchange.server().controlToken();
        if (!token.isIn(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw ApiException.of(
                    401, "The control API of this server takes its control token, as a Bearer credential.");
        }
        if (token.text().isEmpty()) {
            refuseForeign(request, exchange);
        }
    }

    private static void refuseForeign(ContainerRequestContext request, RequestContext exchange) {
        CrossSiteCheck foreign = new CrossSiteCheck(request, exchange);
        if (foreign.isOrigin()) {
            throw ApiException.of(403, "The control API takes no request from a page of another origin.");
        }
        if (foreign.isHost()) {
            throw ApiException.of(403, "The control API takes no request for a foreign host name.");
        }
    }
}
