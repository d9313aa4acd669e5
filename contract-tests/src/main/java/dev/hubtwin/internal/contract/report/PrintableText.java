package dev.hubtwin.internal.contract.report;

/** Text that can be printed anywhere: on a terminal, in HTML and in XML 1.0. */
public final class PrintableText {

    private PrintableText() {}

    /**
     * Returns a text without what controls a terminal, hides or reorders characters, or has no place in XML: such a
     * character is written out, as {@code \u005cu001b}. Line feeds and tabs stay.
     */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                printable.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    printable.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> (c & 0xfffe) != 0xfffe;
        };
    }
}
