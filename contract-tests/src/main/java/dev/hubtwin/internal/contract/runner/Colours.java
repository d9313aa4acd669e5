package dev.hubtwin.internal.contract.runner;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * The colours of a terminal.
 *
 * @param shown whether there are any
 */
record Colours(boolean shown) {

    /** The values of {@code --colour}. */
    enum When {
        auto,
        always,
        never;

        /**
         * Decides whether there are colours; {@code auto} shows them on a terminal whose user does not set
         * {@code NO_COLOR}.
         */
        Colours colours(Map<String, String> environment) {
            boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
            return new Colours(this == always || this == auto && !refused && Ansi.AUTO.enabled());
        }
    }

    /** Returns a text in the colour of what is wrong. */
    String bad(String text) {
        return in(31, text);
    }

    /** Returns a text in the colour of what is as it should be. */
    String good(String text) {
        return in(32, text);
    }

    private String in(int colour, String text) {
        return shown ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
