package dev.hubtwin.internal.contract.cli;

import dev.hubtwin.contract.ContractResult;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * The colours of a terminal.
 *
 * @param shown whether there are any
 */
record Colours(boolean shown) {

    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final Pattern TOTALS = Pattern.compile("(?m)^[\\d,]+ passed, .* in \\d+ s$");

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

    /** Returns a summary, with its totals in the colour of what they say. */
    String summary(ContractResult result) {
        int colour = result.freshFindings().isEmpty() ? GREEN : RED;
        return shown
                ? TOTALS.matcher(result.summary()).replaceFirst("\u001b[" + colour + "m$0\u001b[0m")
                : result.summary();
    }
}
