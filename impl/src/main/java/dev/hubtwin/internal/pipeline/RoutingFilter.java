package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * The first step of every request: which world, which operation. A request that means none, or one not served, is a
 * 404. Jersey matches the path once more, among those of one resource, for the method that serves it; both stay, for
 * every step before Jersey's match depends on the operation, and finding it takes about two microseconds of a request
 * ({@code RoutingBench}).
 */
@PreMatching
@Priority(FilterPriorities.ROUTING)
public final class RoutingFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        TwinRootResolver.Sent sent = TwinRootResolver.sent(request);
        Optional<ApiDescription.Match> match = sent.match();
        HostedWorld hosted = sent.world().orElse(sent.server().worlds().main());
        new RequestContext(sent.server(), hosted, sent.links(), request, match).begin(request);
        if (sent.world().isEmpty()) {
            throw ApiException.of(
                    404, "There is no world \"" + sent.address().world().orElseThrow() + "\".");
        }
        if (match.isEmpty()) {
            throw ApiException.noRoute();
        }
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            request.abortWith(CorsPreflight.answer(match.get().operation()));
            return;
        }
        ignoreMediaTypes(request, match.get().operation());
    }

    /**
     * Neither header is ever enforced (decisions); Jersey would refuse what it cannot read, past every mapper, and
     * takes anything where a request says nothing. What is sent to a page is a form, else JSON.
     */
    private static void ignoreMediaTypes(ContainerRequestContext request, Operation operation) {
        String sent = operation.isPage() ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON;
        request.getHeaders().remove(HttpHeaders.ACCEPT);
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, sent);
    }
}
