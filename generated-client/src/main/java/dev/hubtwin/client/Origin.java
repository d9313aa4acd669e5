package dev.hubtwin.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A server, as a credential is for one: scheme, host and port. */
record Origin(String scheme, String host, int port) {

    static Origin of(URI uri) {
        String scheme = text(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, text(uri.getHost()), port);
    }

    /** Returns where a header leads from a request; empty if that is not a place on the web. */
    static Optional<URI> resolve(URI from, String location) {
        try {
            URI there = from.resolve(location);
            return there.getHost() != null && text(there.getScheme()).matches("https?")
                    ? Optional.of(there)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
