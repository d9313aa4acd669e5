package dev.hubtwin.internal.jetty;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Decides where the application begins for one request, before Jersey sees it. */
@FunctionalInterface
public interface RootResolver {

    /** The whole server is the application: every path begins at {@code /}. */
    RootResolver AT_SLASH = (authority, scheme, rawPath) ->
            new Rooted(URI.create(scheme + "://" + authority + "/"), rawPath.substring(1), Map.of());

    /**
     * Splits a raw path into the application's base and the rest.
     *
     * @param authority what the request's {@code Host} header says ({@code api.github.com}, {@code localhost:8080}), or
     *     the bound address when that header is absent or no host; always fit for a URI
     * @param scheme {@code http} or {@code https}, as the connection is, whatever the request claims
     * @param rawPath the path as sent, not decoded and not normalized; begins with a slash and may hold anything else
     * @return never null
     * @throws IllegalArgumentException when there is nothing at this path; the client gets a 404
     */
    Rooted root(String authority, String scheme, String rawPath);

    /**
     * The longest body read at a path.
     *
     * @param rawPath as for {@link #root}
     * @param authorization what the request's header of that name says; null without one
     * @param usual what the server's limits say, in bytes
     */
    default int bodyBytes(String rawPath, String authorization, int usual) {
        return usual;
    }

    /**
     * Whether there is room for what a request may add. One for which there is none is answered 503, and its body is
     * not kept.
     *
     * @param rawPath as for {@link #root}
     */
    default boolean admits(String method, String rawPath) {
        return true;
    }

    /** What the container itself answers to a request that it refuses before the application sees it. */
    default Refused refused(Unserved request) {
        return new Refused(Map.of(), """
        {"message":"%s","documentation_url":"https://docs.github.com/rest","status":"%d"}""".formatted(request.reason(), request.status()));
    }

    /**
     * A request that is refused before the application sees it.
     *
     * @param method empty when the request is too broken to have one
     * @param rawPath as for {@link #root}, or a slash likewise
     * @param query raw; null without one
     * @param headers by names in lower case
     * @param nanos how long ago it began
     * @param reason the reason phrase of the status
     */
    record Unserved(
            String method,
            String rawPath,
            String query,
            Map<String, List<String>> headers,
            long nanos,
            int status,
            String reason) {}

    /** The headers and the JSON body of such an answer. */
    record Refused(Map<String, String> headers, String body) {}

    /**
     * One split path.
     *
     * @param base absolute, normalized, ends with a slash: {@code http://localhost:8080/api/v3/}
     * @param restOfPath what follows the base, raw, without the slash the base ends with; Jersey matches this
     * @param properties readable from then on as the request's properties
     */
    record Rooted(URI base, String restOfPath, Map<String, Object> properties) {}
}
