package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.world.app.OAuthClient;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where the browsers of an app's users may be sent. */
final class RedirectUris {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int LONGEST = 2_048;

    private RedirectUris() {}

    /** The address that is meant where none is named; empty if the app has none, nor a site. */
    static Optional<String> first(OAuthClient client) {
        return client.callbacks().stream()
                .findFirst()
                .or(() -> Optional.ofNullable(client.url()))
                .flatMap(HttpUrls::read);
    }

    /**
     * The address that an app names, if it may.
     *
     * @param named null or empty: the first of the app's own
     */
    static Optional<String> of(OAuthClient client, String named) {
        if (named == null || named.isEmpty()) {
            return first(client);
        }
        return HttpUrls.read(named)
                .filter(address -> address.length() <= LONGEST)
                .filter(address -> client.callbacks().isEmpty()
                        || client.callbacks().stream()
                                .flatMap(callback -> HttpUrls.read(callback).stream())
                                .anyMatch(callback -> admits(client, URI.create(callback), URI.create(address))));
    }

    /** A GitHub App names an address as it stands; an OAuth app also one below it, on a subdomain too. */
    private static boolean admits(OAuthClient client, URI callback, URI address) {
        boolean loopback = LOOPBACK.contains(callback.getHost());
        boolean samePort = loopback || port(callback) == port(address);
        if (!samePort || !callback.getScheme().equals(address.getScheme())) {
            return false;
        }
        if (client.app() != null) {
            return callback.getHost().equals(address.getHost())
                    && path(callback).equals(path(address));
        }
        boolean sameHost = address.getHost().equals(callback.getHost())
                || !loopback && address.getHost().endsWith("." + callback.getHost());
        String below = path(callback).endsWith("/") ? path(callback) : path(callback) + "/";
        return sameHost
                && (path(address).equals(path(callback))
                        || path(address.normalize()).startsWith(below));
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private static String path(URI address) {
        return address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    }
}
