package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.jetty.RootResolver;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/**
 * Whether a request was sent by a page of another site, or to a name that such a page may have made up.
 *
 * @param publicUrl that of the world it was sent to; null without one
 */
record CrossSiteCheck(RootResolver.Head head, String publicUrl) {

    /** Whether its {@code Origin} is another than that of this server, as the request or the public URL names it. */
    boolean isOrigin() {
        String origin = head.headers().apply("Origin");
        return origin != null && !origin.equals(head.origin()) && !origin.equals(publicUrl);
    }

    /** Whether its {@code Host} is none of loopback, {@code *.localhost} and the public URL's. */
    boolean isHost() {
        String named = head.headers().apply(HttpHeaders.HOST);
        String host = host(named == null ? head.authority() : named);
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
        return publicUrl == null ? null : host(publicUrl.replaceFirst("^https?://", ""));
    }

    private static String host(String authority) {
        return authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }
}
