package dev.hubtwin.internal.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-decoding of what stands in a URL. */
public final class PercentDecoding {

    private PercentDecoding() {}

    /** A segment of a path, decoded; a plus stays a plus. Malformed escapes stay as they are. */
    public static String segment(String raw) {
        try {
            return raw.indexOf('%') < 0 ? raw : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
