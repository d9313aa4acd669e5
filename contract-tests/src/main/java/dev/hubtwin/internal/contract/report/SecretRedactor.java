package dev.hubtwin.internal.contract.report;

import dev.hubtwin.internal.contract.http.CurlCommand;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.spec.secret.SecretNames;
import dev.hubtwin.internal.spec.secret.SecretScanner;
import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hides secrets: the ones that are known, in whatever spelling, and whatever {@link SecretScanner} finds. What is a
 * command of a shell remains one.
 */
public final class SecretRedactor {

    private static final String MASK = "********";
    private static final int SHORTEST = 4;
    private static final int LONGEST_SECRET = Exchange.KEPT / 5;
    private static final Pattern CREDENTIAL = Pattern.compile("^(\\S+ +)?.*$", Pattern.DOTALL);

    private final List<KnownSecret> known;
    private final Map<String, String> variables;

    /**
     * Makes a redactor of known secrets and of what looks like one.
     *
     * @param secrets those shorter than four characters are ignored
     */
    public SecretRedactor(Collection<String> secrets) {
        this(secrets, Map.of());
    }

    /**
     * Makes a redactor of known secrets and of what looks like one.
     *
     * @param secrets those shorter than four characters are ignored
     * @param variables the names that stand for secrets in commands, by the secrets
     */
    public SecretRedactor(Collection<String> secrets, Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.known = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .flatMap(KnownSecret::of)
                .toList();
    }

    /** Returns the command that repeats what was exchanged, without its secrets. */
    String curl(Exchange exchanged) {
        return CurlCommand.of(exchanged, this::text, variables);
    }

    /** Returns a text without its secrets. */
    public String text(String text) {
        String masked = text;
        for (KnownSecret secret : known) {
            masked = secret.replaced(masked, MASK);
        }
        return SecretScanner.replaced(masked, found -> MASK);
    }

    /**
     * Returns the beginning of a text without its secrets, and an ellipsis if it is longer.
     *
     * @param cut whether the text is what was kept of a longer one; then its end may be a part of a secret that nobody
     *     can know, and is not shown
     * @param most how many characters are shown at most
     */
    String beginning(String text, boolean cut, int most) {
        String masked = text(text);
        int end = Math.min(most, masked.length() - (cut ? LONGEST_SECRET : 0));
        return end < masked.length() ? masked.substring(0, Math.max(0, end)) + "…" : masked;
    }

    /** Returns headers, one a line; of a credential only the scheme is left. */
    public String headers(HttpHeaders headers) {
        StringBuilder lines = new StringBuilder();
        headers.map()
                .forEach((name, values) -> values.forEach(value -> lines.append(text(name))
                        .append(": ")
                        .append(header(name, value))
                        .append('\n')));
        return lines.toString();
    }

    private String header(String name, String value) {
        if (name.equalsIgnoreCase("Authorization")) {
            return text(CREDENTIAL.matcher(value).replaceFirst("$1" + MASK));
        }
        return SecretNames.isSecret(name) ? MASK : text(value);
    }
}
