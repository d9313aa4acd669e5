package dev.hubtwin.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Queries and forms, as browsers write them. */
public final class QueryParameters {

    private QueryParameters() {}

    /** Returns the values by their names, both decoded; of a name that stands there twice, the last. */
    public static Map<String, String> decoded(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) { // a percent sign that escapes nothing
            return text;
        }
    }
}
