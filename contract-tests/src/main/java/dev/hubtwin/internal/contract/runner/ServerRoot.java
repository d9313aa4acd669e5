package dev.hubtwin.internal.contract.runner;

import java.net.URI;
import java.util.Locale;

/** The root of a server, as somebody writes it. */
public final class ServerRoot {

    private ServerRoot() {}

    /**
     * Returns a root without a slash at its end.
     *
     * @throws IllegalArgumentException if the text is none; no credential in it is repeated
     */
    public static URI of(String text) {
        String root = text.replaceFirst("/+$", "");
        if (!root.matches("(?i)https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException("baseUrl takes a root such as https://github.example.com/api/v3, not '"
                    + text.replaceFirst("//[^/]*@", "//…@") + "'");
        }
        try {
            URI parsed = URI.create(root);
            return URI.create(root.replaceFirst("^[^:]+", parsed.getScheme().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("baseUrl '" + text + "' is not a URL", e);
        }
    }
}
