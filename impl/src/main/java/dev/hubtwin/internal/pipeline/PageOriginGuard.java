package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Set;

/**
 * Guards the pages, which act for whoever is signed in. Any site may send a manifest to be looked at; what changes
 * something comes from a page of this server. On loopback there is no {@code Host} but what the control API takes, or a
 * site could call itself this server and read its pages; elsewhere their forms ask for the control token.
 */
@PreMatching
@Priority(FilterPriorities.CONTROL)
public final class PageOriginGuard implements ContainerRequestFilter {

    private static final Set<String> FROM_ANYWHERE = Set.of("pages/review-app", "pages/review-organization-app");

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.of(request);
        Operation operation = exchange.operation().orElseThrow();
        if (!operation.isPage()) {
            return;
        }
        CrossSiteCheck foreign = new CrossSiteCheck(request, exchange);
        if (foreign.isOrigin() && !FROM_ANYWHERE.contains(operation.id())) {
            throw ApiException.of(403, "This form was sent from a page of another site.");
        }
        if (exchange.server().controlToken().text().isEmpty() && foreign.isHost()) {
            throw ApiException.of(
                    403, "This server is on loopback and goes by no such name; --public-url gives it one.");
        }
    }
}
