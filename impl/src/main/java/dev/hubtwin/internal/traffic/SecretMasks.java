package dev.hubtwin.internal.traffic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes what is secret out of what people read. An ellipsis stands in its place. */
public final class SecretMasks {

    /** What stands for what is not shown. */
    public static final String HIDDEN = "…";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(.*[_-])?(secret|token|password|passphrase|pem|private[_-]?key|authorization|otp)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SECRET_HEADERS =
            Set.of("cookie", "set-cookie", "x-hub-signature", "x-hub-signature-256");
    private static final Pattern TOKEN = Pattern.compile("\\b(gh[pousr]_|github_pat_)\\w+");
    private static final Pattern JSON_WEB_TOKEN = Pattern.compile("\\beyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#@\\s\"]*@");
    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)([?&;](?:[^=&;#\\s]*[_-])?(?:secret|token|password|code)=)[^&;#>\\s\"]+");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN[^-]*PRIVATE KEY-----.*?(-----END[^-]*-----|$)", Pattern.DOTALL);
    private static final int LONG = 20;
    private static final int SHOWN = 4;

    private SecretMasks() {}

    /** Whether what is called so is secret, whatever it looks like. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /**
     * A secret: its kind and, if it is long enough to keep the rest of it, its last four characters; a key has no end.
     */
    public static String secret(String secret) {
        Matcher kind = TOKEN.matcher(secret);
        String prefix = kind.lookingAt() ? kind.group(1) : "";
        boolean isLong = secret.length() - prefix.length() >= LONG
                && !PEM.matcher(secret).find();
        return prefix + HIDDEN + (isLong ? secret.substring(secret.length() - SHOWN) : "");
    }

    /** A text without what looks like a credential in it. */
    public static String text(String text) {
        String masked = TOKEN.matcher(text).replaceAll(token -> secret(token.group()));
        masked = JSON_WEB_TOKEN.matcher(masked).replaceAll(HIDDEN);
        masked = USER_INFO.matcher(masked).replaceAll(HIDDEN + "@");
        masked = PEM.matcher(masked).replaceAll(HIDDEN);
        return IN_QUERY.matcher(masked).replaceAll("$1" + HIDDEN);
    }

    /** A raw query; null stays null. */
    public static String query(String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&", -1)).map(SecretMasks::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        String name = decoded(pair.substring(0, Math.max(equals, 0)));
        if (isSecret(name) || name.equalsIgnoreCase("code")) {
            return pair.substring(0, equals + 1) + HIDDEN;
        }
        String plain = decoded(pair);
        String masked = text(plain);
        return masked.equals(plain) ? pair : masked;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The value of a header. Of a credential the scheme is shown, and of a token what {@link #secret} shows. */
    public static String header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("authorization")) {
            return credential(value.trim());
        }
        return SECRET_HEADERS.contains(lower) || isSecret(lower) ? HIDDEN : text(value);
    }

    private static String credential(String value) {
        int space = value.indexOf(' ');
        String scheme = value.substring(0, Math.max(space, 0));
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "bearer", "token" ->
                scheme + " " + secret(value.substring(space + 1).trim());
            case "basic" -> scheme + " " + HIDDEN;
            default -> HIDDEN;
        };
    }
}
