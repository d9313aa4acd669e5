package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.escape;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an assertion expected and what came, side by side.
 *
 * @param about what it is about; may be empty
 */
record Comparison(String about, String expected, String came) {

    private static final Pattern UNEQUAL =
            Pattern.compile("(?:(.*?)\\s+==> )?expected: <(.*?)> but was: <(.*)>\\s*", Pattern.DOTALL);

    private static final Pattern CONDITION = Pattern.compile("true|false");

    /** Reads the message of an assertion that two values are equal; that a condition holds compares nothing. */
    static Optional<Comparison> of(String message) {
        Matcher unequal = UNEQUAL.matcher(message);
        return unequal.matches() && !CONDITION.matcher(unequal.group(2)).matches()
                ? Optional.of(new Comparison(
                        Optional.ofNullable(unequal.group(1)).orElse(""), unequal.group(2), unequal.group(3)))
                : Optional.empty();
    }

    /** Returns what was expected, as HTML in which is marked what did not come. */
    String expectedHtml() {
        return marked(expected, came);
    }

    /** Returns what came, as HTML in which is marked what was not expected. */
    String cameHtml() {
        return marked(came, expected);
    }

    /** Marks what is left between what both begin with and what both end with. */
    private static String marked(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        int begin = 0;
        while (begin < shorter && text.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin
                && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        if (begin > 0 && Character.isHighSurrogate(text.charAt(begin - 1))) {
            begin--; // a character of two halves differs as a whole
        }
        if (end > 0 && Character.isLowSurrogate(text.charAt(text.length() - end))) {
            end--;
        }
        String different = text.substring(begin, text.length() - end);
        return escape(text.substring(0, begin))
                + (different.isEmpty() ? "" : "<mark>" + escape(different) + "</mark>")
                + escape(text.substring(text.length() - end));
    }
}
