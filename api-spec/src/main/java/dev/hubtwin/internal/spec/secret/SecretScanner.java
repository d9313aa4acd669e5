package dev.hubtwin.internal.spec.secret;

import dev.hubtwin.internal.spec.secret.FoundSecret.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds secrets in a text of any kind: prose, URLs, forms, JSON, JSON within JSON, commands of a shell. It goes through
 * the text once; how long that takes grows with its length and no faster, whatever stands in it.
 */
public final class SecretScanner {

    private static final String OPAQUE = "github_pat_";
    private static final int SHORTEST_TOKEN = 3;
    /** A web token that is cut short has no dot; so long a beginning of one is one too. */
    private static final int LONG_HEADER = 200;

    private static final int LONGEST_LABEL = 64;
    private static final int SHORTEST_BASIC = 8;
    private static final int DEEPEST_QUOTE = 7;

    private final CharSequence text;
    private final int length;
    private final List<FoundSecret> found = new ArrayList<>();
    /** No web token begins before this. */
    private int noWebToken;

    private SecretScanner(CharSequence text) {
        this.text = text;
        this.length = text.length();
    }

    /** Returns the secrets of a text from left to right; they do not overlap. */
    public static List<FoundSecret> scan(CharSequence text) {
        SecretScanner scanner = new SecretScanner(text);
        int at = 0;
        while (at < scanner.length) {
            at = scanner.next(at);
        }
        return scanner.found;
    }

    /** Returns a text with something else in the place of each secret. */
    public static String replaced(String text, Function<FoundSecret, String> by) {
        StringBuilder replaced = new StringBuilder();
        int shown = 0;
        for (FoundSecret secret : scan(text)) {
            replaced.append(text.substring(shown, secret.start())).append(by.apply(secret));
            shown = secret.end();
        }
        return shown == 0 ? text : replaced.append(text.substring(shown)).toString();
    }

    /** Returns how long the prefix of GitHub's token is that begins there; 0 if none does. */
    public static int prefix(CharSequence text, int at) {
        SecretScanner scanner = new SecretScanner(text);
        if (scanner.has(OPAQUE, at)) {
            return OPAQUE.length();
        }
        boolean begins = scanner.has("gh", at) && "pousr".indexOf(scanner.at(at + 2)) >= 0;
        return begins && scanner.at(at + 3) == '_' ? 4 : 0;
    }

    /** Looks for a secret that begins, or whose name ends, at a character, and returns where to look next. */
    private int next(int at) {
        return switch (at(at)) {
            case 'g' -> token(at);
            case 'e' -> webToken(at);
            case '-' -> key(at);
            case ':' -> userInfo(at);
            case 'b', 'B' -> basic(at);
            case '=' -> parameter(at);
            case '"' -> member(at);
            default -> at + 1;
        };
    }

    private int token(int at) {
        int prefix = prefix(text, at);
        int end = prefix == 0 ? at : run(at + prefix, "_");
        return prefix > 0 && end - at - prefix >= SHORTEST_TOKEN ? add(Kind.TOKEN, at, end, "") : at + 1;
    }

    private int webToken(int at) {
        if (at < noWebToken || !has("eyJ", at)) {
            return at + 1;
        }
        int header = run(at, "_-");
        int payload = at(header) == '.' ? run(header + 1, "_-") : header;
        if (payload > header + 1 && at(payload) == '.') {
            return add(Kind.WEB_TOKEN, at, run(payload + 1, "_-"), "");
        }
        if (header - at >= LONG_HEADER) {
            return add(Kind.WEB_TOKEN, at, header, "");
        }
        noWebToken = header;
        return at + 1;
    }

    private int key(int at) {
        int label = at + "-----BEGIN".length();
        if (!has("-----BEGIN", at)) {
            return at + 1;
        }
        int begun = label(label);
        String kind = text.subSequence(label, begun).toString();
        if (!has("-----", begun) || !kind.contains("KEY") || kind.contains("PUBLIC")) {
            return at + 1;
        }
        int end = begun;
        while (end < length && !isQuote(at(end))) {
            int ended = has("-----END", end) ? label(end + "-----END".length()) : end;
            if (ended > end && has("-----", ended)) {
                return add(Kind.KEY, at, ended + "-----".length(), "");
            }
            end++;
        }
        return add(Kind.KEY, at, end, "");
    }

    private int label(int from) {
        int end = from;
        while (end < length && end - from < LONGEST_LABEL && at(end) != '-' && !isQuote(at(end))) {
            end++;
        }
        return end;
    }

    /** A password may have an at sign, so the last one counts. */
    private int userInfo(int at) {
        int end = 0;
        for (int i = at + 3; has("://", at) && i < length && !isOneOf("/?#\"", at(i)); i++) {
            end = at(i) == '@' ? i : end;
        }
        return end > 0 ? add(Kind.USER_INFO, at + 3, end, "") : at + 1;
    }

    private int basic(int at) {
        int start = at;
        for (int i = 0; i < "basic".length(); i++, start++) {
            if (Character.toLowerCase(at(start)) != "basic".charAt(i)) {
                return at + 1;
            }
        }
        int separated = start;
        while (Character.isWhitespace(at(start)) || at(start) == '+' || has("%20", start)) {
            start += at(start) == '%' ? 3 : 1;
        }
        if (start == separated) {
            return at + 1;
        }
        int end = start;
        boolean mixed = false; // Base64 is, and words of a sentence are not
        for (int next = encoded(end); next > end; next = encoded(end)) {
            char c = at(end);
            mixed |= next > end + 1 || "+/=".indexOf(c) >= 0 || end > start && isAlphanumeric(c) && !isLower(c);
            end = next;
        }
        return mixed && end - start >= SHORTEST_BASIC ? add(Kind.BASIC, start, end, "") : at + 1;
    }

    /** Where a character of Base64 ends, which may be escaped; {@code at} if there is none. */
    private int encoded(int at) {
        if (isWord(at(at)) || "+/=-".indexOf(at(at)) >= 0) {
            return at + 1;
        }
        boolean escaped = at(at) == '%' && "23".indexOf(at(at + 1)) >= 0 && "BbFfDd".indexOf(at(at + 2)) >= 0;
        return escaped ? at + 3 : has("\\/", at) ? at + 2 : at;
    }

    /** {@code name=value}. */
    private int parameter(int at) {
        int begin = at;
        while (begin > 0 && at - begin < SecretNames.LONGEST && isOfAName(at(begin - 1))) {
            begin--;
        }
        String name = text.subSequence(begin, at).toString();
        boolean inQuery = begin > 0 && "?&;".indexOf(at(begin - 1)) >= 0;
        if (!(inQuery ? SecretNames.isSecretInQuery(name) : SecretNames.isSecret(name))) {
            return at + 1;
        }
        int start = at(at + 1) == '"' ? at + 2 : at + 1;
        int end = start;
        while (end < length && !isOneOf("&;#<>\"'\\", at(end))) {
            end++;
        }
        return add(Kind.NAMED, start, end, name);
    }

    /** {@code "name": "value"}; in JSON within JSON, each quote stands behind backslashes. */
    private int member(int at) {
        int depth = backslashesBefore(at);
        int ended = at + 1;
        while (ended < length && ended - at <= SecretNames.LONGEST && !isOneOf("\"\\", at(ended))) {
            ended++;
        }
        int colon = isQuoteAt(ended, depth) ? blanks(ended + depth + 1) : length;
        String name = at(colon) == ':' ? text.subSequence(at + 1, ended).toString() : "";
        if (!SecretNames.isSecret(name)) {
            return at + 1;
        }
        int inName = at + 1;
        while (inName < ended) {
            inName = next(inName); // a token may stand in it
        }
        int start = blanks(colon + 1);
        if (isQuoteAt(start, depth)) {
            return add(Kind.NAMED, start + depth + 1, string(start + depth + 1, depth), name);
        }
        int end = start;
        while (at(end) >= '0' && at(end) <= '9' || at(end) == '.' || at(end) == '-') {
            end++;
        }
        return add(Kind.NAMED, start, end, name);
    }

    /** Where a string of JSON ends: at its quote, at the end of the text, or where a shell is to put in a variable. */
    private int string(int from, int depth) {
        int end = from;
        while (end < length) {
            int after = end;
            while (at(after) == '\\') {
                after++;
            }
            int deeper = after - end - depth;
            if (at(after) == '"' && (deeper < 0 || deeper / (depth + 1) % 2 == 0)) {
                return end + Math.max(0, deeper);
            }
            if (at(end) == '\'' && has("'\"$", end)) {
                after = variable(end);
                if (after == end || end == from && isQuoteAt(after, depth)) {
                    return end;
                }
                end = after;
            } else {
                end = after + 1;
            }
        }
        return length;
    }

    /** Where a variable between two texts in single quotes ends, as {@code '"$TOKEN"'}. */
    private int variable(int at) {
        int end = at + 3;
        while (at(end) >= 'A' && at(end) <= 'Z' || at(end) == '_') {
            end++;
        }
        return has("\"'", end) ? end + 2 : at;
    }

    private int backslashesBefore(int at) {
        int count = 0;
        while (count < DEEPEST_QUOTE && at > count && at(at - count - 1) == '\\') {
            count++;
        }
        return count;
    }

    private boolean isQuoteAt(int at, int depth) {
        for (int i = 0; i < depth; i++) {
            if (at(at + i) != '\\') {
                return false;
            }
        }
        return at(at + depth) == '"';
    }

    private int blanks(int from) {
        int end = from;
        while (at(end) == ' ' || at(end) == '\n' || at(end) == '\t' || at(end) == '\r') {
            end++;
        }
        return end;
    }

    /** Nothing and asterisks, which are GitHub's own mask, give nothing away. */
    private int add(Kind kind, int start, int end, String name) {
        boolean masked = true;
        for (int i = start; i < end && masked; i++) {
            masked = at(i) == '*';
        }
        if (!masked) {
            found.add(new FoundSecret(kind, start, end, name));
        }
        return Math.max(end, start);
    }

    private int run(int from, String marks) {
        int end = from;
        while (end < length && (isAlphanumeric(at(end)) || marks.indexOf(at(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private boolean has(String word, int at) {
        for (int i = 0; i < word.length(); i++) {
            if (at(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private char at(int index) {
        return index < length ? text.charAt(index) : 0;
    }

    private static boolean isOfAName(char c) {
        return isWord(c) || "-.[]%".indexOf(c) >= 0;
    }

    private static boolean isWord(char c) {
        return isAlphanumeric(c) || c == '_';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isAlphanumeric(char c) {
        return isLower(c) || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Also white space. */
    private static boolean isOneOf(String ends, char c) {
        return Character.isWhitespace(c) || ends.indexOf(c) >= 0;
    }
}
