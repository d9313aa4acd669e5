package dev.hubtwin.internal.traffic;

import dev.hubtwin.internal.spec.secret.FoundSecret.Kind;
import dev.hubtwin.internal.spec.secret.SecretNames;
import dev.hubtwin.internal.spec.secret.SecretScanner;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Takes what is secret out of what people read. An ellipsis stands in its place. */
public final class SecretMasks {

    /** What stands for what is not shown. */
    public static final String HIDDEN = "…";

    private static final int LONG = 20;
    private static final int SHOWN = 4;

    private SecretMasks() {}

    /**
     * A secret: its kind and, if it is long enough to keep the rest of it, its last four characters; a key has no end.
     */
    public static String secret(String secret) {
        String prefix = secret.substring(0, SecretScanner.prefix(secret, 0));
        boolean isLong = secret.length() - prefix.length() >= LONG
                && SecretScanner.scan(secret).stream().noneMatch(found -> found.kind() == Kind.KEY);
        return prefix + HIDDEN + (isLong ? secret.substring(secret.length() - SHOWN) : "");
    }

    /** A text without what looks like a credential in it. */
    public static String text(String text) {
        return SecretScanner.replaced(
                text,
                found -> found.kind() == Kind.TOKEN ? secret(text.substring(found.start(), found.end())) : HIDDEN);
    }

    /** A raw query; null stays null. */
    public static String query(String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&", -1)).map(SecretMasks::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        String name = pair.substring(0, Math.max(equals, 0));
        return SecretNames.isSecretInQuery(decoded(name)) ? encoded(name) + "=" + HIDDEN : encoded(pair);
    }

    /** A text in the encoding of URLs; it stays as it is, or is decoded and masked. */
    private static String encoded(String text) {
        String plain = decoded(text);
        String masked = text(plain);
        return masked.equals(plain) ? text : masked;
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
        if (name.toLowerCase(Locale.ROOT).endsWith("authorization")) {
            return credential(value.trim());
        }
        return SecretNames.isSecret(name) ? HIDDEN : text(value);
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
