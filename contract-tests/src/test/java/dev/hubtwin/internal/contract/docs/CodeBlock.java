package dev.hubtwin.internal.contract.docs;

import java.util.List;

/**
 * A fenced block of code in a document.
 *
 * @param document the name of the document, such as {@code docs/curl.md}
 * @param language what stands after the opening fence; empty if nothing does
 * @param first the number of the first line of code, counted from 1
 * @param lines the code
 */
record CodeBlock(String document, String language, int first, List<String> lines) {

    /** Returns the document and the line on which the code begins, such as {@code README.md:27}. */
    String place() {
        return document + ":" + first;
    }

    /** Returns the code, each line with a line break. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
        return place();
    }
}
