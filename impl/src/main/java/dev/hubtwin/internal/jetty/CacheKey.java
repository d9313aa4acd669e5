package dev.hubtwin.internal.jetty;

import java.util.List;
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

    /** Sorts the headers of a request. */
    private static final class Reader {

        private String host;
        private String agent;
        private String authorization;
        private String accept;
        private String acceptEncoding;
        private String ifNoneMatch;
        private String version;

        /** Takes a header in; false if its answer is nobody else's. */
        boolean take(HttpField field) {
            return field.getHeader() == null ? takeOther(field) : takeKnown(field.getHeader(), field);
        }

        private boolean takeKnown(HttpHeader header, HttpField field) {
            String value = field.getValue();
            return switch (header) {
                case HOST -> isFirst(host, host = value);
                case USER_AGENT -> isFirst(agent, agent = value);
                case AUTHORIZATION -> isFirst(authorization, authorization = value);
                case ACCEPT -> isFirst(accept, accept = value);
                case ACCEPT_ENCODING -> isFirst(acceptEncoding, acceptEncoding = value);
                case IF_NONE_MATCH -> isFirst(ifNoneMatch, ifNoneMatch = value);
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
                return isFirst(version, version = field.getValue());
            }
            return OTHERS_THAT_MATTER.stream()
                    .noneMatch(start -> name.regionMatches(true, 0, start, 0, start.length()));
        }

        /** A header that comes twice is read by the application. */
        private static boolean isFirst(String before, String value) {
            return before == null && value != null;
        }

        private Optional<CacheKey> key(Request request) {
            if (host == null || agent == null || agent.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new CacheKey(
                    request.getHttpURI().getPathQuery(),
                    request.getConnectionMetaData().isSecure(),
                    host,
                    authorization,
                    accept,
                    acceptEncoding,
                    ifNoneMatch,
                    version));
        }
    }
}
