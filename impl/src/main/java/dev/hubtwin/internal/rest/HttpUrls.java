package dev.hubtwin.internal.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of other sites, as people and apps write them down. */
public final class HttpUrls {

    private static final Pattern SCHEME = Pattern.compile("https?:");

    private HttpUrls() {}

    /**
     * The address in ASCII, if a browser can be sent there: absolute, http or https.
     *
     * @param text null if there is none
     */
    public static Optional<String> read(String text) {
        try {
            URI address = URI.create(text == null ? "" : text);
            return address.getHost() != null && SCHEME.matcher(text).lookingAt()
                    ? Optional.of(address.toASCIIString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The site of an address that {@link #read} gave: its scheme, host and port. */
    public static String site(String address) {
        URI read = URI.create(address);
        String port = read.getPort() < 0 ? "" : ":" + read.getPort();
        return read.getScheme() + "://" + read.getHost() + port + "/";
    }

    /**
     * The address with one more parameter; a fragment stays at its end.
     *
     * @param value null: the address as it is
     */
    public static String with(String address, String name, String value) {
        if (value == null) {
            return address;
        }
        int hash = address.indexOf('#');
        String before = hash < 0 ? address : address.substring(0, hash);
        String after = hash < 0 ? "" : address.substring(hash);
        return before + (before.indexOf('?') < 0 ? "?" : "&") + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8) + after;
    }
}
