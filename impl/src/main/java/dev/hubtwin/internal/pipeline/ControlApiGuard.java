package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Guards the control API. A server on loopback asks for no credential, but takes nothing that a foreign web page could
 * send: no {@code Origin} but its own, no {@code Host} but loopback, {@code *.localhost} and the public URL's.
 * Elsewhere it demands the control token.
 */
final class ControlApiGuard {

    private ControlApiGuard() {}

    /** The refusal of a request to the control API; empty if it is taken. */
    static Optional<ApiException> refusal(RootResolver.Head head, CrossSiteCheck foreign, ControlToken token) {
        if (!token.isIn(head.headers().apply(HttpHeaders.AUTHORIZATION))) {
            return refuse(401, "The control API of this server takes its control token, as a Bearer credential.");
        }
        if (token.text().isPresent()) {
            return Optional.empty();
        }
        if (foreign.isOrigin()) {
            return refuse(403, "The control API takes no request from a page of another origin.");
        }
        return foreign.isHost()
                ? refuse(403, "The control API takes no request for a foreign host name.")
                : Optional.empty();
    }

    private static Optional<ApiException> refuse(int status, String why) {
        return Optional.of(ApiException.of(status, why));
    }
}
