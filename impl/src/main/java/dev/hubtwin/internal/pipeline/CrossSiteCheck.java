package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;

/** Whether a request was sent by a page of another site, or to a name that such a page may have made up. */
record CrossSiteCheck(ContainerRequestContext request, RequestContext exchange) {

    /** Whether its {@code Origin} is another than that of this server, as the request or the public URL names it. */
    boolean isOrigin() {
        URI base = request.getUriInfo().getBaseUri();
        String origin = request.getHeaderString("Origin");
        return origin != null
                && !origin.equals(base.getScheme() + "://" + base.getAuthority())
                && !origin.equals(exchange.world().settings().publicUrl());
    }

    /** Whether its {@code Host} is none of loopback, {@code *.localhost} and the public URL's. */
    boolean isHost() {
        String named = request.getHeaderString(HttpHeaders.HOST);
        String host = named == null ? request.getUriInfo().getBaseUri().getHost() : host(named);
        return !isLocal(host) && !host.equals(publicHost());
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private String publicHost() {
        String url = exchange.world().settings().publicUrl();
        return url == null ? null : host(url.replaceFirst("^https?://", ""));
    }

    private static String host(String authority) {
        return authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }
}
