package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.rest.PercentDecoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a webhook is delivered: a URL in its parts.
 *
 * @param scheme {@code http} or {@code https}
 * @param userInfo what stands before the at sign, as it is written; null without one
 * @param host a name or an address, without brackets
 * @param port the scheme's own if none is written
 * @param path the raw path and query, at least a slash
 */
public record WebhookUrl(String scheme, String userInfo, String host, int port, String path) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:([^@]*)@)?(?:\\[([0-9A-Fa-f:.]+)\\]|([A-Za-z0-9._-]+))(?::([0-9]{1,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * The parts of a URL; empty if nothing can be delivered to it (R110). Names may have underscores, as in containers.
     */
    public static Optional<WebhookUrl> of(String url) {
        try {
            URI uri = new URI(url);
            Matcher authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plain = url.chars().allMatch(character -> character < 128);
            return plain && scheme.matches("https?") && authority.matches()
                    ? of(scheme, authority, uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<WebhookUrl> of(String scheme, Matcher authority, URI uri) {
        int port =
                authority.group(4) == null ? (scheme.equals("https") ? 443 : 80) : Integer.parseInt(authority.group(4));
        String host = authority.group(2) == null ? authority.group(3) : authority.group(2);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return port < 1 || port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new WebhookUrl(
                        scheme,
                        authority.group(1),
                        host,
                        port,
                        uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** User-info as it is meant; null without it. */
    public String credential() {
        return userInfo == null ? null : PercentDecoding.segment(userInfo);
    }

    /** Host and port as a request names them. */
    String authority() {
        boolean usual = port == (isSecure() ? 443 : 80);
        return (host.contains(":") ? "[" + host + "]" : host) + (usual ? "" : ":" + port);
    }
}
