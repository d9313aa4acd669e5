package dev.hubtwin.internal.spec.secret;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The names of secrets, for members of JSON, parameters and headers alike. Case, separators, brackets, percent-encoding
 * and a number at the end do not matter: {@code apiKey}, {@code X-Api-Key}, {@code api_key[]} and {@code apikey2} are
 * one name.
 */
public final class SecretNames {

    /** Only the end of a longer name counts. */
    static final int LONGEST = 100;

    /** What a name of a secret ends with, so that prefixes such as {@code github_} do not matter. */
    private static final List<String> ENDINGS = List.of(
            "accesskey",
            "apikey",
            "authorization",
            "cookie",
            "credential",
            "credentials",
            "encryptionkey",
            "hubsignature",
            "jwt",
            "otp",
            "passphrase",
            "passwd",
            "password",
            "pem",
            "privatekey",
            "pwd",
            "secret",
            "secretkey",
            "sessionid",
            "signingkey",
            "token");

    /** Names that other names end with as well: {@code bypass}, {@code oauth}, {@code compat}. */
    private static final Set<String> WHOLE = Set.of("auth", "xauth", "pass", "pat", "ghpat", "githubpat");

    /** What is exchanged for a credential; elsewhere than in a query a code is that of an error or a country. */
    private static final Set<String> CODES =
            Set.of("code", "authcode", "authorizationcode", "devicecode", "manifestcode", "usercode");

    private SecretNames() {}

    /**
     * Whether what is called so is secret. {@code token_type}, {@code client_id}, {@code secret_scanning}, the plurals
     * {@code secrets} and {@code tokens}, and questions such as {@code has_credentials} are not.
     */
    public static boolean isSecret(String name) {
        String plain = plain(name);
        return !isQuestion(name) && (WHOLE.contains(plain) || ENDINGS.stream().anyMatch(plain::endsWith));
    }

    /** Whether a parameter of a query that is called so is secret. */
    public static boolean isSecretInQuery(String name) {
        return isSecret(name) || CODES.contains(plain(name));
    }

    /** Returns the name of a variable of a shell for a secret of that name: {@code CLIENT_SECRET}. */
    public static String variable(String name) {
        StringBuilder variable = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            boolean begins = isUpper(next) && i > 0 && !isUpper(name.charAt(i - 1));
            if (inWord && (begins || !isLetter(next))) {
                variable.append('_');
            }
            inWord = isLetter(next);
            if (inWord) {
                variable.append(Character.toUpperCase(next));
            }
        }
        return variable.isEmpty() ? "SECRET" : variable.toString().replaceFirst("_$", "");
    }

    private static boolean isQuestion(String name) {
        int verb = name.startsWith("has") ? 3 : name.startsWith("is") ? 2 : name.length();
        return verb < name.length() && !Character.isLowerCase(name.charAt(verb));
    }

    /** Its letters and digits in lower case, without digits at the end. */
    private static String plain(String whole) {
        String name = whole.substring(Math.max(0, whole.length() - LONGEST));
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int next = name.charAt(i);
            if (next == '%' && isAll(name, i + 1, i + 3, c -> Character.digit(c, 16) >= 0)) {
                next = Integer.parseInt(name.substring(i + 1, i + 3), 16);
                i += 2;
            }
            if (isLetter((char) next) || next >= '0' && next <= '9') {
                plain.append((char) Character.toLowerCase(next));
            }
        }
        int end = plain.length();
        while (end > 0 && Character.isDigit(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end);
    }

    private static boolean isAll(String text, int from, int to, IntPredicate kind) {
        return to <= text.length() && text.substring(from, to).chars().allMatch(kind);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || isUpper(c);
    }
}
