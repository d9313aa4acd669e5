package dev.hubtwin.internal.jetty;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Decides where the application begins for one request, before Jersey sees it. */
@FunctionalInterface
public interface RootResolver {

    /** The whole server is the application: every path begins at {@code /}. */
    RootResolver AT_SLASH =
            head -> new Rooted(URI.create(head.origin() + "/"), head.rawPath().substring(1), Map.of());

    /**
     * Splits a raw path into the application's base and the rest, and says how much of the body is to be read.
     *
     * @return never null
     * @throws IllegalArgumentException when there is nothing at this path; the client gets a 404
     */
    Rooted root(Head head);

    /**
     * Whether there is room for what a request may add. One for which there is none is answered 503, and its body is
     * not kept.
     *
     * @param rawPath as in {@link Head}
     */
    default boolean admits(String method, String rawPath) {
        return true;
    }

    /**
     * Whether this process lets a request to nobody, whoever serves what it asks for.
     *
     * @param rawPath as in {@link Head}, and so the headers
     */
    default boolean isBarred(String method, String rawPath, UnaryOperator<String> headers) {
        return false;
    }

    /** Whether a path is about this process, and not about what it serves: no other process can answer it. */
    default boolean isOfProcess(String rawPath) {
        return false;
    }

    /**
     * Where responses to what is addressed so are stored.
     *
     * @param authority as the {@code Host} header says it, whatever that is
     * @param rawPath as in {@link Head}
     * @return empty if none are
     */
    default Optional<ResponseStore> responses(String authority, String rawPath) {
        return Optional.empty();
    }

    /** What the container itself answers to a request that it refuses before the application sees it. */
    default Refused refused(Unserved request) {
        return new Refused(Map.of(), """
        {"message":"%s","documentation_url":"https://docs.github.com/rest","status":"%d"}""".formatted(request.reason(), request.status()));
    }

    /**
     * What is known of a request before its body is read.
     *
     * @param authority what the request's {@code Host} header says ({@code api.github.com}, {@code localhost:8080}), or
     *     the bound address when that header is absent or no host; always fit for a URI
     * @param scheme {@code http} or {@code https}, as the connection is, whatever the request claims
     * @param rawPath the path as sent, not decoded and not normalized; begins with a slash and may hold anything else
     * @param headers gives the value of a header, whatever the case of its name; null without one
     */
    record Head(String method, String authority, String scheme, String rawPath, UnaryOperator<String> headers) {

        /** Scheme and authority, as browsers write them into {@code Origin}. */
        public String origin() {
            return scheme + "://" + authority;
        }
    }

    /**
     * A request that is refused before the application sees it.
     *
     * @param method empty when the request is too broken to have one
     * @param rawPath as in {@link Head}, or a slash likewise
     * @param query raw; null without one
     * @param headers by names in lower case
     * @param nanos how long ago it began
     * @param reason what the client is told: the reason phrase of the status, or a sentence
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
     * @param body what is read of the body
     * @param turn when the application works on the request
     */
    record Rooted(URI base, String restOfPath, Map<String, Object> properties, Body body, Turn turn) {

        /** A path whose body is read within the limits of the server. */
        public Rooted(URI base, String restOfPath, Map<String, Object> properties) {
            this(base, restOfPath, properties, Body.USUAL, Turn.FREE);
        }
    }

    /**
     * What is read of a request's body.
     *
     * @param isRead false if the application refuses the request whatever its body is: it gets none, and the connection
     *     ends
     * @param most the longest that is read, in bytes; empty for what the server's limits say
     */
    record Body(boolean isRead, OptionalInt most) {

        /** As the limits of the server say. */
        public static final Body USUAL = new Body(true, OptionalInt.empty());

        /** Nothing. */
        public static final Body UNREAD = new Body(false, OptionalInt.empty());

        /** At most so many bytes. */
        public static Body upTo(int bytes) {
            return new Body(true, OptionalInt.of(bytes));
        }
    }
}
