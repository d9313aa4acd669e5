package dev.hubtwin.internal.text;

/**
 * A word of a document as an error quotes it: never more than that word, cut, and nothing in it that a terminal or a
 * log would act on.
 */
public final class Excerpt {

    /** How many characters of a word are shown at most. */
    private static final int MOST = 80;

    private Excerpt() {}

    /** Returns the word in quotes. */
    public static String of(String word) {
        return '"' + cut(word) + '"';
    }

    /** Returns the word, or its beginning and an ellipsis; what is not printed is escaped as JSON does. */
    public static String cut(String word) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            String next = escaped(word.codePointAt(i));
            boolean isLast = i + Character.charCount(word.codePointAt(i)) == word.length();
            if (shown.length() + next.length() > (isLast ? MOST : MOST - 1)) {
                return shown.append('\u2026').toString();
            }
            shown.append(next);
        }
        return shown.toString();
    }

    private static String escaped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> hexadecimal(character);
            default -> Character.toString(character);
        };
    }

    private static String hexadecimal(int character) {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            units.append("\\u%04x".formatted((int) unit));
        }
        return units.toString();
    }
}
