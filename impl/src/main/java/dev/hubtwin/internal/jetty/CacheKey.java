package dev.hubtwin.internal.jetty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/**
 * All that the answer to a plain {@code GET} depends on, beside the world. A request that brings anything else which
 * could make a difference has no key.
 *
 * @param target path and query as they came
 * @param isSecure whether the connection is encrypted
 * @param host and the other headers as they came; all but the host are null where the request has none
 */
record CacheKey(
        String target,
        boolean isSecure,
        String host,
        String authorization,
        String accept,
        String acceptEncoding,
        String ifNoneMatch,
        String version) {

    private static final String VERSION = "X-GitHub-Api-Version";
    private static final List<String> OTHERS_THAT_MATTER = List.of("If-", "X-GitHub-", "X-HTTP-");
    private static final long BYTES = 100;

    /** The key of a request; empty if it is not a plain {@code GET}. */
    static Optional<CacheKey> of(Request request) {
        if (!HttpMethod.GET.is(request.getMethod())
                || request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
            return Optional.empty();
        }
        Reader headers = new Reader();
        for (HttpField field : request.getHeaders()) {
            if (!headers.take(field)) {
                return Optional.empty();
            }
        }
        return headers.key(request);
    }

    /** Returns about how many bytes it takes. */
    long bytes() {
        return BYTES
                + length(target)
                + length(host)
                + length(authorization)
                + length(accept)
                + length(acceptEncoding)
                + length(ifNoneMatch);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /** The headers that are part of a key, or without which there is none. */
    private enum Part {
        HOST,
        AGENT,
        AUTHORIZATION,
        ACCEPT,
        ACCEPT_ENCODING,
        IF_NONE_MATCH,
        VERSION
    }

    /** Sorts the headers of a request. */
    private static final class Reader {

        private final Map<Part, String> parts = new EnumMap<>(Part.class);

        /** Takes a header in; false if its answer is nobody else's. */
        boolean take(HttpField field) {
            return field.getHeader() == null ? takeOther(field) : takeKnown(field.getHeader(), field.getValue());
        }

        private boolean takeKnown(HttpHeader header, String value) {
            return switch (header) {
                case HOST -> isFirst(Part.HOST, value);
                case USER_AGENT -> isFirst(Part.AGENT, value);
                case AUTHORIZATION -> isFirst(Part.AUTHORIZATION, value);
                case ACCEPT -> isFirst(Part.ACCEPT, value);
                case ACCEPT_ENCODING -> isFirst(Part.ACCEPT_ENCODING, value);
                case IF_NONE_MATCH -> isFirst(Part.IF_NONE_MATCH, value);
                case CONNECTION -> HttpHeaderValue.KEEP_ALIVE.is(value);
                case ORIGIN,
                        RANGE,
                        IF_MATCH,
                        IF_MODIFIED_SINCE,
                        IF_UNMODIFIED_SINCE,
                        IF_RANGE,
                        EXPECT,
                        UPGRADE,
                        CONTENT_LENGTH,
                        CONTENT_ENCODING,
                        TRANSFER_ENCODING -> false;
                default -> true;
            };
        }

        private boolean takeOther(HttpField field) {
            String name = field.getName();
            if (VERSION.equalsIgnoreCase(name)) {
                return isFirst(Part.VERSION, field.getValue());
            }
            return OTHERS_THAT_MATTER.stream()
                    .noneMatch(start -> name.regionMatches(true, 0, start, 0, start.length()));
        }

        /** A header that comes twice is read by the application. */
        private boolean isFirst(Part part, String value) {
            return value != null && parts.put(part, value) == null;
        }

        private Optional<CacheKey> key(Request request) {
            String agent = parts.get(Part.AGENT);
            if (!parts.containsKey(Part.HOST) || agent == null || agent.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new CacheKey(
                    request.getHttpURI().getPathQuery(),
                    request.getConnectionMetaData().isSecure(),
                    parts.get(Part.HOST),
                    parts.get(Part.AUTHORIZATION),
                    parts.get(Part.ACCEPT),
                    parts.get(Part.ACCEPT_ENCODING),
                    parts.get(Part.IF_NONE_MATCH),
                    parts.get(Part.VERSION)));
        }
    }
}
