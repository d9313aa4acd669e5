package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Guards the control API. A server on loopback asks for no credential, but takes nothing that a foreign web page could
 * send: no {@code Origin} but its own, no {@code Host} but loopback, {@code *.localhost} and the public URL's.
 * Elsewhere it demands the control token.
 */
@PreMatching
@Priority(FilterPriorities.CONTROL)
public final class ControlApiGuard implements ContainerRequestFilter {

    /**
     * The control token of a server.
     *
     * @param text what callers must present; empty on loopback
     */
    public record Token(Optional<String> text) {

        private static final String SCHEME = "Bearer ";

        /** Whether an {@code Authorization} header, which may be null, presents it; always, if nothing is demanded. */
        boolean isIn(String header) {
            return text.isEmpty()
                    || header != null
                            && header.trim().startsWith(SCHEME)
                            && admits(header.trim().substring(SCHEME.length()));
        }

        /** Whether {@code given} is what callers must present, if they must; says so in constant time. */
        public boolean admits(String given) {
            return text.isEmpty()
                    || given != null
                            && MessageDigest.isEqual(
                                    text.get().getBytes(StandardCharsets.UTF_8),
                                    given.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.of(request);
        if (!exchange.operation().orElseThrow().isControl()) {
            return;
        }
        Token token = exchange.site().controlToken();
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
