package dev.hubtwin.internal.jetty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/** What a request is addressed to, as URIs Jersey can work with. */
record RequestTargets(RootResolver roots) {

    private static final Pattern HOST = Pattern.compile("([\\w.~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    /** @param request absolute, begins with the base */
    record Target(RootResolver.Rooted rooted, URI request) {

        /** Whether all that leads here stands in a key: a host that is none is answered as the local address. */
        boolean isFor(CacheKey key) {
            return rooted.base().getRawAuthority().equals(key.host());
        }
    }

    /** Base and URI of the request; empty when its path is none, which the client is told with a 404. */
    Optional<Target> of(Request request) {
        String path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(split(request, path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Target split(Request request, String path) {
        String scheme = request.getConnectionMetaData().isSecure() ? "https" : "http";
        RootResolver.Rooted rooted = roots.root(new RootResolver.Head(
                request.getMethod(), authority(request), scheme, path, request.getHeaders()::get));
        return new Target(
                rooted,
                uri(rooted.base() + rooted.restOfPath(), request.getHttpURI().getQuery()));
    }

    /** Whether there is room for what the request may add to. */
    boolean admits(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null || roots.admits(request.getMethod(), path);
    }

    private static String authority(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host != null && HOST.matcher(host).matches() && isAddress(host)) {
            return host;
        }
        return new HostPort(Request.getLocalAddr(request), Request.getLocalPort(request)).toString();
    }

    /** A name is good as it is; what stands in brackets must be an IPv6 address. */
    private static boolean isAddress(String host) {
        try {
            return host.charAt(0) != '[' || new URI("http://" + host).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** GitHub takes any query, so what a URI may not hold is escaped there; in a path it names nothing. */
    private static URI uri(String path, String query) {
        if (query == null) {
            return URI.create(path);
        }
        try {
            return new URI(path + "?" + query);
        } catch (URISyntaxException e) {
            return URI.create(path + "?" + escape(query));
        }
    }

    private static String escape(String query) {
        StringBuilder legal = new StringBuilder(query.length() + 16);
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            boolean bad = c == '%' ? !isEscape(query, i) : "\"<>\\^`{|}".indexOf(c) >= 0 || c <= ' ' || c == 127;
            if (bad) {
                legal.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                legal.append(c);
            }
        }
        return legal.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
