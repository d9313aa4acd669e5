package dev.hubtwin.internal.rest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GitHub makes of an {@code Accept} header: it is never refused, only understood or not (conventions, section 7).
 */
public final class MediaTypes {

    /** The type of forms. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern GITHUB = Pattern.compile(
            "application/vnd\\.github(?:\\.v3)?(?:\\.([\\w-]+))?(\\+json)?(?=[\\s,;]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANYTHING = Pattern.compile("\\s*\\*/\\*\\s*(?:[;,]|$)");
    private static final String PLAIN = "github.v3; format=json";

    private MediaTypes() {}

    /** The {@code X-GitHub-Media-Type} of an answer to a request with this {@code Accept}, which may be null. */
    public static String understood(String accept) {
        if (accept == null || accept.isBlank() || ANYTHING.matcher(accept).lookingAt()) {
            return PLAIN;
        }
        Matcher type = GITHUB.matcher(accept);
        if (!type.find()) {
            return accept.contains("application/json") ? PLAIN : "unknown, github.v3";
        }
        String param = type.group(1) == null ? "" : "; param=" + type.group(1).toLowerCase(Locale.ROOT);
        return "github.v3" + param + (type.group(2) == null ? "" : "; format=json");
    }

    /** Whether a body of this type, which may be null, is a form. */
    public static boolean isForm(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** Whether an {@code Accept} header, which may be null, names JSON. */
    public static boolean acceptsJson(String accept) {
        return accept != null && accept.contains("json");
    }

    /** Whether an {@code Accept} header, which may be null, names XML. */
    public static boolean acceptsXml(String accept) {
        return accept != null && accept.contains("application/xml");
    }

    /** Whether an {@code Accept} header asks for a preview of that name. */
    public static boolean asksFor(String accept, String preview) {
        return accept != null && accept.contains("application/vnd.github." + preview + "-preview");
    }
}
