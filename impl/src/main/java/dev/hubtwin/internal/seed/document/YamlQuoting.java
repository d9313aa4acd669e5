package dev.hubtwin.internal.seed.document;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Leaves plain words and times unquoted in YAML, and quotes all that a reader could take for a number or a boolean. */
final class YamlQuoting extends StringQuotingChecker {

    private static final long serialVersionUID = 1;

    private static final Pattern WORD =
            Pattern.compile("[A-Za-z_/]([A-Za-z0-9_./@+-]| (?=[A-Za-z0-9])|:(?=[A-Za-z0-9/]))*");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Set<String> RESERVED =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    /** A regular expression with alternatives takes a part of the stack for each character. */
    private static final int LONGEST = 1_000;

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return value.length() > LONGEST
                || RESERVED.contains(value.toLowerCase(Locale.ROOT))
                || !WORD.matcher(value).matches() && !TIME.matcher(value).matches();
    }
}
