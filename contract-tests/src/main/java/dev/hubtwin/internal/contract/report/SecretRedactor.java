package dev.hubtwin.internal.contract.report;

import dev.hubtwin.internal.contract.http.CurlCommand;
import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides secrets: the ones that are known, in whatever spelling, and whatever looks like a token, a JSON web token or a
 * private key, follows {@code Basic}, or is called a secret in JSON. What is a command of a shell remains one.
 */
public final class SecretRedactor {

    private static final String MASK = "********";
    private static final int SHORTEST = 4;
    /** A key that was cut short ends where its text ends. */
    private static final Pattern LOOKS = Pattern.compile(
            CurlCommand.TOKEN + "|-----BEGIN[^-'\"]+-----[^'\"]*?(?:-----END[^-'\"]+-----|(?=['\"])|\\z)");

    private static final Pattern BASIC =
            Pattern.compile("((?i:basic)(?:\\s|%20|\\+)++)(?:[\\w+/=-]|\\\\/|%(?:2[BF]|3D)){8,}+");
    /**
     * A variable as {@link CurlCommand} puts it between two quoted texts. It is not a secret, and the quotes must stay.
     */
    private static final String VARIABLE = "'\"\\$[A-Z_]+\"'";

    private static final Pattern CALLED = Pattern.compile(
            "(\"(?:" + CurlCommand.SECRETS + ")\"\\s*:\\s*\")(?!" + VARIABLE + "\")" + "(?:" + VARIABLE
                    + "|(?!'\"\\$)[^\"\\\\]|\\\\.)++",
            Pattern.DOTALL);
    private static final Pattern CREDENTIAL = Pattern.compile("^(\\S+ +)?.*$", Pattern.DOTALL);

    private final List<KnownSecret> known;

    /**
     * Makes a redactor of known secrets and of what looks like one.
     *
     * @param secrets those shorter than four characters are ignored
     */
    public SecretRedactor(Collection<String> secrets) {
        this.known = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .flatMap(KnownSecret::of)
                .toList();
    }

    /** Returns a text without its secrets. */
    public String text(String text) {
        String masked = text;
        for (KnownSecret secret : known) {
            masked = secret.replaced(masked, MASK);
        }
        masked = CALLED.matcher(masked).replaceAll("$1" + MASK);
        masked = BASIC.matcher(masked).replaceAll("$1" + MASK);
        return LOOKS.matcher(masked).replaceAll(MASK);
    }

    /** Returns headers, one a line; of a credential only the scheme is left. */
    public String headers(HttpHeaders headers) {
        StringBuilder lines = new StringBuilder();
        headers.map()
                .forEach((name, values) -> values.forEach(value -> lines.append(name)
                        .append(": ")
                        .append(header(name, value))
                        .append('\n')));
        return lines.toString();
    }

    private String header(String name, String value) {
        return text(
                name.equalsIgnoreCase("Authorization")
                        ? CREDENTIAL.matcher(value).replaceFirst("$1" + MASK)
                        : value);
    }
}
