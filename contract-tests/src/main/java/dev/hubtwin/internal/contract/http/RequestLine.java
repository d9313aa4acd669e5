package dev.hubtwin.internal.contract.http;

import java.net.URI;

/** What was requested. */
public record RequestLine(String method, URI uri) {

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
